import { expect, test } from 'vitest';
import { addDays, daysBetween, isoManila, manilaDay, startOfManilaDay, wireTime } from './manila-time';

test('times are told in Manila, seconds cut', () => {
  const at = new Date('2026-01-14T16:00:00.999Z');
  expect(wireTime(at)).toBe('2026-01-15 00:00:00');
  expect(isoManila(at)).toBe('2026-01-15T00:00:00.999+08:00');
  expect(manilaDay(new Date('2026-01-14T15:59:59.999Z'))).toBe('2026-01-14');
});

test('a day is a real one or none', () => {
  expect(startOfManilaDay('2026-01-15')?.toISOString()).toBe('2026-01-14T16:00:00.000Z');
  expect(['2026-02-29', '2026-1-5', '2026-13-01', 'today'].map(startOfManilaDay)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('days are counted across months', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(daysBetween('2026-01-15', '2026-03-16')).toBe(60);
});
