'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { useSay } from '@/components/message/use-say';
import { Say } from '@/components/ui/say';
import type { DayReconciliation } from '@/lib/reconciliation/schema';

import { FetchButton } from './fetch-button';

type DayNoticesProps = Readonly<{ reconciled: DayReconciliation; mayFetch: boolean; mayWork: boolean }>;

/** What stands in the way of a full picture, each with the one thing to do about it. */
export function DayNotices({ reconciled, mayFetch, mayWork }: DayNoticesProps) {
  const t = useTranslations('reconciliation');
  const say = useSay();
  const { run } = reconciled;
  const notices: ReactNode[] = [];
  if (run?.failure) notices.push(<Say key="failure" tone="doubt" role="status" title={say(run.failure)} />);
  const missing = missingStatements(reconciled);
  if (!run?.proof && !run?.runningSince && missing !== 'neither' && missing !== 'fetching') {
    notices.push(
      <Say key="not-run" tone="run" title={t('notRun.title')}>
        {t('notRun.body')} {!mayWork && t('notRun.read')}
      </Say>,
    );
  }
  if (missing !== null) {
    notices.push(
      <Say
        key="statements"
        tone={missing === 'fetching' ? 'run' : 'doubt'}
        title={t(`needs.${missing}.title`)}
        {...(mayFetch &&
          missing !== 'fetching' && {
            actions: (
              <FetchButton gatewayAppId={reconciled.gatewayAppId} day={reconciled.day}>
                {t('needs.fetch')}
              </FetchButton>
            ),
          })}
      >
        {t(`needs.${missing}.body`)}
      </Say>,
    );
  }
  const notAsked = run?.proof?.refundsNotAsked ?? 0;
  if (notAsked > 0) {
    notices.push(
      <Say key="refunds" tone="doubt" title={t('refundsNotAsked.title', { count: notAsked })}>
        {t('refundsNotAsked.body')}
      </Say>,
    );
  }
  return notices.length === 0 ? null : <div className="mb-4 grid gap-3">{notices}</div>;
}

/** Which statement the day lacks; null where both have been compared. */
function missingStatements({
  run,
  statements,
}: DayReconciliation): 'fetching' | 'neither' | 'payments' | 'payouts' | null {
  if ([statements.PAYMENT, statements.PAYOUT].some((each) => each?.state === 'FETCHING')) return 'fetching';
  const compared = run?.proof?.compared ?? {
    payments: statements.PAYMENT?.state === 'READY',
    payouts: statements.PAYOUT?.state === 'READY',
  };
  if (compared.payments && compared.payouts) return null;
  if (!compared.payments && !compared.payouts) return 'neither';
  return compared.payments ? 'payouts' : 'payments';
}
