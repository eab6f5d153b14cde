import { randomUUID } from 'node:crypto';

import { describe, expect, test } from 'vitest';

import type { Actor } from '../auth/actor';
import { db } from '../db/client';
import { aMerchant } from '../testing/merchant';
import { countCodesSeen, findCodeSeen } from './queries';

type Books = Readonly<{ actor: Actor; appId: string }>;

const AT = (day: number) => new Date(`2026-11-${String(day).padStart(2, '0')}T04:00:00Z`);

async function anOrder({ actor, appId }: Books, failedCode: string, day: number) {
  return db().order.create({
    data: {
      merchantId: actor.merchantId,
      gatewayAppId: appId,
      origin: 'CALLBACK',
      product: 'WEB_PAYMENT',
      status: 'FAILED',
      amount: 10_000n,
      mchOrderId: `WB${day}`,
      transactionId: randomUUID(),
      failedCode,
      createdAt: AT(day),
    },
  });
}

async function aRefund(
  { actor, appId }: Books,
  code: { refusedCode?: number; failedCode?: string },
  day: number,
) {
  return db().refund.create({
    data: {
      merchantId: actor.merchantId,
      gatewayAppId: appId,
      origin: 'KAHA',
      originalTransactionId: randomUUID(),
      mchRefundOrderId: randomUUID(),
      amount: 5_000n,
      status: code.failedCode === undefined ? 'REFUSED' : 'FAILED',
      sentAt: AT(day),
      createdAt: AT(day),
      ...code,
    },
  });
}

async function aPayout({ actor, appId }: Books, failedCode: string, day: number) {
  return db().payout.create({
    data: {
      merchantId: actor.merchantId,
      gatewayAppId: appId,
      origin: 'STATEMENT',
      mchOrderId: randomUUID(),
      amount: 7_000n,
      status: 'FAILED',
      failedCode,
      createdAt: AT(day),
      completedAt: AT(day),
    },
  });
}

async function aQrCode({ actor, appId }: Books, refusedCode: number, day: number) {
  return db().qrCode.create({
    data: {
      merchantId: actor.merchantId,
      gatewayAppId: appId,
      mchOrderId: randomUUID(),
      channelCode: 'QRPH_DYNAMIC_QR',
      customerName: 'Juan',
      status: 'REFUSED',
      refusedCode,
      requestKey: randomUUID(),
      createdById: actor.userId,
      createdAt: AT(day),
    },
  });
}

describe('how often a code was seen', () => {
  test('counts every place, one code whatever its sign and spelling, with the last time', async () => {
    const books = await aMerchant();
    await anOrder(books, '-10005', 3);
    await anOrder(books, '10005', 9);
    await anOrder(books, ' 0010005', 5);
    await aPayout(books, '−10005', 7);
    await aRefund(books, { refusedCode: 1509 }, 2);
    await aRefund(books, { refusedCode: 1509 }, 4);
    await aRefund(books, { failedCode: '-10010' }, 6);
    await aQrCode(books, 1011, 8);
    await anOrder(books, 'ODD', 1);

    expect(await countCodesSeen(books.actor)).toEqual([
      { place: 'answer', code: '1011', count: 1, lastAt: AT(8) },
      { place: 'answer', code: '1509', count: 2, lastAt: AT(4) },
      { place: 'failedCode', code: '10005', count: 4, lastAt: AT(9) },
      { place: 'failedCode', code: '10010', count: 1, lastAt: AT(6) },
      { place: 'failedCode', code: 'ODD', count: 1, lastAt: AT(1) },
    ]);
  });

  test('never counts what another merchant saw', async () => {
    const [mine, other] = [await aMerchant(), await aMerchant()];
    await aRefund(other, { refusedCode: 1509 }, 2);

    expect(await countCodesSeen(mine.actor)).toEqual([]);
    expect(await findCodeSeen(mine.actor, 'answer', '1509')).toEqual({ count: 0, sightings: [] });
  });
});

test('the records with a code come newest first, cut with their full count', async () => {
  const books = await aMerchant();
  const first = await aRefund(books, { refusedCode: 1509 }, 2);
  const second = await aRefund(books, { refusedCode: 1509 }, 3);
  const third = await aRefund(books, { refusedCode: 1509 }, 4);
  await aRefund(books, { refusedCode: 1506 }, 5);

  const { count, sightings } = await findCodeSeen(books.actor, 'answer', '1509', 2);
  expect(count).toBe(3);
  expect(sightings.map(({ id }) => id)).toEqual([third.id, second.id]);
  expect(sightings[0]).toMatchObject({
    kind: 'refund',
    reference: third.mchRefundOrderId,
    amount: 5_000n,
    at: AT(4),
  });
  expect(first.id).not.toBe(second.id);
});
