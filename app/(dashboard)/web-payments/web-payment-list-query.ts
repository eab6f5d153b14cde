import { queryOptions } from '@tanstack/react-query';

import { type WebPaymentFilter, WebPaymentPage } from '@/lib/web-payments/schema';

/** Key and browser fetcher together, so the server prefetch and the table cannot disagree on the key. */
export function webPaymentListQuery(filter: WebPaymentFilter) {
  return queryOptions({
    queryKey: ['web-payments', 'list', filter],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/web-payments?${toSearch(filter)}`, { signal });
      if (!response.ok) throw new Error(`the list of web payments was answered ${response.status}`);
      return WebPaymentPage.parse(await response.json());
    },
  });
}

/** The filter as the part of an address after the question mark. */
export function toSearch(filter: WebPaymentFilter): string {
  const set = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(set).toString();
}
