import { queryOptions } from '@tanstack/react-query';

import { Waiting } from '@/lib/home/schema';

const EVERY_15_SECONDS = 15_000;

/** How many things wait at each place, asked again while the tab is open. */
export function waitingQuery() {
  return queryOptions({
    queryKey: ['home', 'waiting'],
    queryFn: async ({ signal }) => {
      const response = await fetch('/api/home/waiting', { signal });
      if (!response.ok) throw new Error(`what waits was answered ${response.status}`);
      return Waiting.parse(await response.json());
    },
    refetchInterval: EVERY_15_SECONDS,
  });
}
