import { useTranslations } from 'next-intl';

import { DateTime } from '@/components/dates/date-time';
import { Card, CardBody } from '@/components/ui/card';
import { CopyableId } from '@/components/ui/copyable-id';
import { Fact, FactList } from '@/components/ui/fact-list';
import { channelName } from '@/lib/channels/channels';
import type { WebPaymentLink } from '@/lib/web-payments/schema';

/** What was asked for; the rest of the story stands on the order. */
export function WebPaymentFacts({ payment }: Readonly<{ payment: WebPaymentLink }>) {
  const t = useTranslations('webPayments.panel');
  const none = <span className="text-ink-3">—</span>;
  return (
    <Card title={t('facts')}>
      <CardBody>
        <FactList>
          <Fact label={t('customer')}>{payment.customerName ?? none}</Fact>
          <Fact label={t('channel')}>{channelName(payment.channelCode)}</Fact>
          <Fact label={t('remark')}>{payment.remark ?? none}</Fact>
          <Fact label={t('created')}>
            <DateTime at={payment.createdAt} />
          </Fact>
          {payment.expiresAt !== null && (
            <Fact label={t('expires')}>
              <DateTime at={payment.expiresAt} />
            </Fact>
          )}
          <Fact label={t('orderId')}>
            {payment.mchOrderId === null ? (
              none
            ) : (
              <CopyableId id={payment.mchOrderId} what={t('what.orderId')} />
            )}
          </Fact>
        </FactList>
      </CardBody>
    </Card>
  );
}
