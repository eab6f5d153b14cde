import { describe, expect, test } from 'vitest';

import { db } from '../db/client';
import type { Refund } from '../db/generated/client';
import { aMerchant, type TestMerchant } from '../testing/merchant';
import { aPaidOrder } from '../testing/paid-order';
import {
  checkNow,
  checkUntil,
  refundCalls,
  refundInput,
  sandboxRefunds,
  storedRefund,
  storyOf,
} from '../testing/refund-kit';
import { checkRefund } from './check-refund';
import { listedRefund } from './refund-evidence';
import { recordRefundEvidence } from './record-refund-evidence';
import { requestRefund } from './request-refund';
import { sendRefundAgain } from './send-refund-again';
import { settleRefund } from './settle-refund';
import { withdrawRefund } from './withdraw-refund';

/** A refund whose call broke off before PayCools acted: it is not there, and nobody knows that yet. */
async function anUnknownRefund(merchant: TestMerchant) {
  const { orderId } = await aPaidOrder(merchant);
  await merchant.sandbox.setFault({ fault: 'error-before', operation: 'refund.create', times: 1 });
  const { refundId } = await requestRefund(merchant.actor, refundInput(orderId));
  return { orderId, refundId };
}

async function aRefundProvedNotTaken(merchant: TestMerchant) {
  const ids = await anUnknownRefund(merchant);
  await untilProved(merchant, ids.refundId);
  return ids;
}

async function untilProved(merchant: TestMerchant, refundId: string): Promise<Refund> {
  await expect
    .poll(
      async () => {
        await checkNow(merchant, refundId);
        return (await storedRefund(merchant, refundId)).provedNotTakenAt;
      },
      { timeout: 10_000 },
    )
    .not.toBeNull();
  return storedRefund(merchant, refundId);
}

describe('the proof that a refund was not taken', () => {
  test('takes two not-found answers, and is a mark and not a state', async () => {
    const merchant = await aMerchant();
    const { refundId } = await anUnknownRefund(merchant);

    await checkNow(merchant, refundId);
    expect(await storedRefund(merchant, refundId)).toMatchObject({
      status: 'UNKNOWN',
      firstNotFoundAt: null,
      provedNotTakenAt: null,
    });

    const { status, unknownSince, firstNotFoundAt, provedNotTakenAt } = await untilProved(merchant, refundId);
    expect(status).toBe('UNKNOWN');
    // Tests run 600 times faster: 10 minutes are 1 s and 5 minutes are 0.5 s.
    const since = unknownSince?.getTime() ?? 0;
    const first = firstNotFoundAt?.getTime() ?? 0;
    expect(first - since).toBeGreaterThanOrEqual(1_000);
    expect((provedNotTakenAt?.getTime() ?? 0) - first).toBeGreaterThanOrEqual(500);
    expect(await storyOf(merchant, refundId)).toEqual([
      'PERSON requested',
      'ANSWER unknown',
      'POLL notTaken',
    ]);
    expect(await refundCalls(merchant.sandbox)).toHaveLength(1);
  });

  test('is not built from answers that never came', async () => {
    const merchant = await aMerchant();
    const { refundId } = await anUnknownRefund(merchant);
    await db().refund.updateMany({ where: { id: refundId }, data: { unknownSince: new Date(0) } });
    await merchant.sandbox.setFault({ fault: 'error-before', operation: 'refund.list', times: 5 });

    for (let tries = 0; tries < 3; tries += 1) await checkNow(merchant, refundId);

    expect(await storedRefund(merchant, refundId)).toMatchObject({
      firstNotFoundAt: null,
      provedNotTakenAt: null,
      lastCheckedAt: null,
    });
  });

  test('nobody may send it again or withdraw it before', async () => {
    const merchant = await aMerchant();
    const { refundId } = await anUnknownRefund(merchant);

    for (const act of [sendRefundAgain, withdrawRefund]) {
      await expect(act(merchant.actor, refundId)).rejects.toMatchObject({
        said: { key: 'refunds.verbs.notProved' },
      });
    }
    expect(await storedRefund(merchant, refundId)).toMatchObject({ status: 'UNKNOWN', sendCount: 1 });
    expect(await refundCalls(merchant.sandbox)).toHaveLength(1);
  });
});

describe('after the proof', () => {
  test('sent again with the same ids, it is taken once', async () => {
    const merchant = await aMerchant();
    const { refundId } = await aRefundProvedNotTaken(merchant);
    const { mchRefundOrderId } = await storedRefund(merchant, refundId);

    await Promise.allSettled(Array.from({ length: 8 }, () => sendRefundAgain(merchant.actor, refundId)));

    expect(await checkUntil(merchant, refundId, ['COMPLETE'])).toMatchObject({
      sendCount: 2,
      provedNotTakenAt: null,
    });
    expect(await sandboxRefunds(merchant.sandbox)).toMatchObject([{ mchRefundOrderId, amount: '50025' }]);
    expect(await refundCalls(merchant.sandbox)).toHaveLength(2);
    expect((await storyOf(merchant, refundId)).slice(3, 6)).toEqual([
      'PERSON sendAgain',
      'SYSTEM sent',
      'ANSWER accepted',
    ]);
  });

  test('a refusal of what was sent again is not known: it may be the echo of the first', async () => {
    const merchant = await aMerchant();
    const { refundId } = await aRefundProvedNotTaken(merchant);
    await merchant.sandbox.setFault({
      fault: 'answer-code',
      operation: 'refund.create',
      times: 1,
      code: 1506,
    });

    await sendRefundAgain(merchant.actor, refundId);

    expect(await storedRefund(merchant, refundId)).toMatchObject({
      status: 'UNKNOWN',
      provedNotTakenAt: null,
      firstNotFoundAt: null,
    });
  });

  test('withdrawn, its amount can be refunded anew', async () => {
    const merchant = await aMerchant();
    const { orderId, refundId } = await aRefundProvedNotTaken(merchant);
    await expect(requestRefund(merchant.actor, refundInput(orderId))).rejects.toMatchObject({
      said: { key: 'refunds.rules.1502.notTaken' },
    });

    await withdrawRefund(merchant.actor, refundId);

    expect((await storedRefund(merchant, refundId)).status).toBe('WITHDRAWN');
    const { status } = await requestRefund(merchant.actor, refundInput(orderId, { amount: 125_050n }));
    expect(status).toBe('IN_PROGRESS');
  });

  test('word that it was taken after all is kept and raised, and changes nothing', async () => {
    const merchant = await aMerchant();
    const { refundId } = await aRefundProvedNotTaken(merchant);
    await withdrawRefund(merchant.actor, refundId);
    const refund = await storedRefund(merchant, refundId);
    const said = {
      mchRefundOrderId: refund.mchRefundOrderId,
      refundTransactionId: 'R20261123000000000018',
      originalTransactionId: refund.originalTransactionId,
      refundAmount: 50_025n,
      feeRefunded: 0n,
      refundStatus: 'COMPLETE',
      refundCreateTime: null,
      refundReturnTime: null,
      failedCode: null,
      failedMessage: null,
    } as const;

    const record = await db().$transaction((tx) =>
      recordRefundEvidence(
        tx,
        merchant.actor,
        { appId: merchant.appId, othersSendMoney: false },
        listedRefund(said, refund.originalTransactionId, new Date()),
      ),
    );

    expect(record).toMatchObject({
      kind: 'contradiction',
      reason: { key: 'refunds.raised.contradiction', values: { from: 'WITHDRAWN', to: 'COMPLETE' } },
    });
    expect((await storedRefund(merchant, refundId)).status).toBe('WITHDRAWN');
    expect((await storyOf(merchant, refundId)).at(-1)).toBe('POLL contradiction');
  });

  test('rules that no longer hold end it instead of sending it', async () => {
    const merchant = await aMerchant();
    const { orderId, refundId } = await aRefundProvedNotTaken(merchant);
    const tooOld = new Date(Date.now() - 61 * 86_400_000);
    await db().order.updateMany({ where: { id: orderId }, data: { completedAt: tooOld } });

    await sendRefundAgain(merchant.actor, refundId);

    expect(await storedRefund(merchant, refundId)).toMatchObject({ status: 'EXPIRED', sendCount: 1 });
    expect(await refundCalls(merchant.sandbox)).toHaveLength(1);
  });

  test.each(['ADMIN', 'APPROVER', 'VIEWER'] as const)('%s may do neither', async (role) => {
    const merchant = await aMerchant();
    const { refundId } = await aRefundProvedNotTaken(merchant);
    const colleague = await merchant.colleague(role);
    for (const act of [sendRefundAgain, withdrawRefund]) {
      await expect(act(colleague, refundId)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});

test('what waits for an approver is not sent by "send again"', async () => {
  const merchant = await aMerchant();
  const { refundId } = await aRefundProvedNotTaken(merchant);
  await db().refund.updateMany({ where: { id: refundId }, data: { status: 'WAITING_APPROVAL' } });

  await expect(sendRefundAgain(merchant.actor, refundId)).rejects.toMatchObject({ code: 'refused' });

  expect((await storedRefund(merchant, refundId)).status).toBe('WAITING_APPROVAL');
});

describe('SENDING left behind by a dead process', () => {
  async function leftBehind(merchant: TestMerchant, sentAgoMs: number) {
    const { orderId } = await aPaidOrder(merchant);
    const { refundId } = await requestRefund(merchant.actor, refundInput(orderId));
    const sentAt = new Date(Date.now() - sentAgoMs);
    const asItWas = { status: 'SENDING', sentAt, refundTransactionId: null } as const;
    await db().refund.updateMany({ where: { id: refundId }, data: asItWas });
    return { orderId, refundId };
  }

  test('is left alone while its call may still be under way', async () => {
    const merchant = await aMerchant();
    const { refundId } = await leftBehind(merchant, 1_000);
    await checkRefund({ merchantId: merchant.actor.merchantId, refundId });
    expect((await storedRefund(merchant, refundId)).status).toBe('SENDING');
  });

  test('reads as unknown, stops new refunds of its order, and is asked about', async () => {
    const merchant = await aMerchant();
    const { orderId, refundId } = await leftBehind(merchant, 120_000);
    await expect(requestRefund(merchant.actor, refundInput(orderId))).rejects.toMatchObject({
      said: { key: 'refunds.rules.1502.unknown' },
    });

    await checkRefund({ merchantId: merchant.actor.merchantId, refundId });
    expect((await storedRefund(merchant, refundId)).status).toBe('UNKNOWN');

    await checkUntil(merchant, refundId, ['COMPLETE']);
    expect(await refundCalls(merchant.sandbox)).toHaveLength(1);
  });

  test('an answer that comes after all settles it', async () => {
    const merchant = await aMerchant();
    const { refundId } = await leftBehind(merchant, 120_000);
    await checkRefund({ merchantId: merchant.actor.merchantId, refundId });
    const settled = await db().$transaction((tx) =>
      settleRefund(tx, merchant.actor, refundId, { to: 'IN_PROGRESS', source: 'ANSWER', at: new Date() }),
    );
    expect(settled).toMatchObject({ kind: 'settled', status: 'IN_PROGRESS' });
  });
});
