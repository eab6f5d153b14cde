import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { ManilaDay } from '../dates/manila-day';
import { bookedPayoutFee, comparePayouts, type PayoutLineSide, type PayoutSide } from './compare-payouts';
import { compareRefunds, type RefundMoves, type RefundPair } from './compare-refunds';

const DAY = '2026-01-15' as ManilaDay;
const NEXT = '2026-01-16' as ManilaDay;
const BEFORE = '2026-01-14' as ManilaDay;

/** A payout of ₱5,000.00 with its fee of ₱10.00. */
const line = (change: Partial<PayoutLineSide> = {}): PayoutLineSide => ({
  lineId: 'line',
  lineNo: 1,
  day: DAY,
  createdDay: DAY,
  transactionId: 'D1',
  merchantOrderId: 'PO1',
  amount: 500_000n,
  fee: 1_000n,
  status: 'COMPLETE',
  completedAt: null,
  ...change,
});
const payout = (change: Partial<PayoutSide> = {}): PayoutSide => ({
  payoutId: 'payout',
  mchOrderId: 'PO1',
  transactionId: 'D1',
  amount: 500_000n,
  fee: null,
  status: 'COMPLETE',
  createdDay: DAY,
  completedDay: DAY,
  completedAt: null,
  uninvited: false,
  judged: true,
  ...change,
});
const kinds = (found: ReturnType<typeof comparePayouts>) =>
  found.map(({ type, effect, claim, variant }) => ({ type, effect, claim, variant }));

describe('payouts', () => {
  test('that agree raise nothing, also when they fail, come back, or are still open', () => {
    expect(comparePayouts(DAY, [{ line: line(), payout: payout() }])).toEqual([]);
    expect(
      comparePayouts(DAY, [
        {
          line: line({ status: 'FAILED', fee: 0n, createdDay: BEFORE }),
          payout: payout({ status: 'FAILED', createdDay: BEFORE }),
        },
        {
          line: line({ status: 'PENDING', fee: 0n }),
          payout: payout({ status: 'IN_PROGRESS', completedDay: null }),
        },
        { line: null, payout: payout({ status: 'IN_PROGRESS', completedDay: null, judged: false }) },
      ]),
    ).toEqual([]);
  });

  test.each([
    [
      'missing here',
      { line: line(), payout: null },
      { type: 'MISSING_HERE', effect: -501_000n, claim: null, variant: 'onStatement' },
    ],
    [
      'in the books but nobody asked for it',
      { line: line(), payout: payout({ uninvited: true }) },
      { type: 'MISSING_HERE', effect: 0n, claim: null, variant: 'inBooks' },
    ],
    [
      'missing there',
      { line: null, payout: payout() },
      { type: 'MISSING_THERE', effect: 501_000n, claim: null, variant: 'notListed' },
    ],
    [
      'amount differs',
      { line: line({ amount: 510_000n }), payout: payout() },
      { type: 'AMOUNT_DIFFERS', effect: -10_000n, claim: null, variant: 'both' },
    ],
    [
      'failed here, complete there',
      { line: line(), payout: payout({ status: 'FAILED' }) },
      { type: 'STATUS_DIFFERS', effect: -501_000n, claim: null, variant: 'completeThere' },
    ],
    [
      'complete here, failed there',
      { line: line({ status: 'FAILED', fee: 0n }), payout: payout() },
      { type: 'STATUS_DIFFERS', effect: 501_000n, claim: null, variant: 'failedThere' },
    ],
    [
      'fee differs',
      { line: line({ fee: 1_500n }), payout: payout({ fee: 1_500n }) },
      { type: 'FEE_DIFFERS', effect: 0n, claim: 500n, variant: 'tooMuch' },
    ],
    [
      'created on another day here',
      { line: line({ createdDay: NEXT, day: NEXT }), payout: payout({ completedDay: NEXT }) },
      { type: 'LATE', effect: 501_000n, claim: null, variant: 'otherDay' },
    ],
  ] as const)('%s', (_, pair, expected) => {
    expect(kinds(comparePayouts(DAY, [pair]))).toEqual([expected]);
  });

  test('whatever the rows say, the effects are PayCools minus Kaha', () => {
    const days = fc.constantFrom(BEFORE, DAY, NEXT);
    const amount = fc.bigInt({ min: 1n, max: 10n ** 9n });
    const lines = fc.option(
      fc.record({
        day: days,
        createdDay: days,
        amount,
        fee: fc.bigInt({ min: 0n, max: 5_000n }),
        status: fc.constantFrom('PENDING', 'COMPLETE', 'FAILED'),
      }),
      { nil: null },
    );
    const payouts = fc.option(
      fc.record({
        amount,
        status: fc.constantFrom('COMPLETE', 'FAILED', 'CANCELLED', 'IN_PROGRESS', 'REFUSED', 'UNKNOWN'),
        createdDay: days,
        completedDay: days,
      }),
      { nil: null },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(lines, payouts)), (rows) => {
        const pairs = rows.map(([l, p]) => ({
          line: l && line(l),
          payout: p && payout({ ...p, fee: l?.status === 'COMPLETE' ? l.fee : null }),
        }));
        const there = pairs.map(({ line: l }) => {
          if (!l) return 0n;
          const whole = l.amount + (l.status === 'COMPLETE' ? l.fee : 1_000n);
          const out = l.createdDay === DAY ? -whole : 0n;
          return l.status === 'FAILED' && l.day === DAY ? out + whole : out;
        });
        const here = pairs.map(({ payout: p }) => {
          if (!p || p.status === 'REFUSED' || p.status === 'UNKNOWN') return 0n;
          const whole = p.amount + bookedPayoutFee(p);
          const out = p.createdDay === DAY ? -whole : 0n;
          const back = p.status === 'FAILED' || p.status === 'CANCELLED';
          return back && p.completedDay === DAY ? out + whole : out;
        });
        const sum = (amounts: readonly bigint[]) => amounts.reduce((total, each) => total + each, 0n);
        const effects = comparePayouts(DAY, pairs).map(({ effect }) => effect);
        expect(sum(effects)).toBe(sum(there) - sum(here));
      }),
      { numRuns: 500 },
    );
  });
});

const NOON = new Date('2026-01-15T04:00:00Z');
const TOMORROW = new Date('2026-01-16T04:00:00Z');
const moves = (change: Partial<RefundMoves> = {}): RefundMoves => ({
  amount: 50_025n,
  feeRefunded: 0n,
  ending: 'complete',
  createdAt: NOON,
  returnedAt: NOON,
  ...change,
});
const refund = (change: Partial<RefundPair> = {}): RefundPair => ({
  refundId: 'refund',
  orderId: null,
  mchRefundOrderId: 'RF1',
  reference: 'WB1',
  ours: moves(),
  theirs: moves(),
  uninvited: false,
  ...change,
});

describe('refunds', () => {
  test('that PayCools knows as we do raise nothing; an answer that did not come claims nothing', () => {
    expect(
      compareRefunds(DAY, [
        refund(),
        refund({ theirs: 'silent' }),
        refund({ ours: moves({ ending: 'open', returnedAt: null }) }),
      ]),
    ).toEqual([]);
  });

  test.each([
    ['not explained', { theirs: 'not-there' }, 'REFUND_NOT_EXPLAINED', 50_025n],
    [
      'not explained, with its fee given back',
      { theirs: 'not-there', ours: moves({ feeRefunded: 1_000n }) },
      'REFUND_NOT_EXPLAINED',
      49_025n,
    ],
    ['another amount', { theirs: moves({ amount: 60_000n }) }, 'AMOUNT_DIFFERS', -9_975n],
    ['came back there', { theirs: moves({ ending: 'returned' }) }, 'STATUS_DIFFERS', 50_025n],
    ['came back here only', { ours: moves({ ending: 'returned' }) }, 'STATUS_DIFFERS', -50_025n],
    ['taken a day later', { theirs: moves({ createdAt: TOMORROW, returnedAt: TOMORROW }) }, 'LATE', 50_025n],
    ['nobody asked for it here', { uninvited: true }, 'MISSING_HERE', 0n],
  ] as const)('%s', (_, change, type, effect) => {
    expect(compareRefunds(DAY, [refund(change)])).toMatchObject([{ type, effect, subjectId: 'RF1' }]);
  });

  test('a refund that moved nothing on the day is not explained on another', () => {
    expect(compareRefunds(NEXT, [refund({ theirs: 'not-there' })])).toEqual([]);
  });
});
