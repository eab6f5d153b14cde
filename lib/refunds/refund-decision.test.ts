import { describe, expect, test } from 'vitest';

import { decideRefund, type KnownRefund, type RefundFacts, type RefundNews } from './refund-decision';
import { REFUND_STATUSES, type RefundStatus } from './status';

const known = (change: Partial<KnownRefund> = {}): KnownRefund => ({
  status: 'SENDING',
  amount: 50_025n,
  originalTransactionId: 'C1',
  mchRefundOrderId: 'RF1',
  refundTransactionId: null,
  provedNotTakenAt: null,
  ...change,
});
const facts: RefundFacts = {
  mchRefundOrderId: 'RF1',
  refundTransactionId: 'R1',
  originalTransactionId: 'C1',
  amount: 50_025n,
  feeRefunded: 0n,
  createdAt: null,
  returnedAt: null,
  failedCode: null,
  failedMessage: null,
};
const news = (to: RefundStatus, change: Partial<RefundNews> = {}): RefundNews => ({
  to,
  source: 'POLL',
  at: new Date('2026-11-23T06:00:00Z'),
  ...change,
});
const outcome = (from: RefundStatus, to: RefundStatus, change: Partial<RefundNews> = {}) =>
  decideRefund(known({ status: from }), news(to, change)).kind;

describe('what PayCools says', () => {
  test.each([
    ['SENDING', 'IN_PROGRESS', 'change'],
    ['SENDING', 'COMPLETE', 'change'],
    ['SENDING', 'REFUSED', 'change'],
    ['SENDING', 'UNKNOWN', 'change'],
    ['UNKNOWN', 'IN_PROGRESS', 'change'],
    ['UNKNOWN', 'COMPLETE', 'change'],
    ['UNKNOWN', 'FAILED', 'change'],
    ['UNKNOWN', 'CANCELLED', 'change'],
    ['IN_PROGRESS', 'FAILED', 'change'],
    // Sent again, and word of the first sending arrives before the second leaves.
    ['READY', 'COMPLETE', 'change'],
    // Said again, or less than is known.
    ['COMPLETE', 'COMPLETE', 'nothing'],
    ['COMPLETE', 'IN_PROGRESS', 'nothing'],
    ['FAILED', 'IN_PROGRESS', 'nothing'],
    ['CANCELLED', 'IN_PROGRESS', 'nothing'],
    ['COMPLETE', 'UNKNOWN', 'nothing'],
    ['IN_PROGRESS', 'UNKNOWN', 'nothing'],
    // The refusal of a call that had been given up: only PayCools' own books say what became of it.
    ['UNKNOWN', 'REFUSED', 'nothing'],
    // Both cannot be true.
    ['COMPLETE', 'FAILED', 'contradiction'],
    ['COMPLETE', 'CANCELLED', 'contradiction'],
    ['COMPLETE', 'REFUSED', 'contradiction'],
    ['IN_PROGRESS', 'REFUSED', 'contradiction'],
    ['FAILED', 'COMPLETE', 'contradiction'],
    ['CANCELLED', 'COMPLETE', 'contradiction'],
    ['REFUSED', 'IN_PROGRESS', 'contradiction'],
    ['REFUSED', 'COMPLETE', 'contradiction'],
    ['WITHDRAWN', 'COMPLETE', 'contradiction'],
    ['WITHDRAWN', 'IN_PROGRESS', 'contradiction'],
    ['EXPIRED', 'FAILED', 'contradiction'],
    ['REJECTED', 'COMPLETE', 'contradiction'],
    ['WAITING_APPROVAL', 'COMPLETE', 'contradiction'],
  ] as const)('%s, then %s: %s', (from, to, kind) => {
    expect(outcome(from, to)).toBe(kind);
  });

  test('1013 puts what was just sent back, and nothing else does', () => {
    expect(outcome('SENDING', 'READY', { source: 'ANSWER', code: 1013 })).toBe('change');
    expect(outcome('SENDING', 'READY', { source: 'ANSWER', code: 1018 })).toBe('nothing');
    expect(outcome('SENDING', 'READY', { source: 'PERSON' })).toBe('nothing');
    expect(outcome('UNKNOWN', 'READY', { source: 'ANSWER', code: 1013 })).toBe('nothing');
    expect(outcome('COMPLETE', 'READY', { source: 'ANSWER', code: 1013 })).toBe('nothing');
  });

  test('no news whatever moves a final state', () => {
    const finals = [
      'COMPLETE',
      'FAILED',
      'CANCELLED',
      'REFUSED',
      'REJECTED',
      'WITHDRAWN',
      'EXPIRED',
    ] as const;
    for (const from of finals) {
      for (const to of REFUND_STATUSES) expect(outcome(from, to)).not.toBe('change');
    }
  });
});

describe('a person', () => {
  const proved = known({ status: 'UNKNOWN', provedNotTakenAt: new Date('2026-11-23T05:00:00Z') });

  test.each(['READY', 'WITHDRAWN'] as const)('may make it %s only after the proof', (to) => {
    expect(outcome('UNKNOWN', to, { source: 'PERSON' })).toBe('nothing');
    expect(decideRefund(proved, news(to, { source: 'PERSON' }))).toEqual({ kind: 'change', to });
  });

  test.each(['POLL', 'SYSTEM', 'CALLBACK', 'ANSWER'] as const)('%s may not, proof or not', (source) => {
    expect(decideRefund(proved, news('READY', { source }))).toEqual({ kind: 'nothing' });
    expect(decideRefund(proved, news('WITHDRAWN', { source }))).toEqual({ kind: 'nothing' });
  });

  test('cannot withdraw what is being sent or was taken', () => {
    for (const from of ['SENDING', 'IN_PROGRESS', 'COMPLETE'] as const) {
      expect(outcome(from, 'WITHDRAWN', { source: 'PERSON' })).toBe('nothing');
    }
  });
});

describe('what names something else than was asked for is held, whatever the state', () => {
  test.each([
    ['otherAmount', {}, { amount: 50_026n }, { knownCentavos: '50025', toldCentavos: '50026' }],
    ['otherOriginal', {}, { originalTransactionId: 'C2' }, { known: 'C1', told: 'C2' }],
    ['otherRefundId', {}, { mchRefundOrderId: 'RF2' }, { known: 'RF1', told: 'RF2' }],
    ['otherTransaction', { refundTransactionId: 'R0' }, {}, { known: 'R0', told: 'R1' }],
  ] as const)('%s', (event, before, told, values) => {
    for (const status of REFUND_STATUSES) {
      const refund = known({ ...before, status });
      expect(decideRefund(refund, news('COMPLETE', { facts: { ...facts, ...told } }))).toEqual({
        kind: 'held',
        event,
        reason: { key: `refunds.raised.${event}`, values },
      });
    }
  });

  test('an original that was not named is no other original', () => {
    const told = { ...facts, originalTransactionId: null };
    expect(decideRefund(known(), news('COMPLETE', { facts: told })).kind).toBe('change');
  });
});
