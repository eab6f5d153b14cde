import { randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import type { Actor } from '../auth/actor';
import { listBalances } from '../balances/queries';
import { db } from '../db/client';
import type { MoneyOutStatus, OrderStatus } from '../db/generated/enums';
import { aMerchant } from '../testing/merchant';
import { findOnItsWay } from './on-its-way';
import { findToday } from './today';
import { listYesterday } from './yesterday';

type Books = Readonly<{ actor: Actor; appId: string }>;
/** 12:00 in Manila on the 23rd. */
const NOW = new Date('2026-11-23T04:00:00Z');
const FIRST = new Date('2026-11-22T16:00:00Z');
const JUST_BEFORE = new Date('2026-11-22T15:59:59.999Z');

function keyOf({ actor, appId }: Books) {
  return { merchantId: actor.merchantId, gatewayAppId: appId };
}

async function anOrder(
  books: Books,
  facts: Readonly<{
    amount: bigint;
    completedAt: Date;
    fee?: bigint;
    status?: OrderStatus;
    channelCode?: string;
  }>,
) {
  await db().order.create({
    data: {
      ...keyOf(books),
      origin: 'CALLBACK',
      product: 'WEB_PAYMENT',
      status: 'COMPLETE',
      channelCode: 'GCASH_URL',
      transactionId: randomUUID(),
      createdAt: facts.completedAt,
      ...facts,
    },
  });
}

async function aRefund(books: Books, status: MoneyOutStatus, amount: bigint, at: Date) {
  await db().refund.create({
    data: {
      ...keyOf(books),
      origin: 'KAHA',
      originalTransactionId: randomUUID(),
      mchRefundOrderId: randomUUID(),
      amount,
      status,
      createdAt: at,
      refundCreateTime: at,
    },
  });
}

async function aPayout(books: Books, status: MoneyOutStatus, amount: bigint, at: Date) {
  await db().payout.create({
    data: { ...keyOf(books), origin: 'STATEMENT', mchOrderId: randomUUID(), amount, status, createdAt: at },
  });
}

describe('today', () => {
  test('counts what completed since midnight in Manila, with the expected fee while none is charged', async () => {
    const books = await aMerchant();
    const other = await aMerchant();
    await anOrder(books, { amount: 125_050n, completedAt: FIRST, fee: 2_501n });
    // 2 % of 333.33 is 6.6666: half up to 6.67.
    await anOrder(books, { amount: 33_333n, completedAt: NOW });
    await anOrder(books, { amount: 99_900n, completedAt: NOW, status: 'FAILED' });
    await anOrder(books, { amount: 88_800n, completedAt: JUST_BEFORE });
    await anOrder(other, { amount: 77_700n, completedAt: NOW });
    await aRefund(books, 'COMPLETE', 10_000n, NOW);
    await aRefund(books, 'IN_PROGRESS', 5_000n, NOW);
    await aRefund(books, 'UNKNOWN', 4_000n, NOW);
    await aRefund(books, 'FAILED', 3_000n, NOW);
    await aRefund(books, 'COMPLETE', 2_000n, JUST_BEFORE);
    await aPayout(books, 'COMPLETE', 50_000n, NOW);
    await aPayout(books, 'FAILED', 40_000n, NOW);

    expect(await findToday(books.actor, NOW)).toEqual({
      day: '2026-11-23',
      moneyIn: { count: 2, amount: 158_383n },
      moneyOut: { count: 1, amount: 50_000n },
      refunded: { count: 2, amount: 15_000n },
      fees: 4_168n,
      feesExpected: 667n,
    });
  });

  test('is zero on a day without anything', async () => {
    const { actor } = await aMerchant();
    expect(await findToday(actor, NOW)).toEqual({
      day: '2026-11-23',
      moneyIn: { count: 0, amount: 0n },
      moneyOut: { count: 0, amount: 0n },
      refunded: { count: 0, amount: 0n },
      fees: 0n,
      feesExpected: 0n,
    });
  });
});

test('what is on its way out is what was asked for and has no result yet', async () => {
  const books = await aMerchant();
  await aRefund(books, 'WAITING_APPROVAL', 64_500n, NOW);
  for (const status of ['READY', 'SENDING', 'IN_PROGRESS', 'UNKNOWN'] as const)
    await aRefund(books, status, 100n, NOW);
  await aPayout(books, 'IN_PROGRESS', 1_000n, NOW);
  await aRefund(books, 'COMPLETE', 9_999n, NOW);
  expect(await findOnItsWay(books.actor)).toEqual({ waiting: 64_500n, onItsWay: 1_400n });
});

test('a role without the permission gets no balance, no figure of what leaves it, and no proof', async () => {
  const { colleague } = await aMerchant();
  const support = await colleague('SUPPORT');
  expect(await listBalances(support)).toBeNull();
  await expect(findOnItsWay(support)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listYesterday(support, NOW)).rejects.toMatchObject({ code: 'forbidden' });
});

test('yesterday is the Manila day before, per app, with its open exceptions and without a proof until it ran', async () => {
  const books = await aMerchant();
  const key = { ...keyOf(books), day: new Date('2026-11-22T00:00:00Z') };
  const exception = { ...key, type: 'LATE', effect: 0n, detail: {} } as const;
  await db().reconException.create({ data: { ...exception, subjectId: 'a' } });
  await db().reconException.create({ data: { ...exception, subjectId: 'b', state: 'RESOLVED' } });
  await db().dayRun.create({
    data: {
      ...key,
      requestedById: 'x',
      matched: 0,
      lineCount: 0,
      proof: { runningSince: NOW.toISOString(), failure: null, proof: null },
    },
  });

  expect(await listYesterday(books.actor, NOW)).toEqual([
    {
      gatewayAppId: books.appId,
      appName: 'Sari Sari Test',
      day: '2026-11-22',
      running: true,
      proof: null,
      openExceptions: 1,
    },
  ]);
  // One second before midnight in Manila the day before is still the 21st.
  const [before] = await listYesterday(books.actor, new Date('2026-11-22T15:59:59Z'));
  expect(before).toMatchObject({ day: '2026-11-21', running: false, openExceptions: 0 });
});
