import { qrCodeShown, type Shown } from '../status/shown-state';
import type { QrCodeRow } from './schema';

/** How a QR code's state is shown: a code whose one payment came is complete, one whose time ran out says so. */
export function qrCodeLook({ status, over }: Pick<QrCodeRow, 'status' | 'over'>): Shown {
  if (over === 'paid') return { state: 'complete' };
  if (over === 'expired') return { state: 'closed', because: 'expired' };
  return qrCodeShown(status);
}

/** True while something may still change by itself, so that an open page keeps asking. */
export function isQrCodeLive({
  status,
  over,
  openPayments,
}: Pick<QrCodeRow, 'status' | 'over'> & Readonly<{ openPayments: number }>): boolean {
  if (openPayments > 0 || status === 'SENDING' || status === 'UNKNOWN') return true;
  return status === 'ACTIVE' && over === null;
}
