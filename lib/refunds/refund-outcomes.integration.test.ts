import { describe, expect, test } from 'vitest';

import { gatewayOf } from '../apps/gateway-of';
import { applyCallback } from '../callbacks/apply-callback';
import { db } from '../db/client';
import { callbackReceiver } from '../testing/callback-receiver';
import { aMerchant, type TestMerchant } from '../testing/merchant';
import { aPaidOrder, type PaidOrder } from '../testing/paid-order';
import {
  checkNow,
  checkUntil,
  refundCalls,
  refundInput,
  sandboxRefunds,
  storedRefund,
  storyOf,
} from '../testing/refund-kit';
import { runJobs } from '../testing/run-jobs';
import { createSandboxApp } from '../testing/sandbox-control';
import { requestRefund } from './request-refund';
import { sendReadyRefund } from './send-refund';

const answerCode = (code: number) => ({ fault: 'answer-code', operation: 'refund.create', times: 1, code });

describe('an answer that proves nothing', () => {
  test.each([
    ['drop-answer', 1],
    ['error-after', 1],
    ['act-then-1018', 1],
    ['truncated', 1],
    ['error-before', 0],
    ['html', 0],
  ] as const)('%s: not known yet, one call, then what PayCools says', async (fault, taken) => {
    const merchant = await aMerchant();
    const { orderId } = await aPaidOrder(merchant);
    await merchant.sandbox.setFault({ fault, operation: 'refund.create', times: 1 });

    const { refundId, status } = await requestRefund(merchant.actor, refundInput(orderId));

    expect(status).toBe('UNKNOWN');
    expect(await refundCalls(merchant.sandbox)).toHaveLength(1);
    expect(await sandboxRefunds(merchant.sandbox)).toHaveLength(taken);
    const unknown = await storedRefund(merchant, refundId);
    expect(unknown.unknownSince).not.toBeNull();
    expect(unknown.nextCheckAt).not.toBeNull();

    await checkNow(merchant, refundId);
    if (taken === 1) expect((await checkUntil(merchant, refundId, ['COMPLETE'])).provedNotTakenAt).toBeNull();
    else expect((await storedRefund(merchant, refundId)).status).toBe('UNKNOWN');
    expect(await refundCalls(merchant.sandbox)).toHaveLength(1);
  });

  test('a second press with the same key while it is not known shows the first, and PayCools is not called', async () => {
    const merchant = await aMerchant();
    const { orderId } = await aPaidOrder(merchant);
    await merchant.sandbox.setFault({ fault: 'drop-answer', operation: 'refund.create', times: 1 });
    const input = refundInput(orderId);

    const first = await requestRefund(merchant.actor, input);
    const second = await requestRefund(merchant.actor, input);

    expect(second).toEqual({ refundId: first.refundId, status: 'UNKNOWN', repeated: true });
    expect(await sandboxRefunds(merchant.sandbox)).toHaveLength(1);
    expect(await refundCalls(merchant.sandbox)).toHaveLength(1);
  });

  test('it stops every new refund of its order, however small, until it is known', async () => {
    const merchant = await aMerchant();
    const { orderId } = await aPaidOrder(merchant);
    await merchant.sandbox.setFault({ fault: 'drop-answer', operation: 'refund.create', times: 1 });
    const { refundId } = await requestRefund(merchant.actor, refundInput(orderId));

    await expect(requestRefund(merchant.actor, refundInput(orderId, { amount: 1n }))).rejects.toMatchObject({
      said: { key: 'refunds.rules.1502.unknown', values: { amountCentavos: '50025' } },
    });

    await checkUntil(merchant, refundId, ['COMPLETE']);
    const next = await requestRefund(merchant.actor, refundInput(orderId, { amount: 100n }));
    expect(next.status).toBe('IN_PROGRESS');
  });

  test.each([1018, 1503, 1515, 1999])('%i on the first sending is not known, never failed', async (code) => {
    const merchant = await aMerchant();
    const { orderId } = await aPaidOrder(merchant);
    await merchant.sandbox.setFault(answerCode(code));

    const { refundId, status } = await requestRefund(merchant.actor, refundInput(orderId));

    expect(status).toBe('UNKNOWN');
    const [told] = await db().timelineEvent.findMany({
      where: { merchantId: merchant.actor.merchantId, refundId, kind: 'unknown' },
    });
    expect(told?.detail).toMatchObject({ code: String(code), amountCentavos: '50025' });
  });
});

describe('1013: nothing happened', () => {
  test('it waits and is sent again by the worker with the same ids', async () => {
    const merchant = await aMerchant();
    const { orderId } = await aPaidOrder(merchant);
    await merchant.sandbox.setFault(answerCode(1013));

    const { refundId, status } = await requestRefund(merchant.actor, refundInput(orderId));
    expect(status).toBe('READY');
    await sendReadyRefund(merchant.actor, refundId);

    expect(await storedRefund(merchant, refundId)).toMatchObject({ status: 'IN_PROGRESS', sendCount: 2 });
    expect((await refundCalls(merchant.sandbox)).map(({ code }) => code)).toEqual([1013, 1000]);
    expect(await sandboxRefunds(merchant.sandbox)).toHaveLength(1);
    expect((await storyOf(merchant, refundId)).slice(0, 2)).toEqual(['PERSON requested', 'ANSWER busy']);
  });

  test('a refusal of the second sending may be the echo of the first: not known', async () => {
    const merchant = await aMerchant();
    const { orderId } = await aPaidOrder(merchant);
    await merchant.sandbox.setFault(answerCode(1013));
    const { refundId } = await requestRefund(merchant.actor, refundInput(orderId));
    await merchant.sandbox.setFault(answerCode(1506));

    await sendReadyRefund(merchant.actor, refundId);

    expect((await storedRefund(merchant, refundId)).status).toBe('UNKNOWN');
  });
});

type Provocation = (merchant: TestMerchant, order: PaidOrder) => Promise<unknown>;

const settings = (change: Readonly<Record<string, unknown>>) => (merchant: TestMerchant) =>
  createSandboxApp({ appId: merchant.appId, settings: change });
const rule = (name: string) => settings({ refundRules: { GCASH_URL: name } });
const ofOrder = (
  change: Parameters<ReturnType<typeof db>['order']['updateMany']>[0]['data'],
): Provocation => {
  return ({ actor: { merchantId } }, { orderId }) =>
    db().order.updateMany({ where: { merchantId, id: orderId }, data: change });
};
/** A refund that the shop's own programs made with the same app: PayCools knows it, Kaha does not. */
const elsewhere =
  (refundAmount: bigint): Provocation =>
  async (merchant, { transactionId }) => {
    const gateway = await gatewayOf(merchant.actor.merchantId, merchant.appId);
    const answer = await gateway.refund.create({
      mchRefundOrderId: 'SHOP0001',
      originalTransactionId: transactionId,
      refundAmount,
      refundCallbackUrl: 'http://127.0.0.1:9/none',
    });
    expect(answer.outcome).toBe('accepted');
  };
const both =
  (one: Provocation, two: Provocation): Provocation =>
  async (merchant, order) => {
    await one(merchant, order);
    await two(merchant, order);
  };

/** Kaha believes that the refund is allowed, and PayCools refuses it: each code by a real state of its books. */
const PROVOCATIONS: readonly (readonly [number, Provocation])[] = [
  [1501, ofOrder({ transactionId: 'C9999999999999999999' })],
  [1502, both(elsewhere(104n), rule('ONE'))],
  [
    1504,
    async (merchant, { orderId }) => {
      const sibling = await aMerchant({ sandboxApp: { merchant: merchant.actor.merchantId } });
      const { transactionId } = await aPaidOrder(sibling);
      await ofOrder({ transactionId })(merchant, { orderId, transactionId, mchOrderId: '' });
    },
  ],
  [1505, settings({ refundsAllowed: false })],
  [1506, elsewhere(100_004n)],
  [1507, rule('NONE')],
  [1510, rule('UNLISTED')],
  [1511, rule('ONE_FULL')],
  [1512, both(rule('ONE_FULL'), ofOrder({ amount: 200_000n }))],
  [1513, (merchant) => merchant.sandbox.setFault(answerCode(1513))],
  // The whole amount, while only the amount less its fee ever came in.
  [1006, () => Promise.resolve()],
];

describe('a refusal of PayCools', () => {
  test.each(PROVOCATIONS)(
    '%i: refused with its code, and the remainder is free again',
    async (code, provoke) => {
      const merchant = await aMerchant(code === 1006 ? { sandboxApp: { openingBalance: '0' } } : {});
      const order = await aPaidOrder(merchant);
      await provoke(merchant, order);
      const amount = code === 1512 ? 150_000n : code === 1006 ? 125_050n : 50_025n;

      const { refundId, status } = await requestRefund(
        merchant.actor,
        refundInput(order.orderId, { amount }),
      );

      expect(status).toBe('REFUSED');
      expect(await storedRefund(merchant, refundId)).toMatchObject({ refusedCode: code, nextCheckAt: null });
      expect((await refundCalls(merchant.sandbox)).at(-1)).toMatchObject({ code, acted: false });
      await merchant.sandbox.setFault(answerCode(1503));
      const again = await requestRefund(merchant.actor, refundInput(order.orderId, { amount }));
      expect(again.refundId).not.toBe(refundId);
    },
  );

  test('1508: the one refund of the channel was used elsewhere', async () => {
    const merchant = await aMerchant();
    const order = await aPaidOrder(merchant);
    await elsewhere(10_000n)(merchant, order);
    await expect.poll(async () => (await sandboxRefunds(merchant.sandbox))[0]?.status).toBe('COMPLETE');
    await rule('ONE')(merchant);

    const { refundId } = await requestRefund(merchant.actor, refundInput(order.orderId));

    expect(await storedRefund(merchant, refundId)).toMatchObject({ status: 'REFUSED', refusedCode: 1508 });
  });

  test('1509: PayCools counts the days from another completion', async () => {
    const merchant = await aMerchant();
    const longAgo = new Date(Date.now() - 62 * 86_400_000);
    const order = await aPaidOrder(merchant, { paidAt: longAgo });
    await expect(requestRefund(merchant.actor, refundInput(order.orderId))).rejects.toMatchObject({
      said: { key: 'refunds.rules.1509' },
    });
    await ofOrder({ completedAt: new Date() })(merchant, order);

    const { refundId } = await requestRefund(merchant.actor, refundInput(order.orderId));

    expect(await storedRefund(merchant, refundId)).toMatchObject({ status: 'REFUSED', refusedCode: 1509 });
  });

  test('1516: PayCools does not count the payment as complete', async () => {
    const merchant = await aMerchant();
    const [paid, { orderId }] = [await aPaidOrder(merchant), await aPaidOrder(merchant)];
    const gateway = await gatewayOf(merchant.actor.merchantId, merchant.appId);
    const open = await gateway.webPayment.create({
      mchOrderId: 'WBOPEN0001',
      amount: 125_050n,
      channelCode: 'GCASH_URL',
      email: 'jose@example.ph',
      mobile: '09171234567',
      callbackUrl: 'http://127.0.0.1:9/none',
      redirectUrl: 'http://127.0.0.1:9/none',
    });
    if (open.outcome !== 'accepted') throw new Error('the sandbox refused a web payment');
    await ofOrder({ transactionId: open.data.transactionId })(merchant, { ...paid, orderId });

    const { refundId } = await requestRefund(merchant.actor, refundInput(orderId));

    expect(await storedRefund(merchant, refundId)).toMatchObject({ status: 'REFUSED', refusedCode: 1516 });
  });
});

describe('how it ends', () => {
  test.each([
    ['FAILED', 'FAILED', '-10010'],
    ['CANCEL', 'CANCELLED', null],
  ] as const)(
    '%s at PayCools: %s here, and the amount can be refunded anew',
    async (status, here, failedCode) => {
      const merchant = await aMerchant();
      const { orderId } = await aPaidOrder(merchant);
      const { refundId } = await requestRefund(merchant.actor, refundInput(orderId, { amount: 125_004n }));
      const { mchRefundOrderId } = await storedRefund(merchant, refundId);
      await merchant.sandbox.settleRefund({
        mchRefundOrderId,
        status,
        ...(failedCode !== null && { failedCode: Number(failedCode) }),
      });

      expect(await checkUntil(merchant, refundId, [here])).toMatchObject({ failedCode, nextCheckAt: null });
      const again = await requestRefund(merchant.actor, refundInput(orderId, { amount: 125_050n }));
      expect(again.status).toBe('IN_PROGRESS');
    },
  );

  test('a callback that overtakes the answer counts, and the answer that says less changes nothing', async () => {
    await callbackReceiver();
    const merchant = await aMerchant();
    const { merchantId } = merchant.actor;
    const { orderId } = await aPaidOrder(merchant);
    // The sandbox acts at once and answers late; meanwhile its callback is here and applied.
    await merchant.sandbox.setFault({ fault: 'slow', operation: 'refund.create', times: 1 });
    const pressed = requestRefund(merchant.actor, refundInput(orderId));
    await expect
      .poll(
        async () => {
          await runJobs(merchantId, { 'callback.apply': applyCallback });
          return db().refund.findFirst({ where: { merchantId }, select: { status: true } });
        },
        { timeout: 10_000 },
      )
      .toEqual({ status: 'COMPLETE' });

    const { refundId, status } = await pressed;

    expect(status).toBe('COMPLETE');
    expect(await storyOf(merchant, refundId)).toEqual(['PERSON requested', 'CALLBACK complete']);
    expect(await storedRefund(merchant, refundId)).toMatchObject({ feeRefunded: 0n, nextCheckAt: null });
  });
});
