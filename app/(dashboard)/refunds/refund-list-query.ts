import { queryOptions } from '@tanstack/react-query';

import { type RefundFilter, RefundPage } from '@/lib/refunds/list-schema';

/** Key and browser fetcher together, so the server prefetch and the table cannot disagree on the key. */
export function refundListQuery(filter: RefundFilter) {
  return queryOptions({
    queryKey: ['refunds', 'list', filter],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/refunds?${toSearch(filter)}`, { signal });
      if (!response.ok) throw new Error(`the list of refunds was answered ${response.status}`);
      return RefundPage.parse(await response.json());
    },
  });
}

/** The filter as the part of an address after the question mark. */
export function toSearch(filter: RefundFilter): string {
  const set = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(set).toString();
}
