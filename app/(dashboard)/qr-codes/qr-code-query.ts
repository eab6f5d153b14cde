import { queryOptions } from '@tanstack/react-query';

import { isQrCodeLive } from '@/lib/qr-codes/qr-code-look';
import { QrCodeDetail } from '@/lib/qr-codes/schema';

const EVERY_SECOND = 1_000;

/** One QR code, asked for every second while something can still change by itself. */
export function qrCodeQuery(id: string) {
  return queryOptions({
    queryKey: ['qr-codes', 'one', id],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/qr-codes/${id}`, { signal });
      if (!response.ok) throw new Error(`the QR code was answered ${response.status}`);
      return QrCodeDetail.parse(await response.json());
    },
    refetchInterval: ({ state }) => (state.data && isQrCodeLive(state.data) ? EVERY_SECOND : false),
  });
}
