import { expect, test } from 'vitest';

import { systemAuthor } from '../auth/actor';
import { db } from '../db/client';
import { aMerchant, type TestMerchant } from '../testing/merchant';
import type { PayoutEvidence } from './payout-evidence';
import { recordPayoutEvidence } from './record-payout-evidence';

const ENDED = new Date('2026-01-01T04:31:07Z');

function record(merchant: TestMerchant, told: Partial<PayoutEvidence> = {}, othersSendMoney = false) {
  return db().$transaction((tx) =>
    recordPayoutEvidence(
      tx,
      systemAuthor('test', merchant.actor.merchantId),
      { appId: merchant.appId, othersSendMoney },
      {
        source: 'CALLBACK',
        at: new Date('2026-01-01T04:31:10Z'),
        status: 'FAILED',
        transactionId: 'D2026010112300000002',
        mchOrderId: 'PO20260101000002',
        amount: 500_000n,
        createdAt: new Date('2026-01-01T04:30:00Z'),
        completedAt: ENDED,
        failedCode: '-10005',
        ...told,
      },
    ),
  );
}

const payoutsOf = ({ actor }: TestMerchant) =>
  db().payout.findMany({ where: { merchantId: actor.merchantId } });

test('a payout that nobody asked for here is kept for the proof and raised as missing here', async () => {
  const merchant = await aMerchant();
  expect(await record(merchant)).toMatchObject({
    kind: 'raised',
    reason: { key: 'payouts.raised.missingHere', values: { amountCentavos: '500000' } },
  });
  expect(await payoutsOf(merchant)).toMatchObject([
    {
      status: 'FAILED',
      amount: 500_000n,
      fee: null,
      failedCode: '-10005',
      completedAt: ENDED,
      origin: 'CALLBACK',
    },
  ]);
});

test('where others may send money it is no exception', async () => {
  expect((await record(await aMerchant(), {}, true)).kind).toBe('created');
});

test('callback and statement race: one row with the fee of the statement', async () => {
  const merchant = await aMerchant();
  await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      record(merchant, index % 2 ? { source: 'STATEMENT', fee: 1_000n } : {}),
    ),
  );
  expect(await payoutsOf(merchant)).toMatchObject([{ status: 'FAILED', fee: 1_000n }]);
});

test('another amount is held, another end is a contradiction, and neither is applied', async () => {
  const merchant = await aMerchant();
  await record(merchant);
  expect((await record(merchant, { amount: 500_001n })).kind).toBe('held');
  expect((await record(merchant, { status: 'COMPLETE', failedCode: null })).kind).toBe('contradiction');
  expect((await record(merchant, { status: 'PENDING', failedCode: null })).kind).toBe('unchanged');
  expect(await payoutsOf(merchant)).toMatchObject([{ status: 'FAILED', amount: 500_000n }]);
});

test('without an order id it cannot be told from others, and is held', async () => {
  const merchant = await aMerchant();
  expect((await record(merchant, { mchOrderId: null })).kind).toBe('held');
  expect(await payoutsOf(merchant)).toEqual([]);
});
