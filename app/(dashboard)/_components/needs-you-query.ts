import { queryOptions } from '@tanstack/react-query';

import { NeedsYou } from '@/lib/home/schema';

const EVERY_15_SECONDS = 15_000;

/** What needs somebody, asked again every 15 seconds while the tab is open. */
export function needsYouQuery() {
  return queryOptions({
    queryKey: ['home', 'needs-you'],
    queryFn: async ({ signal }) => {
      const response = await fetch('/api/home/needs-you', { signal });
      if (!response.ok) throw new Error(`what needs somebody was answered ${response.status}`);
      return NeedsYou.parse(await response.json());
    },
    refetchInterval: EVERY_15_SECONDS,
  });
}
