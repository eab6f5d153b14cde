export const ORDER_STATUSES = [
  'SENDING',
  'PENDING',
  'UNKNOWN',
  'REFUSED',
  'COMPLETE',
  'FAILED',
  'CLOSED',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/**
 * What an order may become next (design.md, States). A status with no successors is final.
 * SENDING may end CLOSED as well: PayCools' word may overtake its own answer, and must count the same in any order.
 */
const NEXT = {
  SENDING: ['PENDING', 'UNKNOWN', 'REFUSED', 'COMPLETE', 'FAILED', 'CLOSED'],
  UNKNOWN: ['PENDING', 'COMPLETE', 'FAILED', 'CLOSED'],
  PENDING: ['COMPLETE', 'FAILED', 'CLOSED'],
  REFUSED: [],
  COMPLETE: [],
  FAILED: [],
  CLOSED: [],
} as const satisfies Record<OrderStatus, readonly OrderStatus[]>;

export function canBecome(from: OrderStatus, to: OrderStatus): boolean {
  return (NEXT[from] as readonly OrderStatus[]).includes(to);
}

/** True where nothing can change any more. */
export function isFinal(status: OrderStatus): boolean {
  return NEXT[status].length === 0;
}
