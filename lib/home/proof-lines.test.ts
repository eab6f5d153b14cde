import { expect, test } from 'vitest';

import type { DayProof } from '../reconciliation/schema';
import { proofLines } from './proof-lines';

function edge(balance: string): DayProof['opening'] {
  const at = '2026-11-22T00:00:00Z';
  return { known: true, asked: balance, balance, at, correction: '0', moved: 0, doubts: [], doubtCount: 0 };
}

const COUNTS = {
  collections: 312,
  payouts: 4,
  cameBack: 0,
  refunds: 3,
  refundsReturned: 0,
  feesReturned: 0,
  feesNotKnown: 0,
  unknown: 0,
};

function aProof(changes: Partial<DayProof> = {}): DayProof {
  return {
    until: null,
    opening: edge('149811425'),
    closing: edge('158230075'),
    collections: '12140600',
    fees: '194450',
    payouts: '3200000',
    cameBack: '0',
    refunds: '327500',
    refundsReturned: '0',
    feesReturned: '0',
    other: '0',
    counts: COUNTS,
    shouldBe: '158230075',
    difference: '0',
    byExceptions: '0',
    carried: '0',
    carriedFrom: [],
    unexplained: '0',
    compared: { payments: true, payouts: true },
    refundsNotAsked: 0,
    ...changes,
  };
}

/** Adds a finished sum up as a person would with a finger. */
function total(proof: DayProof): bigint {
  return proofLines(proof)
    .filter(({ name }) => name !== 'closing')
    .reduce(
      (sum, { operator, amount }) => sum + BigInt(amount ?? '0') * (operator === 'minus' ? -1n : 1n),
      0n,
    );
}

test('a quiet day is six lines that add up to the closing balance', () => {
  const proof = aProof();
  expect(proofLines(proof)).toEqual([
    { name: 'opening', amount: '149811425' },
    { name: 'moneyIn', operator: 'plus', amount: '12140600', count: 312 },
    { name: 'fees', operator: 'minus', amount: '194450' },
    { name: 'payouts', operator: 'minus', amount: '3200000', count: 4 },
    { name: 'refunds', operator: 'minus', amount: '327500', count: 3 },
    { name: 'closing', operator: 'equals', amount: '158230075' },
  ]);
  expect(total(proof)).toBe(158_230_075n);
});

test('what came back, what exceptions explain and what nothing explains are lines of the same sum', () => {
  const proof = aProof({
    closing: edge('158170725'),
    cameBack: '101000',
    refundsReturned: '20000',
    feesReturned: '150',
    other: '-500',
    byExceptions: '-180000',
    carried: '1000',
    unexplained: '-1000',
    counts: { ...COUNTS, cameBack: 1, refundsReturned: 2, feesReturned: 1 },
  });
  expect(proofLines(proof).slice(4)).toEqual([
    { name: 'cameBack', operator: 'plus', amount: '101000', count: 1 },
    { name: 'refunds', operator: 'minus', amount: '327500', count: 3 },
    { name: 'refundsReturned', operator: 'plus', amount: '20000', count: 2 },
    { name: 'feesReturned', operator: 'plus', amount: '150', count: 1 },
    { name: 'other', operator: 'minus', amount: '500' },
    { name: 'exceptions', operator: 'minus', amount: '180000' },
    { name: 'carried', operator: 'plus', amount: '1000' },
    { name: 'unexplained', operator: 'minus', amount: '1000' },
    { name: 'closing', operator: 'equals', amount: '158170725' },
  ]);
  expect(total(proof)).toBe(158_170_725n);
});

test('an end that nobody knows has no figure, and no rest is claimed', () => {
  const lines = proofLines(
    aProof({ opening: { known: false }, unexplained: null, difference: null, shouldBe: null }),
  );
  expect(lines[0]).toEqual({ name: 'opening', amount: null });
  expect(lines.map(({ name }) => name)).not.toContain('unexplained');
});
