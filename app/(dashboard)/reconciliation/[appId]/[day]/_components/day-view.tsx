'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';

import { StaleNote } from '@/components/collect/stale-note';
import { Day } from '@/components/dates/day';
import { RelativeTime } from '@/components/dates/relative-time';
import { PageHeader } from '@/components/ui/page-header';
import type { ManilaDay } from '@/lib/dates/manila-day';
import type { DayReconciliation } from '@/lib/reconciliation/schema';

import { DayState } from '../../../_components/day-state';
import { dayQuery } from '../../../reconciliation-query';
import { DayNotices } from './day-notices';
import { ExceptionsCard } from './exceptions-card';
import { ProofCard } from './proof-card';
import { ReconcileButton } from './reconcile-button';

type DayViewProps = Readonly<{
  initial: DayReconciliation;
  today: ManilaDay;
  mayWork: boolean;
  mayFetch: boolean;
}>;

/** The page of one day of one app, kept true every second while it is being reconciled. */
export function DayView({ initial, today, mayWork, mayFetch }: DayViewProps) {
  const t = useTranslations('reconciliation');
  const locale = useLocale();
  const query = useQuery({ ...dayQuery(initial.gatewayAppId, initial.day), initialData: initial });
  const reconciled = query.data;
  const { run, exceptions, ranAt } = reconciled;
  const day = reconciled.day as ManilaDay;
  const open = exceptions.filter(({ state }) => state === 'OPEN').length;
  const running = (run?.runningSince ?? null) !== null;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/reconciliation' }, { label: monthOf(day, locale) }]}
        title={<Day day={day} style="long" />}
        side={
          <>
            <DayState
              row={{ running, failed: (run?.failure ?? null) !== null, proved: run?.proof != null, open }}
            />
            <span>{reconciled.appName}</span>
            {ranAt !== null && !running && (
              <span>
                {t('ranAt')} <RelativeTime at={ranAt} />
              </span>
            )}
          </>
        }
        actions={mayWork && <ReconcileButton reconciled={reconciled} running={running} />}
      />
      {query.isError && <StaleNote since={query.dataUpdatedAt} />}
      <DayNotices reconciled={reconciled} mayFetch={mayFetch} mayWork={mayWork} />
      {run?.proof && (
        <div className="split [--split:0.59fr]">
          <ProofCard proof={run.proof} ordersHref={ordersHref(reconciled)} />
          <ExceptionsCard reconciled={reconciled} today={today} mayWork={mayWork} mayFetch={mayFetch} />
        </div>
      )}
    </>
  );
}

/** The orders that Kaha counts on the day. */
function ordersHref({ gatewayAppId, day }: DayReconciliation): string {
  const filter = { view: 'complete', basis: 'paid', from: day, to: day, app: gatewayAppId };
  return `/orders?${new URLSearchParams(filter).toString()}`;
}

function monthOf(day: ManilaDay, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );
}
