import { expect, test } from 'vitest';

import { canBecome, isFinal, readStatus, REFUND_STATUSES, type RefundStatus } from './status';

const movesOf = (from: RefundStatus) => REFUND_STATUSES.filter((to) => canBecome(from, to));

test.each([
  ['WAITING_APPROVAL', ['READY', 'REJECTED', 'WITHDRAWN', 'EXPIRED']],
  ['READY', ['SENDING', 'IN_PROGRESS', 'COMPLETE', 'FAILED', 'CANCELLED', 'WITHDRAWN', 'EXPIRED']],
  ['SENDING', ['READY', 'IN_PROGRESS', 'UNKNOWN', 'COMPLETE', 'FAILED', 'CANCELLED', 'REFUSED']],
  ['IN_PROGRESS', ['COMPLETE', 'FAILED', 'CANCELLED']],
  ['UNKNOWN', ['READY', 'IN_PROGRESS', 'COMPLETE', 'FAILED', 'CANCELLED', 'WITHDRAWN']],
] as const)('%s may become %j and nothing else', (from, to) => {
  expect(new Set(movesOf(from))).toEqual(new Set(to));
});

test.each(['COMPLETE', 'FAILED', 'CANCELLED', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'] as const)(
  '%s is final',
  (status) => {
    expect(movesOf(status)).toEqual([]);
    expect(isFinal(status)).toBe(true);
  },
);

test('SENDING that nobody settled reads as UNKNOWN, after its time and not before', () => {
  const sentAt = new Date('2026-11-23T06:00:00Z');
  const at = (ms: number) => new Date(sentAt.getTime() + ms);
  expect(readStatus({ status: 'SENDING', sentAt }, at(59_999), 60_000)).toBe('SENDING');
  expect(readStatus({ status: 'SENDING', sentAt }, at(60_000), 60_000)).toBe('UNKNOWN');
  expect(readStatus({ status: 'IN_PROGRESS', sentAt }, at(600_000), 60_000)).toBe('IN_PROGRESS');
});
