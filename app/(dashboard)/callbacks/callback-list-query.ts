import { queryOptions } from '@tanstack/react-query';

import { type CallbackFilter, CallbackPage, callbackSearch } from '@/lib/callbacks/schema';

const EVERY_5_SECONDS = 5_000;

/** Key and browser fetcher together, so the server prefetch and the table cannot disagree on the key. */
export function callbackListQuery(filter: CallbackFilter) {
  return queryOptions({
    queryKey: ['callbacks', 'list', filter],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/callbacks-inbox?${callbackSearch(filter)}`, { signal });
      if (!response.ok) throw new Error(`the inbox was answered ${response.status}`);
      return CallbackPage.parse(await response.json());
    },
    // New callbacks appear at the top; older pages stand still.
    refetchInterval: filter.after === undefined && filter.before === undefined ? EVERY_5_SECONDS : false,
  });
}
