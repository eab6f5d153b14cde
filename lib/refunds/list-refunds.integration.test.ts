import { expect, test } from 'vitest';

import { db } from '../db/client';
import type { MoneyOutStatus } from '../db/generated/enums';
import { aMerchant, type TestMerchant } from '../testing/merchant';
import { findRefund } from './find-refund';
import { listRefunds } from './list-refunds';

const DAY_MS = 86_400_000;
const NEWEST = new Date('2026-11-23T06:00:00Z').getTime();

/** Refunds as they stand in the books, the first the newest, a day apart. */
async function someRefunds(
  { actor, appId }: TestMerchant,
  statuses: readonly MoneyOutStatus[],
): Promise<void> {
  await db().refund.createMany({
    data: statuses.map((status, index) => ({
      merchantId: actor.merchantId,
      gatewayAppId: appId,
      origin: index === 1 ? ('CALLBACK' as const) : ('KAHA' as const),
      originalTransactionId: 'C1',
      mchRefundOrderId: `RF${String(index).padStart(4, '0')}`,
      amount: BigInt(100 + index),
      status,
      sentAt: new Date(NEWEST - index * DAY_MS),
      createdAt: new Date(NEWEST - index * DAY_MS),
    })),
  });
}

test('totals are exact for the filter, and the tabs count what each would show', async () => {
  const merchant = await aMerchant();
  await someRefunds(merchant, [
    'COMPLETE',
    'IN_PROGRESS',
    'REFUSED',
    'FAILED',
    'WITHDRAWN',
    'UNKNOWN',
    'SENDING',
  ]);

  const page = await listRefunds(merchant.actor, { view: 'failed' });

  expect(page.rows.map(({ refundId }) => refundId)).toEqual(['RF0002', 'RF0003']);
  expect(page.total).toEqual({ refunds: 2, amount: '205' });
  // The one still SENDING was left behind days ago, so whether it was taken is not known.
  expect(page.counts).toEqual({ all: 7, inProgress: 1, unknown: 2, complete: 1, failed: 2, closed: 1 });
});

test.each([
  [{ q: 'RF0003' }, ['RF0003']],
  [{ q: '1.02' }, ['RF0002']],
  [{ q: '%' }, []],
  [{ origin: 'elsewhere' as const }, ['RF0001']],
  [{ from: '2026-11-22', to: '2026-11-22' }, ['RF0001']],
  [{ to: '2026-11-20' }, ['RF0003', 'RF0004']],
])('%j finds %j', async (filter, found) => {
  const merchant = await aMerchant();
  await someRefunds(merchant, ['COMPLETE', 'COMPLETE', 'COMPLETE', 'COMPLETE', 'COMPLETE']);
  const { rows } = await listRefunds(merchant.actor, filter);
  expect(rows.map(({ refundId }) => refundId)).toEqual(found);
});

test('pages follow each other by key: every row once, forwards and back', async () => {
  const merchant = await aMerchant();
  await someRefunds(
    merchant,
    Array.from({ length: 120 }, () => 'COMPLETE' as const),
  );
  const first = await listRefunds(merchant.actor, {});
  const second = await listRefunds(merchant.actor, { after: first.older ?? '' });
  const third = await listRefunds(merchant.actor, { after: second.older ?? '' });
  const back = await listRefunds(merchant.actor, { before: third.newer ?? '' });

  expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
  expect(new Set([...first.rows, ...second.rows, ...third.rows].map(({ id }) => id)).size).toBe(120);
  expect([first.newer, third.older]).toEqual([null, null]);
  expect(back.rows).toEqual(second.rows);
  expect(first.total).toEqual({ refunds: 120, amount: '19140' });
});

test("another merchant's refunds are neither listed nor found", async () => {
  const [merchant, stranger] = await Promise.all([aMerchant(), aMerchant()]);
  await someRefunds(merchant, ['COMPLETE']);
  const [own] = (await listRefunds(merchant.actor, {})).rows;

  expect((await listRefunds(stranger.actor, {})).total).toEqual({ refunds: 0, amount: '0' });
  expect(await findRefund(stranger.actor, own?.id ?? '')).toBeNull();
  expect((await findRefund(merchant.actor, own?.id ?? ''))?.amount).toBe('100');
});
