import { queryOptions } from '@tanstack/react-query';

import { type QrCodeFilter, QrCodePage } from '@/lib/qr-codes/schema';

/** Key and browser fetcher together, so the server prefetch and the table cannot disagree on the key. */
export function qrCodeListQuery(filter: QrCodeFilter) {
  return queryOptions({
    queryKey: ['qr-codes', 'list', filter],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/qr-codes?${toSearch(filter)}`, { signal });
      if (!response.ok) throw new Error(`the list of QR codes was answered ${response.status}`);
      return QrCodePage.parse(await response.json());
    },
  });
}

/** The filter as the part of an address after the question mark. */
export function toSearch(filter: QrCodeFilter): string {
  const set = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(set).toString();
}
