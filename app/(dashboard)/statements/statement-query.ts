import { queryOptions } from '@tanstack/react-query';

import { type LineFilter, StatementDetail, StatementLines } from '@/lib/statements/schema';

import { statementKeys, toSearch } from './statement-list-query';

const EVERY_SECOND = 1_000;

/** One statement, asked for every second while it is being fetched. */
export function statementQuery(id: string) {
  return queryOptions({
    queryKey: [...statementKeys.all, 'one', id],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/statements/${id}`, { signal });
      if (!response.ok) throw new Error(`the statement was answered ${response.status}`);
      return StatementDetail.parse(await response.json());
    },
    refetchInterval: ({ state }) => (state.data?.state === 'FETCHING' ? EVERY_SECOND : false),
  });
}

/** A page of the lines of one statement. */
export function statementLinesQuery(id: string, filter: LineFilter) {
  return queryOptions({
    queryKey: [...statementKeys.all, 'lines', id, filter],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/statements/${id}/lines?${toSearch(filter)}`, { signal });
      if (!response.ok) throw new Error(`the rows of the statement were answered ${response.status}`);
      return StatementLines.parse(await response.json());
    },
  });
}
