import { expect, test } from 'vitest';

import { db } from '../db/client';
import { aMerchant } from '../testing/merchant';
import { anIntent, author, CREATED, ordersOf, PAID, record, storyOf } from '../testing/order-evidence';
import { settleOrder } from './settle-order';

test('callback, query and statement race for one payment: one row, one end, each voice heard once', async () => {
  const merchant = await aMerchant();
  const sources = ['CALLBACK', 'POLL', 'STATEMENT'] as const;
  const results = await Promise.all(
    Array.from({ length: 9 }, (_, index) => record(merchant, { source: sources[index % 3] ?? 'POLL' })),
  );
  const orders = await ordersOf(merchant);
  expect(orders).toMatchObject([{ status: 'COMPLETE', amount: 125_050n, completedAt: PAID }]);
  expect(results.filter(({ kind }) => kind === 'created')).toHaveLength(1);
  expect(new Set(results.map(({ orderId }) => orderId)).size).toBe(1);
  const story = await storyOf(merchant);
  expect(story.filter((event) => event.endsWith(' complete'))).toHaveLength(1);
  expect(story.map((event) => event.split(' ')[0]).sort()).toEqual(['CALLBACK', 'POLL', 'STATEMENT']);
  const audits = await db().auditEntry.findMany({ where: { merchantId: merchant.actor.merchantId } });
  expect(audits.filter(({ action }) => action === 'order.recorded')).toHaveLength(1);
  expect(audits.filter(({ action }) => action === 'order.settled')).toHaveLength(1);
});

test('the same race for an intent of ours attaches the transaction once', async () => {
  const merchant = await aMerchant();
  const intent = await anIntent(merchant);
  const answer = db().$transaction((tx) =>
    settleOrder(tx, author(merchant), intent.id, {
      source: 'ANSWER',
      at: CREATED,
      status: 'PENDING',
      transactionId: 'C1020260101000000041',
      amount: 125_050n,
      payUrl: 'https://sandbox.example/s/1Web001',
    }),
  );
  await Promise.all([
    answer,
    ...Array.from({ length: 8 }, (_, index) => record(merchant, { source: index % 2 ? 'POLL' : 'CALLBACK' })),
  ]);
  expect(await ordersOf(merchant)).toMatchObject([
    { id: intent.id, status: 'COMPLETE', payUrl: 'https://sandbox.example/s/1Web001' },
  ]);
});

test('the statement brings the fee; what was known is never overwritten', async () => {
  const merchant = await aMerchant();
  await record(merchant, { customerName: 'Jose Ramos' });
  const late = new Date('2026-01-01T16:00:14Z');
  await record(merchant, { source: 'STATEMENT', fee: 2_501n, customerName: 'J. R.', completedAt: late });
  expect(await ordersOf(merchant)).toMatchObject([
    { fee: 2_501n, customerName: 'Jose Ramos', completedAt: PAID },
  ]);
});

test('a refund that was heard of first is tied to its order when the order appears', async () => {
  const merchant = await aMerchant();
  const { merchantId } = merchant.actor;
  const refund = await db().refund.create({
    data: {
      merchantId,
      gatewayAppId: merchant.appId,
      origin: 'CALLBACK',
      originalTransactionId: 'C1020260101000000041',
      mchRefundOrderId: 'RF1',
      amount: 500n,
      status: 'COMPLETE',
    },
  });
  const result = await record(merchant);
  expect(
    await db().refund.findUnique({ where: { merchantId_id: { merchantId, id: refund.id } } }),
  ).toMatchObject({
    orderId: result.orderId,
  });
});
