import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { db } from '../db/client';
import { AppError } from '../errors';
import { aMerchant, type TestMerchant } from '../testing/merchant';
import { aPaidOrder } from '../testing/paid-order';
import {
  checkUntil,
  refundCalls,
  refundInput,
  sandboxRefunds,
  storedRefund,
  storyOf,
} from '../testing/refund-kit';
import { requestRefund } from './request-refund';
import { sendRefund } from './send-refund';

async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof AppError)) throw new Error(`expected a refusal, not ${String(error)}`);
  return error;
}

const refundsOf = ({ actor: { merchantId } }: TestMerchant) =>
  db().refund.findMany({ where: { merchantId } });

describe('a refund', () => {
  test('is written down, sent once with its ids, and complete when PayCools says so', async () => {
    const merchant = await aMerchant();
    const { orderId, transactionId } = await aPaidOrder(merchant);

    const { refundId, status, repeated } = await requestRefund(
      merchant.actor,
      refundInput(orderId, { note: 'Size 42 exchanged' }),
    );

    expect([status, repeated]).toEqual(['IN_PROGRESS', false]);
    const refund = await storedRefund(merchant, refundId);
    expect(refund).toMatchObject({
      origin: 'KAHA',
      orderId,
      originalTransactionId: transactionId,
      amount: 50_025n,
      reason: 'Item returned',
      note: 'Size 42 exchanged',
      requestedById: merchant.actor.userId,
      sendCount: 1,
    });
    expect(refund.mchRefundOrderId).toMatch(/^RF\d{6}[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(await sandboxRefunds(merchant.sandbox)).toMatchObject([
      { mchRefundOrderId: refund.mchRefundOrderId, amount: '50025', reason: 'Item returned' },
    ]);

    const complete = await checkUntil(merchant, refundId, ['COMPLETE']);
    expect(complete).toMatchObject({ feeRefunded: 0n, nextCheckAt: null, unknownSince: null });
    expect(complete.refundReturnTime).not.toBeNull();
    expect(await storyOf(merchant, refundId)).toEqual([
      'PERSON requested',
      'ANSWER accepted',
      'POLL complete',
    ]);
    expect(await refundCalls(merchant.sandbox)).toHaveLength(1);
  });

  test('tells its story on the order too, and every change is in the audit log', async () => {
    const merchant = await aMerchant();
    const { orderId } = await aPaidOrder(merchant);
    const { refundId } = await requestRefund(merchant.actor, refundInput(orderId));
    await checkUntil(merchant, refundId, ['COMPLETE']);

    const { merchantId } = merchant.actor;
    const told = await db().timelineEvent.findMany({
      where: { merchantId, orderId, refundId: { not: null } },
    });
    expect(told.map(({ kind }) => kind).sort()).toEqual(['accepted', 'complete', 'requested']);
    const audit = await db().auditEntry.findMany({
      where: { merchantId, subjectId: refundId },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    expect(audit.map(({ action, detail }) => [action, (detail as { to?: string }).to])).toEqual([
      ['refund.requested', undefined],
      ['refund.settled', 'SENDING'],
      ['refund.settled', 'IN_PROGRESS'],
      ['refund.settled', 'COMPLETE'],
    ]);
  });

  test('of a part, then the rest; then nothing is left, in the words of 1506', async () => {
    const merchant = await aMerchant();
    const { orderId } = await aPaidOrder(merchant);
    await requestRefund(merchant.actor, refundInput(orderId, { amount: 50_025n }));
    await requestRefund(merchant.actor, refundInput(orderId, { amount: 75_025n }));

    const refusal = await refusalOf(requestRefund(merchant.actor, refundInput(orderId, { amount: 1n })));

    expect(refusal.code).toBe('refused');
    expect(refusal.said).toEqual({
      key: 'refunds.rules.1506.allOnTheWay',
      values: { paidCentavos: '125050' },
    });
    expect(await refundCalls(merchant.sandbox)).toHaveLength(2);
    const books = await sandboxRefunds(merchant.sandbox);
    expect(books.map(({ amount }) => amount).sort()).toEqual(['50025', '75025']);
  });

  test('of more than is left is refused at the amount, and nothing is sent', async () => {
    const merchant = await aMerchant();
    const { orderId } = await aPaidOrder(merchant);
    await requestRefund(merchant.actor, refundInput(orderId, { amount: 50_025n }));

    const refusal = await refusalOf(requestRefund(merchant.actor, refundInput(orderId, { amount: 75_026n })));

    const words = { key: 'refunds.rules.1506.left', values: { leftCentavos: '75025' } };
    expect([refusal.code, refusal.said, refusal.fields]).toEqual(['refused', words, { amount: [words] }]);
    expect(await refundCalls(merchant.sandbox)).toHaveLength(1);
    expect(await refundsOf(merchant)).toHaveLength(1);
  });
});

describe('who may refund what', () => {
  test.each(['ADMIN', 'APPROVER', 'VIEWER'] as const)('%s may not, and nothing is written', async (role) => {
    const merchant = await aMerchant();
    const { orderId } = await aPaidOrder(merchant);

    const refusal = await refusalOf(requestRefund(await merchant.colleague(role), refundInput(orderId)));

    expect([refusal.code, refusal.said.values]).toEqual([
      'forbidden',
      { permission: 'refunds:request', role },
    ]);
    expect(await refundsOf(merchant)).toEqual([]);
  });

  test("another merchant's order is not found", async () => {
    const [merchant, stranger] = await Promise.all([aMerchant(), aMerchant()]);
    const { orderId } = await aPaidOrder(merchant);

    expect((await refusalOf(requestRefund(stranger.actor, refundInput(orderId)))).code).toBe('not-found');
    expect((await refusalOf(requestRefund(stranger.actor, refundInput(randomUUID())))).code).toBe(
      'not-found',
    );
    expect(await refundCalls(merchant.sandbox)).toEqual([]);
  });
});

describe('pressed twice', () => {
  test('the same key is the same refund, one after the other and at the same instant', async () => {
    const merchant = await aMerchant();
    const { orderId } = await aPaidOrder(merchant);
    const input = refundInput(orderId);

    const presses = await Promise.all(Array.from({ length: 8 }, () => requestRefund(merchant.actor, input)));
    const again = await requestRefund(merchant.actor, input);

    expect(new Set(presses.map(({ refundId }) => refundId))).toEqual(new Set([again.refundId]));
    expect(presses.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(again.repeated).toBe(true);
    expect(await refundCalls(merchant.sandbox)).toHaveLength(1);
    expect(await sandboxRefunds(merchant.sandbox)).toHaveLength(1);
  });

  test('the same key with another amount or another order is a conflict that names the first', async () => {
    const merchant = await aMerchant();
    const [{ orderId }, other] = [await aPaidOrder(merchant), await aPaidOrder(merchant)];
    const input = refundInput(orderId);
    await requestRefund(merchant.actor, input);

    for (const change of [{ amount: 75_025n }, { orderId: other.orderId }]) {
      const refusal = await refusalOf(requestRefund(merchant.actor, { ...input, ...change }));
      expect([refusal.code, refusal.said]).toEqual([
        'conflict',
        { key: 'refunds.form.keyUsed', values: { amountCentavos: '50025' } },
      ]);
    }
    expect(await refundCalls(merchant.sandbox)).toHaveLength(1);
  });

  test('the same key for two orders at the same instant is one refund and one conflict', async () => {
    const merchant = await aMerchant();
    const [one, two] = [await aPaidOrder(merchant), await aPaidOrder(merchant)];
    const requestKey = randomUUID();

    const presses = await Promise.allSettled(
      [one, two].map(({ orderId }) => requestRefund(merchant.actor, refundInput(orderId, { requestKey }))),
    );

    expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await sandboxRefunds(merchant.sandbox)).toHaveLength(1);
  });

  test('the same key of two merchants is two refunds', async () => {
    const [first, second] = await Promise.all([aMerchant(), aMerchant()]);
    const requestKey = randomUUID();
    for (const merchant of [first, second]) {
      const { orderId } = await aPaidOrder(merchant);
      await requestRefund(merchant.actor, refundInput(orderId, { requestKey }));
      expect(await sandboxRefunds(merchant.sandbox)).toHaveLength(1);
    }
  });
});

test('fifty at once for one order never return more than was paid, and both books agree', async () => {
  const merchant = await aMerchant();
  const { orderId } = await aPaidOrder(merchant);
  const amounts = Array.from({ length: 50 }, () => BigInt(1_000 + Math.floor(Math.random() * 20_000)) * 10n);

  const results = await Promise.allSettled(
    amounts.map((amount) => requestRefund(merchant.actor, refundInput(orderId, { amount }))),
  );

  const refused = results.filter((result) => result.status === 'rejected');
  for (const { reason } of refused) {
    expect((reason as AppError).said.key).toMatch(/^refunds\.rules\.1506\./);
  }
  const [books, ours] = [await sandboxRefunds(merchant.sandbox), await refundsOf(merchant)];
  const sum = (rows: readonly { amount: bigint | string }[]) =>
    rows.reduce((total, { amount }) => total + BigInt(amount), 0n);
  expect(sum(books)).toBeLessThanOrEqual(125_050n);
  expect(sum(books)).toBeGreaterThan(0n);
  const byId = (rows: readonly { mchRefundOrderId: string; amount: bigint | string }[]) =>
    rows.map(({ mchRefundOrderId, amount }) => `${mchRefundOrderId} ${amount}`).sort();
  expect(byId(ours)).toEqual(byId(books));
  expect(await refundCalls(merchant.sandbox)).toHaveLength(books.length);
  expect(refused.length + books.length).toBe(50);
});

test('an intent that its process could not send is sent by the worker, once', async () => {
  const merchant = await aMerchant();
  const { orderId } = await aPaidOrder(merchant);
  const { merchantId } = merchant.actor;
  const { refundId } = await requestRefund(merchant.actor, refundInput(orderId));
  const sent = await storedRefund(merchant, refundId);
  // A second intent as it is between its commit and its call, where a process may die.
  const left = await db().refund.create({
    data: {
      merchantId,
      gatewayAppId: merchant.appId,
      origin: 'KAHA',
      orderId,
      originalTransactionId: sent.originalTransactionId,
      mchRefundOrderId: 'RF261123LEFT00000001',
      amount: 10_000n,
      status: 'READY',
      nextCheckAt: new Date(),
    },
  });

  await Promise.all(Array.from({ length: 8 }, () => sendRefund({ merchantId, refundId: left.id })));

  expect((await storedRefund(merchant, left.id)).status).toBe('IN_PROGRESS');
  expect(await refundCalls(merchant.sandbox)).toHaveLength(2);
});
