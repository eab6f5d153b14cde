import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { balanceAtEdge, newestBalance, type Snapshot } from './boundary';

const EDGE = new Date('2026-01-14T16:00:00Z');
const at = (seconds: number) => new Date(EDGE.getTime() + seconds * 1000);
const asked = (seconds: number, balance: bigint): Snapshot => ({
  balance,
  requestedAt: at(seconds),
  answeredAt: at(seconds),
});
const moved = (seconds: number, amount: bigint) => ({ at: at(seconds), amount, reference: `at ${seconds}` });

describe('the balance at midnight', () => {
  test('is the answer given at midnight itself', () => {
    expect(balanceAtEdge(EDGE, [asked(0, 500n), asked(-300, 400n)], [moved(-100, 100n)])).toEqual({
      known: true,
      asked: 500n,
      at: EDGE,
      correction: 0n,
      moved: 0,
      balance: 500n,
      doubts: [],
    });
  });

  test('of an answer before midnight gains what moved until midnight, not at it', () => {
    expect(
      balanceAtEdge(
        EDGE,
        [asked(-120, 500n)],
        [moved(-200, 9n), moved(-60, 30n), moved(-20, -7n), moved(0, 1n)],
      ),
    ).toMatchObject({ asked: 500n, correction: 23n, moved: 2, balance: 523n, doubts: [] });
  });

  test('of an answer after midnight loses what moved since, midnight included', () => {
    expect(
      balanceAtEdge(EDGE, [asked(120, 500n)], [moved(-1, 9n), moved(0, 30n), moved(60, -7n), moved(200, 1n)]),
    ).toMatchObject({ asked: 500n, correction: -23n, moved: 2, balance: 477n, doubts: [] });
  });

  test('passes over a nearer answer with a movement ten seconds away', () => {
    expect(balanceAtEdge(EDGE, [asked(0, 500n), asked(-300, 400n)], [moved(10, 5n)])).toMatchObject({
      asked: 400n,
      balance: 400n,
      doubts: [],
    });
    expect(balanceAtEdge(EDGE, [asked(0, 500n), asked(-300, 400n)], [moved(11, 5n)])).toMatchObject({
      asked: 500n,
    });
  });

  test('names the movements in doubt where every answer has some', () => {
    expect(balanceAtEdge(EDGE, [asked(0, 500n)], [moved(-10, 5n)])).toMatchObject({
      balance: 500n,
      correction: 0n,
      doubts: [{ amount: 5n, reference: 'at -10' }],
    });
  });

  test('reaches six hours and no farther', () => {
    expect(balanceAtEdge(EDGE, [asked(-21_600, 500n)], [])).toMatchObject({ known: true, balance: 500n });
    expect(balanceAtEdge(EDGE, [asked(-21_601, 500n)], [])).toEqual({ known: false });
    expect(balanceAtEdge(EDGE, [], [])).toEqual({ known: false });
  });

  test('is the same whichever clean answer of an exact ledger is used', () => {
    const seconds = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.array(fc.tuple(seconds, fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }))),
        seconds,
        (atEdge, list, when) => {
          const movements = list
            .filter(([second]) => Math.abs(second - when) > 10)
            .map(([second, amount]) => moved(second, amount));
          const since = movements
            .filter((movement) =>
              when < 0
                ? movement.at < EDGE && movement.at > at(when)
                : movement.at >= EDGE && movement.at <= at(when),
            )
            .reduce((sum, { amount }) => sum + amount, 0n);
          const answer = when < 0 ? atEdge - since : atEdge + since;
          expect(balanceAtEdge(EDGE, [asked(when, answer)], movements)).toMatchObject({ balance: atEdge });
        },
      ),
    );
  });
});

describe('the balance of a running day', () => {
  test('is its newest clean answer, and never one of the day before', () => {
    expect(
      newestBalance(EDGE, [asked(-5, 1n), asked(60, 2n), asked(120, 3n)], [moved(119, 1n)]),
    ).toMatchObject({
      balance: 2n,
      at: at(60),
      doubts: [],
    });
    expect(newestBalance(EDGE, [asked(60, 2n)], [moved(61, 4n)])).toMatchObject({
      balance: 2n,
      doubts: [{ amount: 4n }],
    });
    expect(newestBalance(EDGE, [asked(-5, 1n)], [])).toEqual({ known: false });
  });
});
