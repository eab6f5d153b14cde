import type { MoneyOutStatus } from '../db/generated/enums';

/** Every state of a refund (design.md, States). */
export const REFUND_STATUSES = [
  'WAITING_APPROVAL',
  'READY',
  'SENDING',
  'IN_PROGRESS',
  'UNKNOWN',
  'COMPLETE',
  'FAILED',
  'CANCELLED',
  'REFUSED',
  'REJECTED',
  'WITHDRAWN',
  'EXPIRED',
] as const satisfies readonly MoneyOutStatus[];
export type RefundStatus = (typeof REFUND_STATUSES)[number];

/**
 * What a refund may become next; a state without successors is final. READY leads to what PayCools says about
 * it because a refund sent again waits there while word of its first sending may still arrive.
 */
const NEXT = {
  WAITING_APPROVAL: ['READY', 'REJECTED', 'WITHDRAWN', 'EXPIRED'],
  READY: ['SENDING', 'WITHDRAWN', 'EXPIRED', 'IN_PROGRESS', 'COMPLETE', 'FAILED', 'CANCELLED'],
  SENDING: ['READY', 'IN_PROGRESS', 'UNKNOWN', 'COMPLETE', 'FAILED', 'CANCELLED', 'REFUSED'],
  IN_PROGRESS: ['COMPLETE', 'FAILED', 'CANCELLED'],
  UNKNOWN: ['IN_PROGRESS', 'COMPLETE', 'FAILED', 'CANCELLED', 'READY', 'WITHDRAWN'],
  COMPLETE: [],
  FAILED: [],
  CANCELLED: [],
  REFUSED: [],
  REJECTED: [],
  WITHDRAWN: [],
  EXPIRED: [],
} as const satisfies Record<RefundStatus, readonly RefundStatus[]> satisfies Record<MoneyOutStatus, unknown>;

/** Whether a refund may go from one state to another. */
export function canBecome(from: RefundStatus, to: RefundStatus): boolean {
  return (NEXT[from] as readonly RefundStatus[]).includes(to);
}

/** Whether nothing can change this state any more. */
export function isFinal(status: RefundStatus): boolean {
  return NEXT[status].length === 0;
}

/** Money that is not back with the payer yet, but spoken for. UNKNOWN may have been taken, so it counts too. */
export function isReserved(status: RefundStatus): boolean {
  return !isFinal(status);
}

/** States whose page changes by itself, because PayCools or the worker will say more. */
export function isMoving(status: RefundStatus): boolean {
  return status === 'READY' || status === 'SENDING' || status === 'IN_PROGRESS' || status === 'UNKNOWN';
}

/** SENDING that nobody settled in time was left behind by a dead process: whether it was taken is not known. */
export function readStatus(
  refund: Readonly<{ status: RefundStatus; sentAt: Date | null }>,
  now: Date,
  leftBehindMs: number,
): RefundStatus {
  if (refund.status !== 'SENDING') return refund.status;
  const sentAt = refund.sentAt?.getTime() ?? 0;
  return now.getTime() - sentAt >= leftBehindMs ? 'UNKNOWN' : 'SENDING';
}
