import { describe, expect, test } from 'vitest';

import { gatewayOf } from '../apps/gateway-of';
import { db } from '../db/client';
import { aMerchant, type TestMerchant } from '../testing/merchant';
import { aPaidOrder } from '../testing/paid-order';
import {
  checkNow,
  checkUntil,
  refundInput,
  sandboxRefunds,
  storedRefund,
  storyOf,
} from '../testing/refund-kit';
import { recordRefundEvidence } from './record-refund-evidence';
import type { RefundEvidence } from './refund-evidence';
import { requestRefund } from './request-refund';

const evidence = (originalTransactionId: string, change: Partial<RefundEvidence> = {}): RefundEvidence => ({
  source: 'CALLBACK',
  at: new Date('2026-11-23T01:02:10Z'),
  mchRefundOrderId: 'SHOPREFUND0001',
  refundTransactionId: 'R20261123000000000018',
  originalTransactionId,
  amount: 25_000n,
  feeRefunded: 0n,
  status: 'COMPLETE',
  createdAt: new Date('2026-11-23T01:02:00Z'),
  returnedAt: new Date('2026-11-23T01:02:09Z'),
  failedCode: null,
  failedMessage: null,
  reason: 'size',
  detail: { event: 'payment.refund.success' },
  ...change,
});

function record(merchant: TestMerchant, said: RefundEvidence, othersSendMoney = false) {
  const app = { appId: merchant.appId, othersSendMoney };
  return db().$transaction((tx) => recordRefundEvidence(tx, merchant.actor, app, said));
}

const refundsOf = ({ actor: { merchantId } }: TestMerchant) =>
  db().refund.findMany({ where: { merchantId } });

describe('a refund that nobody asked for here', () => {
  test('is imported under its order, counts in the remainder, and is raised', async () => {
    const merchant = await aMerchant();
    const { orderId, transactionId } = await aPaidOrder(merchant);

    const recorded = await record(merchant, evidence(transactionId));

    expect(recorded).toMatchObject({
      kind: 'raised',
      orderId,
      reason: { key: 'refunds.raised.missingHere', values: { amountCentavos: '25000' } },
    });
    const refundId = recorded.refundId ?? '';
    expect(await storedRefund(merchant, refundId)).toMatchObject({
      origin: 'CALLBACK',
      status: 'COMPLETE',
      amount: 25_000n,
      reason: 'size',
      refundCreateTime: new Date('2026-11-23T01:02:00Z'),
      refundReturnTime: new Date('2026-11-23T01:02:09Z'),
      requestedById: null,
      nextCheckAt: null,
    });
    expect(new Set(await storyOf(merchant, refundId))).toEqual(
      new Set(['CALLBACK imported', 'CALLBACK complete', 'CALLBACK missingHere']),
    );
    await expect(
      requestRefund(merchant.actor, refundInput(orderId, { amount: 100_051n })),
    ).rejects.toMatchObject({
      said: { values: { leftCentavos: '100050' } },
    });
  });

  test('is not raised where others may send money with this app', async () => {
    const merchant = await aMerchant();
    const { transactionId } = await aPaidOrder(merchant);
    const recorded = await record(merchant, evidence(transactionId), true);
    expect(recorded.kind).toBe('created');
    expect(await storyOf(merchant, recorded.refundId ?? '')).not.toContain('CALLBACK missingHere');
  });

  test('of an order nobody has heard of is kept without one', async () => {
    const merchant = await aMerchant();
    const { refundId, orderId } = await record(merchant, evidence('C404'));
    expect(orderId).toBeUndefined();
    expect((await storedRefund(merchant, refundId ?? '')).orderId).toBeNull();
  });

  test('told eight times at once is one row, told once of each kind', async () => {
    const merchant = await aMerchant();
    const { transactionId } = await aPaidOrder(merchant);
    const said = evidence(transactionId);

    const records = await Promise.all(Array.from({ length: 8 }, () => record(merchant, said)));

    expect(records.filter(({ kind }) => kind === 'raised')).toHaveLength(1);
    expect(await refundsOf(merchant)).toHaveLength(1);
    const story = await storyOf(merchant, records[0]?.refundId ?? '');
    expect(story.filter((told) => told === 'CALLBACK complete')).toHaveLength(1);
    expect(story.filter((told) => told === 'CALLBACK missingHere')).toHaveLength(1);
  });

  test('in PayCools\u2019 list beside ours is imported by the check of ours', async () => {
    const merchant = await aMerchant();
    const { orderId, transactionId } = await aPaidOrder(merchant);
    const gateway = await gatewayOf(merchant.actor.merchantId, merchant.appId);
    await gateway.refund.create({
      mchRefundOrderId: 'SHOPREFUND0002',
      originalTransactionId: transactionId,
      refundAmount: 10_000n,
      refundCallbackUrl: 'http://127.0.0.1:9/none',
    });
    const { refundId } = await requestRefund(merchant.actor, refundInput(orderId));

    await checkUntil(merchant, refundId, ['COMPLETE']);

    const foreign = (await refundsOf(merchant)).find(({ origin }) => origin === 'QUERY');
    expect(foreign).toMatchObject({ mchRefundOrderId: 'SHOPREFUND0002', amount: 10_000n, orderId });
  });
});

describe('a refund of ours named with something else', () => {
  test.each([
    ['another amount', { amount: 50_024n }, 'otherAmount'],
    ['another original', { originalTransactionId: 'C405' }, 'otherOriginal'],
    ['another id of PayCools', { refundTransactionId: 'R406' }, 'otherTransaction'],
    ['another id of ours', { mchRefundOrderId: 'RF407' }, 'otherRefundId'],
  ])('%s is held, raised once, and changes nothing', async (_, change, event) => {
    const merchant = await aMerchant();
    const { orderId, transactionId } = await aPaidOrder(merchant);
    const { refundId } = await requestRefund(merchant.actor, refundInput(orderId, { amount: 50_004n }));
    const { mchRefundOrderId, refundTransactionId } = await storedRefund(merchant, refundId);
    const ours = { mchRefundOrderId, refundTransactionId: refundTransactionId ?? '', amount: 50_004n };
    const said = evidence(transactionId, { ...ours, ...change });

    expect(await record(merchant, said)).toMatchObject({ kind: 'held', refundId });
    expect(await record(merchant, said)).toMatchObject({ kind: 'held', refundId });

    expect((await storedRefund(merchant, refundId)).status).toBe('IN_PROGRESS');
    expect((await storyOf(merchant, refundId)).filter((told) => told === `CALLBACK ${event}`)).toHaveLength(
      1,
    );
    expect(await refundsOf(merchant)).toHaveLength(1);
    const raised = await db().auditEntry.count({ where: { subjectId: refundId, action: 'refund.raised' } });
    expect(raised).toBe(1);
  });

  test('under another app of the merchant is held', async () => {
    const merchant = await aMerchant();
    const { transactionId } = await aPaidOrder(merchant);
    await record(merchant, evidence(transactionId));
    const { merchantId } = merchant.actor;
    const first = await db().gatewayApp.findUniqueOrThrow({ where: { appId: merchant.appId } });
    const appId = `${merchant.appId.slice(1)}x`;
    await db().gatewayApp.create({ data: { ...first, appId, merchantId } });

    const recorded = await record({ ...merchant, appId }, evidence(transactionId));

    expect(recorded).toMatchObject({ kind: 'held', reason: { key: 'refunds.raised.otherApp' } });
    expect(await refundsOf(merchant)).toHaveLength(1);
  });

  test('found with another amount when asked about an unknown one: it stays unknown', async () => {
    const merchant = await aMerchant();
    const { orderId } = await aPaidOrder(merchant);
    await merchant.sandbox.setFault({ fault: 'drop-answer', operation: 'refund.create', times: 1 });
    const { refundId } = await requestRefund(merchant.actor, refundInput(orderId));
    // Our own row is changed behind our back, so that PayCools' true amount is the other one.
    await db().refund.updateMany({ where: { id: refundId }, data: { amount: 40_000n } });

    await checkNow(merchant, refundId);

    expect(await storedRefund(merchant, refundId)).toMatchObject({
      status: 'UNKNOWN',
      firstNotFoundAt: null,
    });
    expect(await storyOf(merchant, refundId)).toContain('POLL otherAmount');
    expect(await sandboxRefunds(merchant.sandbox)).toMatchObject([{ amount: '50025' }]);
  });
});

test('a final state never changes: the contradiction is kept, raised, and tells both sides', async () => {
  const merchant = await aMerchant();
  const { orderId, transactionId } = await aPaidOrder(merchant);
  const { refundId } = await requestRefund(merchant.actor, refundInput(orderId));
  const { mchRefundOrderId, refundTransactionId } = await checkUntil(merchant, refundId, ['COMPLETE']);

  const recorded = await record(
    merchant,
    evidence(transactionId, {
      mchRefundOrderId,
      refundTransactionId: refundTransactionId ?? '',
      amount: 50_025n,
      status: 'FAILED',
    }),
  );

  expect(recorded).toMatchObject({
    kind: 'contradiction',
    reason: { key: 'refunds.raised.contradiction', values: { from: 'COMPLETE', to: 'FAILED' } },
  });
  expect((await storedRefund(merchant, refundId)).status).toBe('COMPLETE');
  expect((await storyOf(merchant, refundId)).at(0)).toBe('CALLBACK contradiction');
});
