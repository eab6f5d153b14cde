import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { DateTime } from '@/components/dates/date-time';
import { useSay } from '@/components/message/use-say';
import { AppLink } from '@/components/ui/app-link';
import { Card, CardBody } from '@/components/ui/card';
import { Fact, FactList } from '@/components/ui/fact-list';
import type { CallbackDetail } from '@/lib/callbacks/schema';

import { SignatureChip } from './verdict-chip';

/** Whether it is genuine, whether it was said before, what was done, and to which record it belongs. */
export function CallbackVerdicts({ callback }: Readonly<{ callback: CallbackDetail }>) {
  const t = useTranslations('callbacks.detail');
  const say = useSay();
  const { genuine, ambiguous, duplicateOf, duplicates, said, processedAt, state } = callback;
  const verdict = !genuine ? 'notGenuine' : ambiguous ? 'ambiguous' : 'genuine';
  return (
    <Card title={t('verdicts')}>
      <CardBody>
        <FactList>
          <Fact label={t('signature')}>
            <SignatureChip callback={callback} />
            <Why>{t(`signatureOf.${verdict}`)}</Why>
          </Fact>
          {genuine && (
            <Fact label={t('repetition')}>
              {duplicateOf === null
                ? t('repetitionOf.first')
                : say({
                    key: 'callbacks.detail.repetitionOf.duplicate',
                    values: { firstAt: duplicateOf.receivedAt },
                  })}
              {duplicateOf !== null && (
                <Why>
                  <AppLink href={`/callbacks/${duplicateOf.id}`} className="inline-link">
                    {t('showFirst')}
                  </AppLink>
                </Why>
              )}
              {duplicates.length > 0 && <Again duplicates={duplicates} />}
            </Fact>
          )}
          <Fact label={t('acknowledged')}>{t(`acknowledgedOf.${genuine ? 'yes' : 'no'}`)}</Fact>
          <Fact label={t('done')}>
            {state === 'RECEIVED' ? t('notDone') : said === null ? '—' : say(said)}
            {processedAt !== null && (
              <Why>
                <DateTime at={processedAt} style="seconds" />
              </Why>
            )}
          </Fact>
          <Fact label={t('belongs')}>
            <Belongs callback={callback} />
          </Fact>
        </FactList>
      </CardBody>
    </Card>
  );
}

function Again({ duplicates }: Pick<CallbackDetail, 'duplicates'>) {
  const t = useTranslations('callbacks.detail');
  return (
    <Why>
      {t('again', { count: duplicates.length })}:{' '}
      {duplicates.map(({ id, receivedAt }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <AppLink href={`/callbacks/${id}`} className="inline-link">
            <DateTime at={receivedAt} style="seconds" />
          </AppLink>
        </span>
      ))}
    </Why>
  );
}

function Belongs({ callback: { order, refund, payout } }: Readonly<{ callback: CallbackDetail }>) {
  const t = useTranslations('callbacks.detail');
  if (!order && !refund && !payout) return t('nothing');
  return (
    <ul className="grid gap-1">
      {order && (
        <li>
          <AppLink href={`/orders/${order.id}`} className="inline-link wrap-anywhere">
            {t('order', { id: order.orderId ?? '' })}
          </AppLink>
        </li>
      )}
      {refund && (
        <li>
          <AppLink href={`/refunds/${refund.id}`} className="inline-link wrap-anywhere">
            {t('refund', { id: refund.refundId })}
          </AppLink>
        </li>
      )}
      {payout && <li className="wrap-anywhere">{t('payout', { id: payout.orderId })}</li>}
    </ul>
  );
}

function Why({ children }: Readonly<{ children: ReactNode }>) {
  return <p className="mt-1 text-small text-ink-3">{children}</p>;
}
