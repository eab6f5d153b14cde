import { queryOptions } from '@tanstack/react-query';

import { type OrderFilter, OrderPage, orderSearch } from '@/lib/orders/schema';

const EVERY_10_SECONDS = 10_000;

/** Key and browser fetcher together, so the server prefetch and the table cannot disagree on the key. */
export function orderListQuery(filter: OrderFilter) {
  return queryOptions({
    queryKey: ['orders', 'list', filter],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/orders?${orderSearch(filter)}`, { signal });
      if (!response.ok) throw new Error(`the list of orders was answered ${response.status}`);
      return OrderPage.parse(await response.json());
    },
    // New payments appear at the top; older pages stand still.
    refetchInterval: filter.after === undefined && filter.before === undefined ? EVERY_10_SECONDS : false,
  });
}
