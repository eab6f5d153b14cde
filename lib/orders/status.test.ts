import { expect, test } from 'vitest';

import { canBecome, isFinal, ORDER_STATUSES } from './status';

test('only what is still open can change, and only forward', () => {
  const moves = ORDER_STATUSES.flatMap((from) =>
    ORDER_STATUSES.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(moves).toEqual([
    'SENDING → PENDING',
    'SENDING → UNKNOWN',
    'SENDING → REFUSED',
    'SENDING → COMPLETE',
    'SENDING → FAILED',
    'SENDING → CLOSED',
    'PENDING → COMPLETE',
    'PENDING → FAILED',
    'PENDING → CLOSED',
    'UNKNOWN → PENDING',
    'UNKNOWN → COMPLETE',
    'UNKNOWN → FAILED',
    'UNKNOWN → CLOSED',
  ]);
  expect(ORDER_STATUSES.filter(isFinal)).toEqual(['REFUSED', 'COMPLETE', 'FAILED', 'CLOSED']);
});
