import { queryOptions } from '@tanstack/react-query';

import { type StatementFilter, StatementPage } from '@/lib/statements/schema';

const EVERY_SECOND = 1_000;

/** Everything that is asked about statements begins with this key. */
export const statementKeys = { all: ['statements'] as const };

/** Key and browser fetcher together; asked every second while a statement is being fetched. */
export function statementListQuery(filter: StatementFilter) {
  return queryOptions({
    queryKey: [...statementKeys.all, 'list', filter],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/statements?${toSearch(filter)}`, { signal });
      if (!response.ok) throw new Error(`the list of statements was answered ${response.status}`);
      return StatementPage.parse(await response.json());
    },
    refetchInterval: ({ state }) =>
      state.data?.rows.some((row) => row.state === 'FETCHING') === true ? EVERY_SECOND : false,
  });
}

/** The filter as the part of an address after the question mark. */
export function toSearch(filter: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(set).toString();
}
