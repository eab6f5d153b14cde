import { queryOptions } from '@tanstack/react-query';

import type { OrderStatus } from '@/lib/orders/status';
import { WebPaymentLink } from '@/lib/web-payments/schema';

const EVERY_SECOND = 1_000;
const OPEN: readonly OrderStatus[] = ['SENDING', 'PENDING', 'UNKNOWN'];

/** One web payment with its link, asked for every second while it is open. */
export function webPaymentQuery(id: string) {
  return queryOptions({
    queryKey: ['web-payments', 'one', id],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/web-payments/${id}`, { signal });
      if (!response.ok) throw new Error(`the web payment was answered ${response.status}`);
      return WebPaymentLink.parse(await response.json());
    },
    refetchInterval: ({ state }) => (state.data && OPEN.includes(state.data.status) ? EVERY_SECOND : false),
  });
}
