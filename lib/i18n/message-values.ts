import { formatDateTime, formatDay } from '@/lib/dates/format-date';
import { parseManilaDay } from '@/lib/dates/manila-day';
import { formatMoney } from '@/lib/money/format-money';

import type { Message } from './message';

/** The values of a message as people read them: `…Centavos` as money, `…Day` as a day, `…At` as an instant. */
export function messageValues(values: Message['values'], locale: string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, readable(name, value, locale)]),
  );
}

function readable(name: string, value: string | number, locale: string): string | number {
  if (/(?:^c|C)entavos$/u.test(name)) return asMoney(value, locale);
  if (/(?:^d|D)ay$/u.test(name)) return asDay(String(value), locale);
  if (/(?:^a|A)t$/u.test(name)) return asInstant(value, locale);
  return value;
}

function asMoney(value: string | number, locale: string): string {
  return /^-?[0-9]+$/u.test(String(value)) ? formatMoney(BigInt(value), locale) : String(value);
}

function asDay(text: string, locale: string): string {
  const day = parseManilaDay(text);
  return day === null ? text : formatDay(day, locale, 'medium');
}

function asInstant(value: string | number, locale: string): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? String(value) : formatDateTime(date, locale);
}
