import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';

import { db } from '../db/client';
import { webPayment } from '../testing/callback-bench';
import { aMerchant, type TestMerchant } from '../testing/merchant';
import { anIntent, storyOf } from '../testing/order-evidence';
import { runJobs } from '../testing/run-jobs';
import { createWebPayment } from '../web-payments/create-web-payment';
import { checkOrder } from './check-order';

const WAIT = { timeout: 20_000, interval: 50 };

async function orderOf({ actor }: TestMerchant) {
  return db().order.findFirstOrThrow({ where: { merchantId: actor.merchantId } });
}

const check = ({ actor }: TestMerchant) => runJobs(actor.merchantId, { 'order.check': checkOrder });

/** An intent whose call left at `sentAt` and whose process died before the answer. */
async function leftBehind(merchant: TestMerchant, sentAt: Date) {
  const id = `WB${randomUUID().replaceAll('-', '').slice(0, 18)}`;
  const order = await anIntent(merchant, { mchOrderId: id, intentOrderId: id, sentAt, recordedAt: sentAt });
  await checkOrder({ merchantId: merchant.actor.merchantId, orderId: order.id });
  return order;
}

test('an answer that was lost: UNKNOWN, then PENDING, by asking', async () => {
  const merchant = await aMerchant();
  await merchant.sandbox.setFault({ fault: 'drop-answer', operation: 'webPayment.create', times: 1 });
  await createWebPayment(merchant.actor, webPayment('1250.50'));
  expect((await orderOf(merchant)).status).toBe('UNKNOWN');
  await vi.waitFor(async () => {
    await check(merchant);
    expect(await orderOf(merchant)).toMatchObject({ status: 'PENDING', amount: 125_050n });
  }, WAIT);
  expect((await orderOf(merchant)).transactionId).toMatch(/^C/u);
});

test('an intent that is still being sent is left alone', async () => {
  const merchant = await aMerchant();
  const order = await leftBehind(merchant, new Date(Date.now() + 60_000));
  expect(await orderOf(merchant)).toMatchObject({ id: order.id, status: 'SENDING', checkCount: 0 });
  expect(await storyOf(merchant)).toEqual([]);
});

test('left behind and never taken: two answers far enough apart close it, on the word of PayCools', async () => {
  const merchant = await aMerchant();
  await leftBehind(merchant, new Date(Date.now() - 3_600_000));
  await vi.waitFor(async () => {
    await check(merchant);
    expect(await orderOf(merchant)).toMatchObject({ status: 'CLOSED', refusedCode: 1008 });
  }, WAIT);
  expect(await storyOf(merchant)).toEqual(['SYSTEM unknown', 'POLL notFound', 'POLL closed']);
  const times = await db().timelineEvent.findMany({
    where: { merchantId: merchant.actor.merchantId, source: 'POLL' },
    orderBy: { at: 'asc' },
  });
  const [first, second] = times.map(({ at }) => at.getTime());
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(500);
});

test('not found so soon after the call proves nothing', async () => {
  const merchant = await aMerchant();
  await leftBehind(merchant, new Date(Date.now() - 200));
  expect((await orderOf(merchant)).status).toBe('UNKNOWN');
  expect(await storyOf(merchant)).toEqual(['SYSTEM unknown']);
});

test('no answer at all changes nothing, and the next question is planned', async () => {
  const merchant = await aMerchant();
  await merchant.sandbox.setFault({ fault: 'down' });
  const order = await leftBehind(merchant, new Date(Date.now() - 3_600_000));
  const after = await orderOf(merchant);
  expect(after).toMatchObject({ id: order.id, status: 'UNKNOWN', checkCount: 1 });
  expect(after.nextCheckAt?.getTime()).toBeGreaterThan(after.recordedAt.getTime());
});

test('an open payment that PayCools no longer knows stays open and is raised once', async () => {
  const merchant = await aMerchant();
  const order = await anIntent(merchant, { status: 'PENDING', transactionId: 'C1' });
  const job = { merchantId: merchant.actor.merchantId, orderId: order.id };
  await checkOrder(job);
  await vi.waitFor(async () => {
    await check(merchant);
    expect((await orderOf(merchant)).checkCount).toBeGreaterThan(1);
  }, WAIT);
  expect((await orderOf(merchant)).status).toBe('PENDING');
  expect(await storyOf(merchant)).toEqual(['POLL lostThere']);
});

test('two chains of checks become one', async () => {
  const merchant = await aMerchant();
  await createWebPayment(merchant.actor, webPayment('1250.50'));
  const { merchantId, id: orderId } = await orderOf(merchant);
  // From its fifth check on an open order is asked about every eighteen seconds of test time.
  await db().order.update({
    where: { merchantId_id: { merchantId, id: orderId } },
    data: { checkCount: 4, nextCheckAt: new Date() },
  });
  await Promise.all(Array.from({ length: 6 }, () => checkOrder({ merchantId, orderId })));
  expect((await orderOf(merchant)).checkCount).toBe(5);
});
