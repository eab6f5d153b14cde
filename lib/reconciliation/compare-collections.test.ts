import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { ManilaDay } from '../dates/manila-day';
import {
  bookedFee,
  type CollectionLine,
  type CollectionOrder,
  compareCollections,
  duplicateFinding,
  type LineAndOrder,
  type OrderAndLine,
} from './compare-collections';

const DAY = '2026-01-15' as ManilaDay;
const NEXT = '2026-01-16' as ManilaDay;
const BEFORE = '2026-01-14' as ManilaDay;

/** A GCash payment of ₱1,250.00 with its fee of ₱25.00. */
const line = (change: Partial<CollectionLine> = {}): CollectionLine => ({
  lineId: 'line',
  lineNo: 1,
  day: DAY,
  transactionId: 'C1',
  merchantOrderId: 'WB1',
  channelCode: 'GCASH_URL',
  amount: 125_000n,
  fee: 2_500n,
  status: 'COMPLETE',
  completedAt: new Date('2026-01-15T04:00:00Z'),
  ...change,
});
const order = (change: Partial<CollectionOrder> = {}): CollectionOrder => ({
  orderId: 'order',
  reference: 'WB1',
  transactionId: 'C1',
  channelCode: 'GCASH_URL',
  amount: 125_000n,
  fee: null,
  status: 'COMPLETE',
  completedAt: new Date('2026-01-15T04:00:00Z'),
  day: DAY,
  silent: false,
  uninvited: false,
  ...change,
});

function compare(lines: readonly LineAndOrder[], orders: readonly OrderAndLine[]) {
  const { found, carried } = compareCollections({ day: DAY, lines, orders });
  return {
    found: found.map(({ type, effect, claim, variant }) => ({ type, effect, claim, variant })),
    carried,
  };
}
const judged = { openThere: false, judged: true } as const;

describe('a day of one payment', () => {
  test('that agrees raises nothing', () => {
    const pair = { line: line(), order: order() };
    expect(compare([pair], [{ ...pair, ...judged }])).toEqual({ found: [], carried: 0n });
  });

  test.each([
    ['more on the statement', 130_000n, 5_000n],
    ['less on the statement', 124_999n, -1n],
  ])('amount differs: %s', (_, amount, effect) => {
    const pair = { line: line({ amount, fee: amount === 130_000n ? 2_600n : 2_500n }), order: order() };
    expect(compare([pair], [{ ...pair, ...judged }]).found).toEqual([
      { type: 'AMOUNT_DIFFERS', effect, claim: null, variant: 'both' },
    ]);
  });

  test('fee differs: no effect, the overcharge is a claim, the expected fee is that of the line', () => {
    const pair = { line: line({ fee: 2_750n }), order: order() };
    expect(compare([pair], [{ ...pair, ...judged }]).found).toEqual([
      { type: 'FEE_DIFFERS', effect: 0n, claim: 250n, variant: 'tooMuch' },
    ]);
    const cheap = { line: line({ fee: 2_400n }), order: order() };
    expect(compare([cheap], []).found).toEqual([
      { type: 'FEE_DIFFERS', effect: 0n, claim: null, variant: 'tooLittle' },
    ]);
    const unlisted = { line: line({ fee: 9_999n, channelCode: 'NEW_CHANNEL' }), order: order() };
    expect(compare([unlisted], []).found).toEqual([]);
  });

  test.each(['FAILED', 'CLOSED', 'REFUSED'])('status differs: %s here, COMPLETE there', (status) => {
    const pair = { line: line(), order: order({ status, day: null }) };
    expect(compare([pair], []).found).toEqual([
      { type: 'STATUS_DIFFERS', effect: 122_500n, claim: null, variant: 'completeThere' },
    ]);
  });

  test('missing here', () => {
    expect(compare([{ line: line(), order: null }], []).found).toEqual([
      { type: 'MISSING_HERE', effect: 122_500n, claim: null, variant: 'onStatement' },
    ]);
    expect(compare([{ line: line({ status: 'FAILED', fee: 0n }), order: null }], []).found).toEqual([]);
  });

  test('missing there costs what is expected while no line says what was charged', () => {
    expect(compare([], [{ order: order(), line: null, ...judged }]).found).toEqual([
      { type: 'MISSING_THERE', effect: -122_500n, claim: null, variant: 'notListed' },
    ]);
    expect(compare([], [{ order: order(), line: null, openThere: false, judged: false }]).found).toEqual([]);
  });

  test('still open or failed there', () => {
    expect(compare([], [{ order: order(), line: null, openThere: true, judged: true }]).found).toEqual([
      { type: 'STATUS_DIFFERS', effect: -122_500n, claim: null, variant: 'openThere' },
    ]);
    const failed = line({ status: 'FAILED', fee: 0n });
    expect(
      compare([{ line: failed, order: order() }], [{ order: order(), line: failed, ...judged }]).found,
    ).toEqual([{ type: 'STATUS_DIFFERS', effect: -122_500n, claim: null, variant: 'failedThere' }]);
  });

  test('late: taken off the day on which we count it, carried to the day of the line', () => {
    const late = line({ day: NEXT });
    expect(compare([], [{ order: order(), line: late, ...judged }])).toEqual({
      found: [{ type: 'LATE', effect: -122_500n, claim: null, variant: 'otherDay' }],
      carried: 0n,
    });
    const earlier = order({ day: BEFORE });
    expect(compare([{ line: line(), order: earlier }], [])).toEqual({ found: [], carried: 122_500n });
  });

  test('no callback, and an order nobody asked for, have no effect', () => {
    const silent = order({ silent: true });
    expect(
      compare([{ line: line(), order: silent }], [{ order: silent, line: line(), ...judged }]).found,
    ).toEqual([{ type: 'NO_CALLBACK', effect: 0n, claim: null, variant: 'silent' }]);
    const uninvited = order({ uninvited: true });
    expect(compare([], [{ order: uninvited, line: line(), ...judged }]).found).toEqual([
      { type: 'MISSING_HERE', effect: 0n, claim: null, variant: 'inBooks' },
    ]);
  });

  test('a line listed twice has no effect', () => {
    expect(duplicateFinding(line(), 2)).toMatchObject({ type: 'DUPLICATE', subjectId: 'C1', effect: 0n });
  });
});

test('whatever the rows say, effects and what is carried over are PayCools minus Kaha', () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 9n });
  const lines = fc.option(
    fc.record({
      day: fc.constantFrom(BEFORE, DAY, NEXT),
      amount,
      fee: fc.bigInt({ min: 0n, max: 10n ** 6n }),
      status: fc.constantFrom('COMPLETE', 'FAILED'),
    }),
    { nil: null },
  );
  const orders = fc.option(
    fc.record({
      amount,
      status: fc.constantFrom('COMPLETE', 'COMPLETE', 'FAILED', 'CLOSED', 'PENDING', 'UNKNOWN'),
      day: fc.constantFrom(BEFORE, DAY, NEXT),
    }),
    { nil: null },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(lines, orders, fc.boolean())), (pairs) => {
      const rows = pairs.map(([l, o, openThere]) => {
        const theirs = l && line(l);
        const fee = theirs?.status === 'COMPLETE' ? theirs.fee : null;
        return {
          line: theirs,
          order: o && order({ ...o, fee, day: o.status === 'COMPLETE' ? o.day : null }),
          openThere,
          judged: true,
        };
      });
      const there = rows.flatMap(({ line: l }) =>
        l?.day === DAY && l.status === 'COMPLETE' ? [l.amount - l.fee] : [],
      );
      const here = rows.flatMap(({ order: o }) => (o?.day === DAY ? [o.amount - bookedFee(o)] : []));
      const { found, carried } = compareCollections({
        day: DAY,
        lines: rows.flatMap(({ line: l, order: o }) => (l?.day === DAY ? [{ line: l, order: o }] : [])),
        orders: rows.flatMap(({ order: o, ...rest }) => (o?.day === DAY ? [{ order: o, ...rest }] : [])),
      });
      const sum = (amounts: readonly bigint[]) => amounts.reduce((total, each) => total + each, 0n);
      expect(sum(found.map(({ effect }) => effect)) + carried).toBe(sum(there) - sum(here));
    }),
    { numRuns: 500 },
  );
});
