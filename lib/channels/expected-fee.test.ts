import { expect, test } from 'vitest';

import { expectedFee } from './expected-fee';

test.each([
  { channel: 'GCASH_URL', amount: 125_050n, fee: 2_501n },
  { channel: 'QRPH_DYNAMIC_QR', amount: 75_000n, fee: 1_125n },
  { channel: 'BPIA_URL', amount: 1_500_000n, fee: 1_500n },
  { channel: 'CARD_URL', amount: 10_015n, fee: 351n },
])('$channel charges $fee on $amount', ({ channel, amount, fee }) => {
  expect(expectedFee(channel, amount)).toBe(fee);
});

test('a channel nobody listed has no expected fee', () => {
  expect(expectedFee('NEW_CHANNEL', 100n)).toBeNull();
});
