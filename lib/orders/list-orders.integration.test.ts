import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';

import type { Actor } from '../auth/actor';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { aMerchant } from '../testing/merchant';
import { listOrders, ORDERS_PER_PAGE } from './list-orders';
import { readOrderFilter } from './schema';

async function fill(actor: Actor, appId: string, orders: readonly Partial<Prisma.OrderCreateManyInput>[]) {
  await db().order.createMany({
    data: orders.map((order, index) => ({
      merchantId: actor.merchantId,
      id: randomUUID(),
      gatewayAppId: appId,
      origin: 'CALLBACK',
      product: 'WEB_PAYMENT',
      channelCode: 'GCASH_URL',
      status: 'COMPLETE',
      amount: 10_000n,
      mchOrderId: `SHOP${index}`,
      transactionId: `C${index}`,
      createdAt: new Date(Date.UTC(2026, 0, 15, 2, 0, index)),
      ...order,
    })),
  });
}

const find = (actor: Actor, search: string) =>
  listOrders(actor, readOrderFilter(new URLSearchParams(search)).filter);
const ids = (page: { rows: readonly { orderId: string | null }[] }) =>
  page.rows.map(({ orderId }) => orderId);

test('pages join without a gap or a repetition, also where many orders share one moment', async () => {
  const { actor, appId } = await aMerchant();
  const moment = new Date('2026-01-15T02:00:00.123Z');
  await fill(
    actor,
    appId,
    Array.from({ length: 120 }, () => ({ createdAt: moment })),
  );
  const first = await find(actor, '');
  expect(first.rows).toHaveLength(ORDERS_PER_PAGE);
  expect(first.newer).toBeNull();
  const second = await find(actor, `after=${first.older ?? ''}`);
  const third = await find(actor, `after=${second.older ?? ''}`);
  expect(third.rows).toHaveLength(20);
  expect(third.older).toBeNull();
  expect(new Set([...ids(first), ...ids(second), ...ids(third)]).size).toBe(120);
  expect(ids(await find(actor, `before=${third.newer ?? ''}`))).toEqual(ids(second));
  const top = await find(actor, `before=${second.newer ?? ''}`);
  expect(ids(top)).toEqual(ids(first));
  expect(top.newer).toBeNull();
});

test('totals are exact beyond what a float can hold, and counts are there for every tab', async () => {
  const { actor, appId } = await aMerchant();
  await fill(actor, appId, [
    { amount: 900_719_925_474_099_3n, fee: 1n },
    { amount: 900_719_925_474_099_3n, fee: 2n },
    { status: 'PENDING', amount: 5n },
    { status: 'SENDING', amount: 6n },
    { status: 'REFUSED', amount: 7n },
    { status: 'UNKNOWN', amount: 8n },
  ]);
  const all = await find(actor, '');
  expect(all.total).toEqual({ orders: 6, amount: '18014398509482012', fee: '3' });
  expect(all.counts).toEqual({ all: 6, complete: 2, open: 2, unknown: 1, failed: 1, closed: 0 });
  const open = await find(actor, 'view=open');
  expect(open.total).toEqual({ orders: 2, amount: '11', fee: '0' });
  expect(open.counts.all).toBe(6);
});

test('every filter narrows, in Manila days and typed pesos', async () => {
  const { actor, appId } = await aMerchant();
  await fill(actor, appId, [
    { mchOrderId: 'A', amount: 125_050n, customerName: 'Jose Ramos' },
    { mchOrderId: 'B', channelCode: 'QRPH_STATIC_QR', product: 'QR_CODE', customerName: '100% Maria_x' },
    {
      mchOrderId: 'C',
      createdAt: new Date('2026-01-14T15:59:59.999Z'),
      completedAt: new Date('2026-01-14T16:00:00Z'),
    },
    { mchOrderId: 'D', createdAt: new Date('2026-01-15T16:00:00Z') },
  ]);
  expect(ids(await find(actor, 'min=1,250.50&max=₱1250.50'))).toEqual(['A']);
  expect(ids(await find(actor, 'channel=QRPH_STATIC_QR&channel=COINS_URL'))).toEqual(['B']);
  expect(ids(await find(actor, 'product=QR_CODE'))).toEqual(['B']);
  expect(ids(await find(actor, 'from=2026-01-15&to=2026-01-15'))).toEqual(['B', 'A']);
  expect(ids(await find(actor, 'from=2026-01-15&to=2026-01-15&basis=paid'))).toEqual(['C']);
  expect(ids(await find(actor, 'q=jose'))).toEqual(['A']);
  expect(ids(await find(actor, 'q=100%25 maria_'))).toEqual(['B']);
  expect(ids(await find(actor, 'q=%25'))).toEqual(['B']);
  expect(ids(await find(actor, 'q=C3'))).toEqual(['D']);
  expect(ids(await find(actor, `app=${appId}`))).toHaveLength(4);
});

test("another merchant's orders are in no list and no total", async () => {
  const [one, other] = [await aMerchant(), await aMerchant()];
  await fill(other.actor, other.appId, [{}, {}]);
  expect(await find(one.actor, '')).toMatchObject({
    rows: [],
    total: { orders: 0, amount: '0', fee: '0' },
    counts: { all: 0 },
  });
});

test('what cannot be read in an address is named, not guessed', () => {
  const read = readOrderFilter(
    new URLSearchParams('view=paid&min=1e3&from=2026-02-30&product=CASH&q=x&max=5&after=x'),
  );
  expect(read).toEqual({
    filter: { max: '5', q: 'x' },
    ignored: ['view', 'from', 'product', 'min', 'after'],
  });
});
