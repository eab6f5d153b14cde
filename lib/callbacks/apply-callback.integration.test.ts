import { describe, expect, test, vi } from 'vitest';

import { db } from '../db/client';
import { waitingTimes } from '../jobs/waiting-times';
import { checkOrder } from '../orders/check-order';
import { callbackBench, callbacksOf, ordersOf, webPayment } from '../testing/callback-bench';
import { aMerchant } from '../testing/merchant';
import { PAID } from '../testing/signed-callback';
import { runJobs } from '../testing/run-jobs';
import { createWebPayment } from '../web-payments/create-web-payment';
import { applyCallback } from './apply-callback';

test('asked for, paid at the gateway, called back, applied: the order is complete', async () => {
  const { merchant } = await callbackBench();
  const { orderId } = await createWebPayment(merchant.actor, webPayment('1250.50'));
  const before = await db().order.findFirstOrThrow({ where: { id: orderId } });
  expect(before.status).toBe('PENDING');

  await merchant.sandbox.pay({ mchOrderId: before.intentOrderId ?? '' });
  await vi.waitFor(async () => expect(await callbacksOf(merchant)).toHaveLength(1), 10_000);
  expect(await runJobs(merchant.actor.merchantId, { 'callback.apply': applyCallback })).toBe(1);

  expect(await ordersOf(merchant)).toMatchObject([
    { id: orderId, status: 'COMPLETE', amount: 125_050n, origin: 'KAHA' },
  ]);
  expect(await callbacksOf(merchant)).toMatchObject([
    { state: 'PROCESSED', genuine: true, reason: 'callbacks.done.settled', orderId, duplicateOfId: null },
  ]);
});

describe('what is said again', () => {
  test('replayed and written differently: acknowledged, stored, marked, applied once', async () => {
    const { merchant, send, sign, apply } = await callbackBench();
    const body = sign(PAID);
    const rewritten = JSON.stringify(
      Object.fromEntries(Object.entries({ ...body, failedCode: null }).reverse()),
      null,
      2,
    );
    for (const one of [JSON.stringify(body), JSON.stringify(body), rewritten]) {
      const response = await send(one);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe('{"code":1,"msg":"success","data":{}}');
    }
    expect(await apply()).toBe(3);

    const [first, ...others] = await callbacksOf(merchant);
    expect(first).toMatchObject({
      state: 'PROCESSED',
      reason: 'callbacks.done.created',
      duplicateOfId: null,
    });
    expect(others).toMatchObject([
      { state: 'IGNORED', reason: 'callbacks.reason.duplicate', duplicateOfId: first?.id },
      { state: 'IGNORED', reason: 'callbacks.reason.duplicate', duplicateOfId: first?.id },
    ]);
    expect(await ordersOf(merchant)).toMatchObject([{ status: 'COMPLETE', amount: 125_050n }]);
  });

  test('ten deliveries at one moment: one of them counts', async () => {
    const { merchant, send, sign, apply } = await callbackBench();
    const body = JSON.stringify(sign(PAID));
    await Promise.all(Array.from({ length: 10 }, () => send(body)));
    await Promise.all([apply(), apply(), apply()]);
    const states = (await callbacksOf(merchant)).map(({ state }) => state).sort();
    expect(states).toEqual([...Array<string>(9).fill('IGNORED'), 'PROCESSED']);
    expect(await ordersOf(merchant)).toHaveLength(1);
  });

  test('a job that runs twice does nothing the second time', async () => {
    const { merchant, send, sign, apply } = await callbackBench();
    await send(sign(PAID));
    await apply();
    const [callback] = await callbacksOf(merchant);
    const job = { merchantId: merchant.actor.merchantId, callbackId: callback?.id ?? '' };
    await applyCallback(job);
    await applyCallback(job);
    const audits = await db().auditEntry.findMany({ where: { subjectId: callback?.id ?? '' } });
    expect(audits.map(({ action }) => action)).toEqual(['callback.applied']);
  });
});

describe('what is believed', () => {
  test('the status, not the name of the event', async () => {
    const { merchant, send, sign, apply } = await callbackBench();
    await send(sign({ ...PAID, transactionStatus: 'FAILED', failedCode: -10004, failedMessage: 'Rejected' }));
    await apply();
    expect(await ordersOf(merchant)).toMatchObject([{ status: 'FAILED', failedCode: '-10004' }]);
  });

  test('another amount than our intent: held, not applied', async () => {
    const { merchant, send, sign, apply } = await callbackBench();
    const { orderId } = await createWebPayment(merchant.actor, webPayment('1250.50'));
    const { intentOrderId, transactionId } = await db().order.findFirstOrThrow({ where: { id: orderId } });
    await send(sign({ ...PAID, mchOrderId: intentOrderId, transactionId, amount: 125051 }));
    await apply();
    expect(await callbacksOf(merchant)).toMatchObject([
      { state: 'HELD', reason: 'orders.raised.otherAmount', orderId },
    ]);
    expect(await ordersOf(merchant)).toMatchObject([{ status: 'PENDING', amount: 125_050n }]);
  });

  test('a paid order called FAILED: held as a contradiction', async () => {
    const { merchant, send, sign, apply } = await callbackBench();
    await send(sign(PAID));
    await send(sign({ ...PAID, eventName: 'h5.payment.failed', transactionStatus: 'FAILED' }));
    await apply();
    expect((await callbacksOf(merchant)).map(({ state, reason }) => [state, reason])).toEqual([
      ['PROCESSED', 'callbacks.done.created'],
      ['HELD', 'orders.raised.contradiction'],
    ]);
    expect(await ordersOf(merchant)).toMatchObject([{ status: 'COMPLETE' }]);
  });

  test.each([
    ['payment.success', 'GCASH_STATIC_VA', 'VIRTUAL_ACCOUNT'],
    ['transfer.payment.success', 'INSTA_TRANSFER_ACC', 'BANK_TRANSFER'],
    ['checkout.payment.success', 'GCASH_URL', 'CHECKOUT'],
    ['directdebit.payment.success', 'GCASH_DIRECT_DEBIT', 'DIRECT_DEBIT'],
  ])('%s is an order too', async (eventName, channelCode, product) => {
    const { merchant, send, sign, apply } = await callbackBench();
    await send(sign({ ...PAID, eventName, channelCode }));
    await apply();
    expect(await ordersOf(merchant)).toMatchObject([{ product, channelCode, status: 'COMPLETE' }]);
  });

  test('an event that nobody here listens to is acknowledged and ignored with the reason', async () => {
    const { merchant, send, sign, apply } = await callbackBench();
    expect((await send(sign({ eventName: 'wallet.user.kyc.approved', userId: 'u1' }))).status).toBe(200);
    await apply();
    expect(await callbacksOf(merchant)).toMatchObject([
      {
        state: 'IGNORED',
        reason: 'callbacks.reason.otherEvent',
        reasonValues: { event: 'wallet.user.kyc.approved' },
      },
    ]);
  });

  test('a field that does not fit is held, naming it', async () => {
    const { merchant, send, sign, apply } = await callbackBench();
    expect((await send(sign({ ...PAID, amount: 'much' }))).status).toBe(200);
    await apply();
    expect(await callbacksOf(merchant)).toMatchObject([
      {
        state: 'HELD',
        reason: 'callbacks.reason.fields',
        reasonValues: { problems: expect.stringContaining('amount') as string },
      },
    ]);
  });

  test('a payout and a refund that nobody here asked for are kept and raised', async () => {
    const { merchant, send, sign, apply } = await callbackBench();
    const { merchantId } = merchant.actor;
    await send(
      sign({
        eventName: 'disbursement.success',
        mchOrderId: 'PO20260101000001',
        transactionId: 'D2026010112000000001',
        amount: 125050,
        transactionStatus: 'COMPLETE',
        createTime: '2026-01-01 12:00:00',
        returnTime: '2026-01-01 12:00:41',
      }),
    );
    await send(
      sign({
        eventName: 'payment.refund.success',
        mchRefundOrderId: 'RF20260102000001',
        refundTransactionId: 'R20260102000000000001',
        originalTransactionId: 'C1020260101000000041',
        refundAmount: 25000,
        feeRefunded: 0,
        refundStatus: 'COMPLETE',
        refundCreateTime: '2026-01-02 10:00:00',
        refundReturnTime: '2026-01-02 10:00:09',
      }),
    );
    await apply();
    expect((await callbacksOf(merchant)).map(({ state, reason }) => [state, reason])).toEqual([
      ['PROCESSED', 'payouts.raised.missingHere'],
      ['PROCESSED', 'refunds.raised.missingHere'],
    ]);
    expect(await db().payout.findMany({ where: { merchantId } })).toMatchObject([
      { amount: 125_050n, status: 'COMPLETE' },
    ]);
    expect(await db().refund.findMany({ where: { merchantId } })).toMatchObject([
      { amount: 25_000n, status: 'COMPLETE' },
    ]);
  });
});

describe('ambiguous', () => {
  test('acknowledged and held, and applied once PayCools itself agrees', async () => {
    const { merchant, send, sign, apply } = await callbackBench();
    const { orderId } = await createWebPayment(merchant.actor, webPayment('1250.50'));
    const order = await db().order.findFirstOrThrow({ where: { id: orderId } });
    const told = sign({
      ...PAID,
      mchOrderId: order.intentOrderId,
      transactionId: order.transactionId,
      remark: 'order 7&amount=1',
    });
    expect((await send(told)).status).toBe(200);
    expect(await callbacksOf(merchant)).toMatchObject([
      {
        state: 'HELD',
        ambiguous: true,
        reason: 'callbacks.reason.ambiguous.separator',
        reasonValues: { field: 'remark' },
      },
    ]);

    // PayCools still says PENDING: what the callback claims is not true.
    await apply();
    expect(await ordersOf(merchant)).toMatchObject([{ status: 'PENDING' }]);
    expect(await callbacksOf(merchant)).toMatchObject([
      { state: 'HELD', reason: 'callbacks.reason.disagrees' },
    ]);
  });

  test('agrees: applied', async () => {
    const { merchant, send, sign, apply } = await callbackBench();
    const { orderId } = await createWebPayment(merchant.actor, webPayment('1250.50'));
    const order = await db().order.findFirstOrThrow({ where: { id: orderId } });
    await merchant.sandbox.pay({ mchOrderId: order.intentOrderId ?? '' });
    // The sandbox's own callback, once it is there, is put aside: this test is about the ambiguous one.
    await vi.waitFor(async () => expect(await callbacksOf(merchant)).toHaveLength(1), 10_000);
    await db().$executeRaw`DELETE FROM pgboss.job WHERE data->>'merchantId' = ${merchant.actor.merchantId}`;

    await send(
      sign({
        ...PAID,
        mchOrderId: order.intentOrderId,
        transactionId: order.transactionId,
        remark: 'order 7&amount=1',
      }),
    );
    await apply();
    expect(await ordersOf(merchant)).toMatchObject([{ status: 'COMPLETE' }]);
    expect((await callbacksOf(merchant)).map(({ state }) => state)).toEqual(['RECEIVED', 'PROCESSED']);
  });
});

test('the callback is lost: the question asked later finds out', async () => {
  const merchant = await aMerchant();
  const { orderId } = await createWebPayment(merchant.actor, webPayment('900'));
  const { intentOrderId } = await db().order.findFirstOrThrow({ where: { id: orderId } });
  await merchant.sandbox.pay({ mchOrderId: intentOrderId ?? '' });

  expect(waitingTimes().openOrderChecks[0]).toBe(200);
  await vi.waitFor(async () => {
    await runJobs(merchant.actor.merchantId, { 'order.check': checkOrder });
    expect(await ordersOf(merchant)).toMatchObject([{ status: 'COMPLETE', amount: 90_000n }]);
  }, 20_000);
  expect(await callbacksOf(merchant)).toEqual([]);
});
