import { expect, test } from 'vitest';

import { findCallback, listCallbacks } from '../callbacks/queries';
import { db } from '../db/client';
import { callbackBench, callbacksOf, ordersOf } from '../testing/callback-bench';
import { aMerchant } from '../testing/merchant';
import { PAID } from '../testing/signed-callback';
import { findOrder } from './find-order';
import { revealPersonal } from './reveal-personal';

async function aPaidOrder() {
  const bench = await callbackBench();
  await bench.send(bench.sign({ ...PAID, remark: 'size 42' }));
  await bench.send(bench.sign({ ...PAID, remark: 'size 42' }));
  await bench.apply();
  const [order] = await ordersOf(bench.merchant);
  const orderId = order?.id ?? '';
  const { merchantId } = bench.merchant.actor;
  await db().order.update({
    where: { merchantId_id: { merchantId, id: orderId } },
    data: { email: 'jose@example.ph', mobile: '09171234507' },
  });
  return { ...bench, orderId };
}

test('the page of an order has its money, its story with who says so, and both deliveries', async () => {
  const { merchant, orderId } = await aPaidOrder();
  const found = await findOrder(merchant.actor, orderId);
  expect(found).toMatchObject({
    status: 'COMPLETE',
    isMoving: false,
    amount: '125050',
    money: { paid: '125050', fee: '2501', feeIsExpected: true, yours: '122549' },
    email: 'j•••@example.ph',
    mobile: '0917 ••• ••07',
    canReveal: true,
    raised: [],
    remark: 'size 42',
  });
  expect(found?.story).toMatchObject([
    {
      at: '2026-01-01T06:02:33.000Z',
      tone: 'ok',
      said: { key: 'orders.timeline.complete' },
      source: { key: 'orders.source.CALLBACK', values: { event: 'h5.payment.success' } },
    },
  ]);
  expect(found?.callbacks?.map(({ isDuplicate }) => isDuplicate)).toEqual([true, false]);
});

test('who may not read callbacks or statements is not told of them', async () => {
  const { merchant, orderId } = await aPaidOrder();
  const support = await merchant.colleague('SUPPORT');
  expect(await findOrder(support, orderId)).toMatchObject({ callbacks: null, lines: null, canReveal: true });
  const admin = await merchant.colleague('ADMIN');
  expect(await findOrder(admin, orderId)).toMatchObject({ canReveal: false, mayRefund: false });
});

test("another merchant's order and callback are not found, like ones that never were", async () => {
  const { merchant, orderId } = await aPaidOrder();
  const { actor: stranger } = await aMerchant();
  expect(await findOrder(stranger, orderId)).toBeNull();
  expect(await findOrder(stranger, 'nothing')).toBeNull();
  const [callback] = await callbacksOf(merchant);
  expect(await findCallback(stranger, callback?.id ?? '')).toBeNull();
  expect((await listCallbacks(stranger, {})).rows).toEqual([]);
  await expect(revealPersonal(stranger, { orderId, field: 'mobile' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('showing a number in full is a permission and leaves a row that does not repeat it', async () => {
  const { merchant, orderId } = await aPaidOrder();
  expect(await revealPersonal(merchant.actor, { orderId, field: 'mobile' })).toEqual({
    value: '09171234507',
  });
  const rows = await db().auditEntry.findMany({ where: { subjectId: orderId, action: 'personal.revealed' } });
  expect(rows).toMatchObject([{ actorId: merchant.actor.userId, detail: { field: 'mobile' } }]);
  expect(JSON.stringify(rows)).not.toContain('0917');
  const viewer = await merchant.colleague('VIEWER');
  await expect(revealPersonal(viewer, { orderId, field: 'mobile' })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('the inbox counts every tab, and its detail hides the sign', async () => {
  const { merchant, send, orderId } = await aPaidOrder();
  await send('no json');
  const page = await listCallbacks(merchant.actor, {});
  expect(page.counts).toEqual({ all: 3, held: 0, processed: 1, ignored: 1, rejected: 1, dead: 0 });
  expect((await listCallbacks(merchant.actor, { view: 'processed' })).total).toBe(1);
  expect((await listCallbacks(merchant.actor, { verdict: 'duplicate' })).rows).toHaveLength(1);
  expect((await listCallbacks(merchant.actor, { q: 'c1020260101' })).rows).toHaveLength(2);
  expect((await listCallbacks(merchant.actor, { q: '%' })).rows).toHaveLength(0);

  const [row] = (await listCallbacks(merchant.actor, { view: 'processed' })).rows;
  const detail = await findCallback(merchant.actor, row?.id ?? '');
  expect(detail).toMatchObject({ genuine: true, order: { id: orderId, orderId: 'SHOP0001' } });
  expect(detail?.body).toContain('"sign":"•••"');
  expect(detail?.duplicates).toHaveLength(1);
  const support = await merchant.colleague('SUPPORT');
  await expect(listCallbacks(support, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(findCallback(support, row?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' });
});
