import { expect, test } from 'vitest';

import { weighAbsence } from './absence';

const MINUTE = 60_000;
const times = { absenceAfterCall: 10 * MINUTE, absenceApart: 5 * MINUTE };
const since = new Date('2026-11-23T06:00:00Z');
const after = (ms: number) => new Date(since.getTime() + ms);

test('a not-found answer before ten minutes after the call counts for nothing', () => {
  expect(weighAbsence({ since, firstNotFoundAt: null }, after(10 * MINUTE - 1), times)).toEqual({
    kind: 'too-early',
    firstNotFoundAt: null,
    askAgainAfterMs: 1,
  });
});

test('the first that counts starts the five minutes', () => {
  expect(weighAbsence({ since, firstNotFoundAt: null }, after(10 * MINUTE), times)).toEqual({
    kind: 'first',
    firstNotFoundAt: after(10 * MINUTE),
    askAgainAfterMs: 5 * MINUTE,
  });
});

test('a second within five minutes of the first proves nothing', () => {
  const firstNotFoundAt = after(12 * MINUTE);
  expect(weighAbsence({ since, firstNotFoundAt }, after(17 * MINUTE - 1), times)).toEqual({
    kind: 'first',
    firstNotFoundAt,
    askAgainAfterMs: 1,
  });
});

test('a second at least five minutes after the first is the proof', () => {
  const firstNotFoundAt = after(12 * MINUTE);
  expect(weighAbsence({ since, firstNotFoundAt }, after(17 * MINUTE), times)).toEqual({ kind: 'proved' });
});
