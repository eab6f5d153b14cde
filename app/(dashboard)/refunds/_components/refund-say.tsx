import { useTranslations } from 'next-intl';

import { useSay } from '@/components/message/use-say';
import { Say, type SayTone } from '@/components/ui/say';
import type { Message } from '@/lib/i18n/message';
import type { RefundDetail } from '@/lib/refunds/find-refund';

import { RefundDecision } from './refund-decision';

const TONES = {
  WAITING_APPROVAL: 'run',
  READY: 'run',
  BUSY: 'run',
  SENDING: 'run',
  IN_PROGRESS: 'run',
  UNKNOWN: 'doubt',
  NOT_TAKEN: 'doubt',
  COMPLETE: 'ok',
  FAILED: 'bad',
  CANCELLED: 'doubt',
  REFUSED: 'bad',
  WITHDRAWN: 'doubt',
  EXPIRED: 'doubt',
  REJECTED: 'doubt',
} as const satisfies Record<string, SayTone>;

/** What is so with this refund, since when it is known, and what happens next or has to be decided. */
export function RefundSay({ refund }: Readonly<{ refund: RefundDetail }>) {
  const t = useTranslations('refunds.say');
  const say = useSay();
  const name = nameOf(refund);
  const values = { amountCentavos: refund.amount };
  const lines = linesOf(refund).map(({ key, values: at }) =>
    say({ key: `refunds.say.${key}`, ...(at && { values: at }) }),
  );
  return (
    <div role="status">
      <Say
        tone={TONES[name]}
        title={say({ key: `refunds.say.${name}.title`, values })}
        actions={refund.canDecide && <RefundDecision id={refund.id} amount={refund.amount} />}
      >
        <p>{say({ key: `refunds.say.${name}.body`, values })}</p>
        {lines.length > 0 && <p className="mt-1">{lines.join(' ')}</p>}
        {name === 'NOT_TAKEN' && !refund.canDecide && <p className="mt-1">{t('askSomeone')}</p>}
      </Say>
    </div>
  );
}

function nameOf({ status, provedNotTakenAt, sendCount }: RefundDetail): keyof typeof TONES {
  if (status === 'UNKNOWN' && provedNotTakenAt !== null) return 'NOT_TAKEN';
  return status === 'READY' && sendCount > 0 ? 'BUSY' : status;
}

/** What is known and since when, and when more will be known. */
function linesOf(refund: RefundDetail): readonly Message[] {
  const { status, unknownSince, lastCheckedAt, firstNotFoundAt, provedNotTakenAt, nextCheckAt } = refund;
  if (status === 'READY')
    return nextCheckAt === null ? [] : [{ key: 'nextSend', values: { nextAt: nextCheckAt } }];
  if (status !== 'UNKNOWN' && status !== 'IN_PROGRESS') return [];
  const asked: Message =
    lastCheckedAt === null ? { key: 'neverAsked' } : { key: 'asked', values: { askedAt: lastCheckedAt } };
  const next: readonly Message[] =
    nextCheckAt === null ? [] : [{ key: 'nextAsk', values: { nextAt: nextCheckAt } }];
  if (status === 'IN_PROGRESS') return lastCheckedAt === null ? next : [asked, ...next];
  return [
    ...(unknownSince === null ? [] : [{ key: 'since', values: { sinceAt: unknownSince } }]),
    asked,
    ...(firstNotFoundAt === null || provedNotTakenAt !== null
      ? []
      : [{ key: 'firstNotFound', values: { foundAt: firstNotFoundAt } }]),
    ...next,
  ];
}
