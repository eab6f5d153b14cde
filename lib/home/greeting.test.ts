import { expect, test } from 'vitest';

import { firstName, partOfDay } from './greeting';

test.each([
  ['2026-11-22T19:59:59Z', 'evening'],
  ['2026-11-22T20:00:00Z', 'morning'],
  ['2026-11-23T02:59:59Z', 'morning'],
  ['2026-11-23T03:00:00Z', 'noon'],
  ['2026-11-23T05:00:00Z', 'afternoon'],
  ['2026-11-23T09:59:59Z', 'afternoon'],
  ['2026-11-23T10:00:00Z', 'evening'],
])('at %s it is %s in Manila', (at, part) => {
  expect(partOfDay(new Date(at))).toBe(part);
});

test('a person is called by the first word of the name', () => {
  expect(firstName('  Liza  Reyes ')).toBe('Liza');
  expect(firstName('李')).toBe('李');
});
