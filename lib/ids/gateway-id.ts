import 'server-only';

import { randomBytes } from 'node:crypto';

import { manilaDayOf } from '../dates/manila-day';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Two letters for the kind: QR code, web payment, refund. */
export type IdKind = 'QR' | 'WB' | 'RF';

/** An id that we give the gateway: kind + yyMMdd + 12 random characters (60 bits); 20 in all, never counted. */
export function makeGatewayId(kind: IdKind, now: Date = new Date()): string {
  const day = manilaDayOf(now).replaceAll('-', '').slice(2);
  const random = Array.from(randomBytes(12), (byte) => CROCKFORD.charAt(byte & 31)).join('');
  return `${kind}${day}${random}`;
}
