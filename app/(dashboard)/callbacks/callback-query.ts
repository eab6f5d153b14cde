import { queryOptions } from '@tanstack/react-query';

import { CallbackDetail } from '@/lib/callbacks/schema';

const EVERY_SECOND = 1_000;

/** One callback, asked for every second while its job is not done. */
export function callbackQuery(id: string) {
  return queryOptions({
    queryKey: ['callbacks', 'one', id],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/callbacks-inbox/${id}`, { signal });
      if (!response.ok) throw new Error(`the callback was answered ${response.status}`);
      return CallbackDetail.parse(await response.json());
    },
    refetchInterval: ({ state }) => (state.data?.isMoving === true ? EVERY_SECOND : false),
  });
}
