import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { DateTime } from '@/components/dates/date-time';
import { MoneyText } from '@/components/money/money-text';
import { AppLink } from '@/components/ui/app-link';
import { Card, CardBody } from '@/components/ui/card';
import { CopyableId } from '@/components/ui/copyable-id';
import { Fact, FactList } from '@/components/ui/fact-list';
import { channelName } from '@/lib/channels/channels';
import type { RefundDetail } from '@/lib/refunds/find-refund';
import { listedReason } from '@/lib/refunds/refund-reasons';

/** What is known of the refund, each thing once. */
export function RefundFacts({ refund }: Readonly<{ refund: RefundDetail }>) {
  const t = useTranslations('refunds.detail');
  const { order } = refund;
  return (
    <Card title={t('facts')}>
      <CardBody>
        <FactList>
          {order && (
            <>
              <Fact label={t('customer')}>{order.customerName ?? '—'}</Fact>
              <Fact label={t('channel')}>{channelName(order.channelCode)}</Fact>
              <Fact label={t('order')}>
                <AppLink href={`/orders/${order.id}`} className="mono inline-link">
                  {order.reference}
                </AppLink>
              </Fact>
            </>
          )}
          <Fact label={t('reason')}>
            <Reason words={refund.reason} />
          </Fact>
          <Fact label={t('note')}>
            <span className="whitespace-pre-line">{refund.note ?? '—'}</span>
          </Fact>
          <Fact label={t('by')}>
            {refund.origin === 'KAHA' ? (refund.requestedBy ?? '—') : t('elsewhere')}
          </Fact>
          <Time label={t('made')} at={refund.createdAt} />
          <Time label={t('sent')} at={refund.sentAt}>
            {refund.sendCount > 1 && `, ${t('times', { count: refund.sendCount })}`}
          </Time>
          <Time label={t('createdThere')} at={refund.refundCreateTime} />
          <Time label={t('returnedThere')} at={refund.refundReturnTime} />
          {refund.feeRefunded !== null && (
            <Fact label={t('feeRefunded')}>
              <MoneyText centavos={refund.feeRefunded} />
            </Fact>
          )}
          {refund.isMoving && <Time label={t('lastAsked')} at={refund.lastCheckedAt} />}
          {refund.isMoving && (
            <Time label={t(refund.status === 'READY' ? 'nextSend' : 'nextAsk')} at={refund.nextCheckAt} />
          )}
          <Fact label={t('refundId')}>
            <CopyableId id={refund.mchRefundOrderId} what={t('id.refund')} />
          </Fact>
          <Fact label={t('refundTransactionId')}>
            {refund.refundTransactionId === null ? (
              <span className="text-ink-3">{t('notKnown')}</span>
            ) : (
              <CopyableId id={refund.refundTransactionId} what={t('id.refundTransaction')} />
            )}
          </Fact>
          <Fact label={t('transactionId')}>
            <CopyableId id={refund.originalTransactionId} what={t('id.transaction')} />
          </Fact>
          <Fact label={t('app')}>{refund.appName}</Fact>
        </FactList>
      </CardBody>
    </Card>
  );
}

function Reason({ words }: Readonly<{ words: string | null }>) {
  const t = useTranslations('refunds.reasons');
  const listed = listedReason(words);
  return listed ? t(listed) : (words ?? '—');
}

function Time({ label, at, children }: Readonly<{ label: string; at: string | null; children?: ReactNode }>) {
  return (
    <Fact label={label}>
      {at === null ? '—' : <DateTime at={at} />}
      {children}
    </Fact>
  );
}
