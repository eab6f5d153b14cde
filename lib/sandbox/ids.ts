import { randomInt } from 'node:crypto';
import { wireTime } from './manila-time';

const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A new gateway id in the shape of 0.2: the prefix, the Manila date and random digits. */
export function newGatewayId(prefix: 'C' | 'R' | 'QR', at: Date): string {
  const day = wireTime(at).slice(2, 10).replaceAll('-', '');
  const random = [randomInt(10 ** 7), randomInt(10 ** 6)];
  return `${prefix}${day}${String(random[0]).padStart(7, '0')}${String(random[1]).padStart(6, '0')}`;
}

/** Seven base-62 characters for a short link. */
export function newLinkCode(): string {
  return Array.from({ length: 7 }, () => BASE_62.charAt(randomInt(62))).join('');
}
