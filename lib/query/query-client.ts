import { defaultShouldDehydrateQuery, QueryClient } from '@tanstack/react-query';

/** A fresh client per server render and one for the tab. Pending queries stream to the browser. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: 1 },
      dehydrate: {
        shouldDehydrateQuery: (query) =>
          defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
      },
    },
  });
}
