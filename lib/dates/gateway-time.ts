import { parseManilaDay } from '@/lib/dates/manila-day';

const GATEWAY_TIME = /^(?<day>[0-9-]{10}) (?<time>(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/u;
const MANILA_OFFSET_MS = 8 * 3_600_000;

/** Reads the gateway's `yyyy-MM-dd HH:mm:ss` (Manila time); null for any other text or an impossible time. */
export function parseGatewayTime(text: string): Date | null {
  const found = GATEWAY_TIME.exec(text)?.groups;
  const day = parseManilaDay(found?.['day'] ?? '');
  return day === null ? null : new Date(`${day}T${found?.['time'] ?? ''}+08:00`);
}

/** Writes an instant as the gateway does, `yyyy-MM-dd HH:mm:ss` in Manila; parts of a second are cut. */
export function formatGatewayTime(date: Date): string {
  return new Date(date.getTime() + MANILA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
