import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type DayMovements, netOf, proveDay } from './proof-arithmetic';

const NOTHING: DayMovements = {
  collections: 0n,
  fees: 0n,
  payouts: 0n,
  cameBack: 0n,
  refunds: 0n,
  refundsReturned: 0n,
  feesReturned: 0n,
  other: 0n,
};

const size = fc.bigInt({ min: 0n, max: 10n ** 15n });
const signed = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const movements: fc.Arbitrary<DayMovements> = fc.record({
  collections: size,
  fees: size,
  payouts: size,
  cameBack: size,
  refunds: size,
  refundsReturned: size,
  feesReturned: size,
  other: signed,
});

describe('the proof of a day', () => {
  test('is the sum drawn in look/reconciliation.png', () => {
    const proof = proveDay({
      opening: 140_288_000n,
      closing: 149_097_611n,
      movements: {
        ...NOTHING,
        collections: 14_231_075n,
        fees: 220_114n,
        payouts: 5_004_000n,
        refunds: 190_000n,
      },
      effects: [0n, 12_000n, -14_450n, -4_900n],
    });
    expect(proof).toEqual({
      shouldBe: 149_104_961n,
      difference: -7_350n,
      explained: -7_350n,
      unexplained: 0n,
    });
  });

  test.each([
    ['collections', 100n],
    ['fees', -100n],
    ['payouts', -100n],
    ['cameBack', 100n],
    ['refunds', -100n],
    ['refundsReturned', 100n],
    ['feesReturned', 100n],
    ['other', 100n],
  ] as const)('%s of ₱1.00 move the balance by %s', (name, effect) => {
    expect(netOf({ ...NOTHING, [name]: 100n })).toBe(effect);
  });

  test('claims nothing where an end of the day is not known', () => {
    expect(proveDay({ opening: null, closing: 5n, movements: NOTHING, effects: [7n] })).toEqual({
      shouldBe: null,
      difference: null,
      explained: 7n,
      unexplained: null,
    });
    expect(proveDay({ opening: 5n, closing: null, movements: NOTHING, effects: [] })).toEqual({
      shouldBe: 5n,
      difference: null,
      explained: 0n,
      unexplained: null,
    });
  });
});

describe('identities', () => {
  test('what is explained and what is not make the difference, and the difference closes the sum', () => {
    fc.assert(
      fc.property(signed, signed, movements, fc.array(signed), (opening, closing, moved, effects) => {
        const { shouldBe, difference, explained, unexplained } = proveDay({
          opening,
          closing,
          movements: moved,
          effects,
        });
        expect(explained + (unexplained ?? 0n)).toBe(difference);
        expect((shouldBe ?? 0n) + (difference ?? 0n)).toBe(closing);
      }),
    );
  });

  test('the days of a week proved one by one and as one leave the same rest', () => {
    fc.assert(
      fc.property(
        signed,
        fc.array(fc.record({ moved: movements, closing: signed, effects: fc.array(signed) }), {
          minLength: 1,
          maxLength: 7,
        }),
        (start, days) => {
          let opening = start;
          let rest = 0n;
          let shouldBe = start;
          for (const { moved, closing, effects } of days) {
            rest += proveDay({ opening, closing, movements: moved, effects }).unexplained ?? 0n;
            shouldBe += netOf(moved);
            opening = closing;
          }
          const effects = days.flatMap((day) => day.effects).reduce((sum, effect) => sum + effect, 0n);
          expect(rest).toBe(opening - shouldBe - effects);
        },
      ),
    );
  });

  test('an exception is worth on the rest exactly what it is worth on the books once accepted', () => {
    fc.assert(
      fc.property(signed, signed, movements, size, size, (opening, closing, moved, amount, fee) => {
        const raised = proveDay({ opening, closing, movements: moved, effects: [amount - fee] });
        const booked = proveDay({
          opening,
          closing,
          movements: { ...moved, collections: moved.collections + amount, fees: moved.fees + fee },
          effects: [],
        });
        expect(booked.unexplained).toBe(raised.unexplained);
      }),
    );
  });
});
