import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDateTime, formatDay, formatTime } from '@/lib/dates/format-date';
import { formatGatewayTime, parseGatewayTime } from '@/lib/dates/gateway-time';
import {
  addDays,
  daysBetween,
  type ManilaDay,
  manilaDayOf,
  parseManilaDay,
  startOfDay,
} from '@/lib/dates/manila-day';

const day = (text: string) => parseManilaDay(text) as ManilaDay;
const instants = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('a Manila day', () => {
  test.each(['2026-01-01', '2024-02-29', '2000-02-29'])('%s is a day', (text) => {
    expect(parseManilaDay(text)).toBe(text);
  });

  test.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    ' 2026-01-01',
    '２026-01-01',
  ])('%j is not', (text) => {
    expect(parseManilaDay(text)).toBeNull();
  });

  test('starts at Manila midnight', () => {
    expect(manilaDayOf(new Date('2026-01-14T15:59:59.999Z'))).toBe('2026-01-14');
    expect(manilaDayOf(new Date('2026-01-14T16:00:00Z'))).toBe('2026-01-15');
    expect(startOfDay(day('2026-01-15')).toISOString()).toBe('2026-01-14T16:00:00.000Z');
  });

  test('counts across months and years', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2024-03-01'), -1)).toBe('2024-02-29');
    expect(daysBetween(day('2026-01-01'), day('2026-03-02'))).toBe(60);
    expect(daysBetween(day('2026-01-02'), day('2026-01-01'))).toBe(-1);
  });

  test('adding and counting agree', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -5000, max: 5000 }), (instant, n) => {
        const start = manilaDayOf(instant);
        expect(daysBetween(start, addDays(start, n))).toBe(n);
        expect(manilaDayOf(startOfDay(start))).toBe(start);
      }),
    );
  });
});

describe('gateway time', () => {
  test('is Manila time', () => {
    expect(parseGatewayTime('2026-01-01 12:00:41')?.toISOString()).toBe('2026-01-01T04:00:41.000Z');
    expect(formatGatewayTime(new Date('2026-01-14T16:00:14.900Z'))).toBe('2026-01-15 00:00:14');
  });

  test.each([
    '',
    '2026-01-01',
    '2026-01-01T12:00:41',
    '2026-02-30 10:00:00',
    '2026-01-01 24:00:00',
    '2026-01-01 12:60:00',
  ])('%j is no time', (text) => {
    expect(parseGatewayTime(text)).toBeNull();
  });

  test('what is written is read back to the second', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const wholeSeconds = Math.floor(instant.getTime() / 1000) * 1000;
        expect(parseGatewayTime(formatGatewayTime(instant))?.getTime()).toBe(wholeSeconds);
      }),
    );
  });
});

describe('for people', () => {
  const instant = new Date('2026-11-23T06:05:59Z');

  test.each([
    ['en', '23 Nov 2026, 14:05 PHT'],
    ['fil', '23 Nob 2026, 14:05 PHT'],
    ['zh-Hans', '2026年11月23日 14:05 PHT'],
  ])('formatDateTime in %s', (locale, text) => {
    expect(formatDateTime(instant, locale)).toBe(text);
  });

  test.each([
    ['en', 'short', '23 Nov'],
    ['en', 'medium', '23 Nov 2026'],
    ['en', 'long', 'Monday, 23 November 2026'],
    ['fil', 'long', 'Lunes, 23 Nobyembre 2026'],
    ['zh-Hans', 'short', '11月23日'],
    ['zh-Hans', 'long', '2026年11月23日 星期一'],
  ] as const)('formatDay in %s, %s', (locale, style, text) => {
    expect(formatDay(day('2026-11-23'), locale, style)).toBe(text);
  });

  test('September is Sep, midnight is 00:00', () => {
    expect(formatDay(day('2026-09-01'), 'en', 'medium')).toBe('1 Sep 2026');
    expect(formatTime(new Date('2026-09-01T16:00:00Z'))).toBe('00:00 PHT');
  });
});
