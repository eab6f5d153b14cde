import { queryOptions } from '@tanstack/react-query';

import { type DayFilter, DayPage, DayReconciliation } from '@/lib/reconciliation/schema';

const EVERY_SECOND = 1_000;

/** Everything that is asked about reconciliation begins with this key. */
export const reconciliationKeys = { all: ['reconciliation'] as const };

/** The overview of days; asked every second while one of them is running. */
export function dayListQuery(filter: DayFilter) {
  return queryOptions({
    queryKey: [...reconciliationKeys.all, 'list', filter],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/reconciliation?${toSearch(filter)}`, { signal });
      if (!response.ok) throw new Error(`the list of days was answered ${response.status}`);
      return DayPage.parse(await response.json());
    },
    refetchInterval: ({ state }) =>
      state.data?.rows.some(({ running }) => running) === true ? EVERY_SECOND : false,
  });
}

/** One day; asked every second while it is being reconciled or a statement of it is being fetched. */
export function dayQuery(gatewayAppId: string, day: string) {
  return queryOptions({
    queryKey: [...reconciliationKeys.all, 'day', gatewayAppId, day],
    queryFn: async ({ signal }) => {
      const response = await fetch(dayApi(gatewayAppId, day), { signal });
      if (!response.ok) throw new Error(`the day was answered ${response.status}`);
      return DayReconciliation.parse(await response.json());
    },
    refetchInterval: ({ state }) => (state.data && isDayLive(state.data) ? EVERY_SECOND : false),
  });
}

/** True while something on the page may still change by itself. */
export function isDayLive({ run, statements }: DayReconciliation): boolean {
  return (
    (run?.runningSince ?? null) !== null ||
    [statements.PAYMENT, statements.PAYOUT].some((statement) => statement?.state === 'FETCHING')
  );
}

/** The filter as the part of an address after the question mark. */
export function toSearch(filter: DayFilter): string {
  const set = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(set).toString();
}

/** The page of one day. */
export function dayHref(gatewayAppId: string, day: string): string {
  return `/reconciliation/${encodeURIComponent(gatewayAppId)}/${day}`;
}

function dayApi(gatewayAppId: string, day: string): string {
  return `/api${dayHref(gatewayAppId, day)}`;
}
