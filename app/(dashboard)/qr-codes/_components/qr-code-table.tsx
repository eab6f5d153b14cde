'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { QrCode } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { DateTime } from '@/components/dates/date-time';
import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { RowLink } from '@/components/ui/row-link';
import { FootRow, Table, Td, Th, Tr } from '@/components/ui/table';
import { qrCodeLook } from '@/lib/qr-codes/qr-code-look';
import type { QrCodeFilter, QrCodePage, QrCodeRow } from '@/lib/qr-codes/schema';

import { qrCodeListQuery, toSearch } from '../qr-code-list-query';
import { QrCodeListHead } from './qr-code-list-head';

type QrCodeTableProps = Readonly<{ filter: QrCodeFilter; mayCreate: boolean }>;

/** The QR codes that the filter finds, with exact totals in the foot. */
export function QrCodeTable({ filter, mayCreate }: QrCodeTableProps) {
  const t = useTranslations('qrCodes');
  const { data } = useSuspenseQuery(qrCodeListQuery(filter));
  const { after, before, ...place } = filter;
  const href = (changes: Partial<QrCodeFilter>) => `/qr-codes?${toSearch({ ...place, ...changes })}`;

  if (data.rows.length === 0 && after === undefined && before === undefined) {
    const isFiltered = Object.values(place).some((value) => value !== undefined);
    return (
      <>
        {isFiltered && <QrCodeListHead filter={filter} counts={data.counts} />}
        <Card>{isFiltered ? <NoMatch /> : <NoneYet mayCreate={mayCreate} />}</Card>
      </>
    );
  }
  return (
    <>
      <QrCodeListHead filter={filter} counts={data.counts} />
      <Card>
        <Table caption={t('listCaption')}>
          <thead>
            <tr>
              <Th from="md">{t('column.created')}</Th>
              <Th>{t('column.for')}</Th>
              <Th from="lg">{t('column.code')}</Th>
              <Th num>{t('column.amount')}</Th>
              <Th num from="sm">
                {t('column.paid')}
              </Th>
              <Th from="sm">{t('column.status')}</Th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
          <Foot total={data.total} />
        </Table>
      </Card>
      <Pagination
        newerHref={data.newer === null ? undefined : href({ before: data.newer })}
        olderHref={data.older === null ? undefined : href({ after: data.older })}
      />
    </>
  );
}

function Row({ row }: Readonly<{ row: QrCodeRow }>) {
  const t = useTranslations('qrCodes');
  const chip = <StatusChip shown={qrCodeLook(row)} />;
  const payments = t('payments', { count: row.paidCount });
  const paid =
    row.paidCount === 0 ? (
      payments
    ) : (
      <>
        {payments}, <MoneyText centavos={row.paidCentavos} />
      </>
    );
  return (
    <Tr>
      <Td quiet from="md">
        <DateTime at={row.createdAt} style="short" />
      </Td>
      <Td
        sub={row.remark ?? <DateTime at={row.createdAt} style="short" className="md:hidden" />}
        folded={paid}
      >
        <RowLink href={`/qr-codes/${row.id}`}>{row.customerName}</RowLink>
      </Td>
      <Td from="lg" className="mono text-ink-2">
        {row.mchOrderId}
      </Td>
      <Td num folded={chip}>
        {row.amount === null ? (
          <span className="text-ink-3">{t('anyAmount')}</span>
        ) : (
          <MoneyText centavos={row.amount} />
        )}
      </Td>
      <Td num from="sm" sub={payments}>
        {row.paidCount === 0 ? (
          <span className="text-ink-3">—</span>
        ) : (
          <MoneyText centavos={row.paidCentavos} />
        )}
      </Td>
      <Td from="sm">{chip}</Td>
    </Tr>
  );
}

function Foot({ total }: Readonly<{ total: QrCodePage['total'] }>) {
  const t = useTranslations('qrCodes');
  return (
    <FootRow>
      <Td from="md" />
      <Td>{t('foot', { count: total.codes })}</Td>
      <Td from="lg" />
      <Td num folded={<MoneyText centavos={total.centavos} />}>
        {t('payments', { count: total.payments })}
      </Td>
      <Td num from="sm">
        <MoneyText centavos={total.centavos} />
      </Td>
      <Td from="sm" />
    </FootRow>
  );
}

function NoneYet({ mayCreate }: Readonly<{ mayCreate: boolean }>) {
  const t = useTranslations('qrCodes');
  return (
    <EmptyState
      icon={QrCode}
      title={t('empty.title')}
      action={
        mayCreate && (
          <LinkButton href="/qr-codes/new" variant="main">
            {t('new')}
          </LinkButton>
        )
      }
    >
      {t('empty.body')} {!mayCreate && t('empty.lookOnly')}
    </EmptyState>
  );
}

function NoMatch() {
  const t = useTranslations('collect.noMatch');
  return (
    <EmptyState title={t('title')} action={<LinkButton href="/qr-codes">{t('action')}</LinkButton>}>
      {t('body')}
    </EmptyState>
  );
}
