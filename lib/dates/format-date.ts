import { formatGatewayTime } from '@/lib/dates/gateway-time';
import { type ManilaDay, manilaDayOf } from '@/lib/dates/manila-day';

/** `short` 23 Nov · `medium` 23 Nov 2026 · `long` Monday, 23 November 2026. */
export type DayStyle = 'short' | 'medium' | 'long';

/** Writes an instant for people, in Manila time with the zone written: `23 Nov 2026, 14:05 PHT`. */
export function formatDateTime(date: Date, locale: string): string {
  const separator = isChinese(locale) ? ' ' : ', ';
  return `${formatDay(manilaDayOf(date), locale, 'medium')}${separator}${formatTime(date)}`;
}

/** Writes the Manila time of an instant with the zone: `14:05 PHT`. */
export function formatTime(date: Date): string {
  return `${formatGatewayTime(date).slice(11, 16)} PHT`;
}

/** Writes a Manila day for people; day before month in every language that has no rule of its own. */
export function formatDay(day: ManilaDay, locale: string, style: DayStyle): string {
  const noon = new Date(`${day}T12:00:00Z`);
  const year = day.slice(0, 4);
  const dayOfMonth = Number(day.slice(8));
  if (isChinese(locale)) {
    const short = `${Number(day.slice(5, 7))}月${dayOfMonth}日`;
    if (style === 'short') return short;
    return `${year}年${short}${style === 'long' ? ` ${nameOf(noon, locale, { weekday: 'long' })}` : ''}`;
  }
  if (style === 'long') {
    const weekday = nameOf(noon, locale, { weekday: 'long' });
    return `${weekday}, ${dayOfMonth} ${nameOf(noon, locale, { month: 'long' })} ${year}`;
  }
  const short = `${dayOfMonth} ${nameOf(noon, locale, { month: 'short' })}`;
  return style === 'short' ? short : `${short} ${year}`;
}

function nameOf(date: Date, locale: string, part: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...part, timeZone: 'UTC' }).format(date);
}

function isChinese(locale: string): boolean {
  return locale.startsWith('zh');
}
