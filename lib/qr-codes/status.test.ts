import { expect, test } from 'vitest';

import { canBecome, isFinal, QR_CODE_STATUSES } from './status';

test('every move of a QR code, and no other', () => {
  const moves = QR_CODE_STATUSES.flatMap((from) =>
    QR_CODE_STATUSES.filter((to) => canBecome(from, to)).map((to) => `${from} ${to}`),
  );
  expect(moves).toEqual([
    'SENDING ACTIVE',
    'SENDING UNKNOWN',
    'SENDING REFUSED',
    'SENDING INACTIVE',
    'SENDING CANCEL',
    'ACTIVE INACTIVE',
    'ACTIVE CANCEL',
    'UNKNOWN ACTIVE',
    'UNKNOWN REFUSED',
    'UNKNOWN INACTIVE',
    'UNKNOWN CANCEL',
  ]);
  expect(QR_CODE_STATUSES.filter(isFinal)).toEqual(['REFUSED', 'INACTIVE', 'CANCEL']);
});
