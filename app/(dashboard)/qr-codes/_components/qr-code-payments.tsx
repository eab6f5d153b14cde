import { useTranslations } from 'next-intl';

import { DateTime } from '@/components/dates/date-time';
import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { RowLink } from '@/components/ui/row-link';
import { FootRow, Table, Td, Th, Tr } from '@/components/ui/table';
import type { QrCodeDetail } from '@/lib/qr-codes/schema';
import { orderShown } from '@/lib/status/shown-state';

const SHOWN = 50;

/** The payments of this code, each leading to its order; the sum is of the complete ones, however many there are. */
export function QrCodePayments({ code }: Readonly<{ code: QrCodeDetail }>) {
  const t = useTranslations('qrCodes');
  const hint = code.paidCount > 0 ? t('detail.paymentsHint', { count: code.paidCount }) : undefined;
  return (
    <Card title={t('detail.payments')} hint={hint}>
      {code.payments.length === 0 ? <NonePaid code={code} /> : <Payments code={code} />}
      {code.payments.length === SHOWN && (
        <p className="border-t border-line px-4.5 py-2.5 text-hint text-ink-3">{t('detail.allPayments')}</p>
      )}
    </Card>
  );
}

function Payments({ code }: Readonly<{ code: QrCodeDetail }>) {
  const t = useTranslations('qrCodes.detail');
  const collect = useTranslations('collect');
  return (
    <Table caption={t('paymentsCaption')} className="mt-2">
      <thead>
        <tr>
          <Th>{t('time')}</Th>
          <Th from="sm">{t('transaction')}</Th>
          <Th num>{collect('amount')}</Th>
        </tr>
      </thead>
      <tbody>
        {code.payments.map((payment) => (
          <Tr key={payment.orderId}>
            <Td sub={<StatusChip shown={orderShown(payment.status)} />}>
              <RowLink href={`/orders/${payment.orderId}`}>
                <DateTime at={payment.at} style="seconds" />
              </RowLink>
            </Td>
            <Td from="sm" className="mono text-ink-2">
              {payment.transactionId ?? t('noTransaction')}
            </Td>
            <Td num>
              <MoneyText centavos={payment.amount} />
            </Td>
          </Tr>
        ))}
      </tbody>
      <FootRow>
        <Td>{t('paymentsHint', { count: code.paidCount })}</Td>
        <Td from="sm" />
        <Td num>
          <MoneyText centavos={code.paidCentavos} />
        </Td>
      </FootRow>
    </Table>
  );
}

function NonePaid({ code }: Readonly<{ code: QrCodeDetail }>) {
  const t = useTranslations('qrCodes.detail');
  const isOpen = code.status === 'ACTIVE' && code.over === null;
  if (code.status === 'SENDING' || code.status === 'UNKNOWN')
    return <EmptyState title={t('noPaymentsYet')} />;
  if (!isOpen) return <EmptyState title={t('noPaymentsOver')} />;
  return <EmptyState title={t('noPayments')}>{t('noPaymentsBody')}</EmptyState>;
}
