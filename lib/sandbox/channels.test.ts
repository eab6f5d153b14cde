import { expect, test } from 'vitest';
import { feeOf, shareOf } from './channels';
import { collectionOutcome, refundOutcome, refusesOnce } from './outcome';

test.each([
  ['GCASH_URL', 125050n, 2501n],
  ['GCASH_URL', 125025n, 2501n],
  ['GCASH_URL', 125024n, 2500n],
  ['QRPH_STATIC_QR', 2000n, 30n],
  ['QRPH_STATIC_QR', 3333n, 50n],
  ['VISA_CARD_URL', 10001n, 350n],
  ['BPIA_URL', 5000n, 1500n],
  ['7ELEVEN_STATIC_VA', 10000n, 1500n],
  ['INSTA_TRANSFER_ACC', 100n, 1000n],
])('%s charges on %s centavos a fee of %s', (channelCode, amount, fee) => {
  expect(feeOf(channelCode, amount)).toBe(fee);
});

test('a share is rounded half up', () => {
  expect(shareOf(1n, 1n, 2n)).toBe(1n);
  expect(shareOf(1n, 1n, 3n)).toBe(0n);
  expect(shareOf(2501n, 62525n, 125050n)).toBe(1251n);
});

test.each([
  [101n, 'FAILED', -10004, 2000],
  [102n, 'FAILED', -10003, 2000],
  [103n, 'FAILED', -10005, 2000],
  [105n, 'CLOSED', null, 60000],
  [109n, 'COMPLETE', null, 2000],
  [100n, 'COMPLETE', null, 2000],
])('a collection of %s centavos becomes %s', (amount, status, failedCode, afterMs) => {
  expect(collectionOutcome(amount)).toEqual({ status, failedCode, afterMs });
});

test('an ending of 04 stays open, a refund is never closed, 09 refuses once', () => {
  expect(collectionOutcome(1104n)).toBeNull();
  expect(refundOutcome(4n)).toBeNull();
  expect(refundOutcome(105n)?.status).toBe('COMPLETE');
  expect([109n, 9n, 190n].map(refusesOnce)).toEqual([true, true, false]);
});
