import { expect, test } from 'vitest';

import type { CallbackState } from '../callbacks/status';
import type { OrderStatus } from '../orders/status';
import type { QrCodeStatus } from '../qr-codes/status';
import type * as Stored from './generated/enums';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

test('the database and the code know the same states; this stops compiling where they do not', () => {
  const agree: readonly [
    Same<Stored.CallbackState, CallbackState>,
    Same<Stored.OrderStatus, OrderStatus>,
    Same<Stored.QrCodeStatus, QrCodeStatus>,
  ] = [true, true, true];
  expect(agree).toHaveLength(3);
});
