import { queryOptions } from '@tanstack/react-query';

import { OrderDetail } from '@/lib/orders/detail-schema';

const EVERY_SECOND = 1_000;

/** One order, asked for every second while PayCools or the worker can still say more about it. */
export function orderQuery(id: string) {
  return queryOptions({
    queryKey: ['orders', 'one', id],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/orders/${id}`, { signal });
      if (!response.ok) throw new Error(`the order was answered ${response.status}`);
      return OrderDetail.parse(await response.json());
    },
    refetchInterval: ({ state }) => (state.data?.isMoving === true ? EVERY_SECOND : false),
  });
}
