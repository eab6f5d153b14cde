import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import type { Actor } from '../auth/actor';
import { db } from '../db/client';
import { checkOrder } from '../orders/check-order';
import { aMerchant } from '../testing/merchant';
import { sandboxCalls } from '../testing/qr-code-request';
import { createWebPayment } from './create-web-payment';
import { findPayUrl, findShopContact, findWebPayment, listWebPayments } from './queries';
import type { CreateWebPaymentInput } from './schema';

function aRequest(changes: Partial<CreateWebPaymentInput> = {}): CreateWebPaymentInput {
  return {
    channelCode: 'GCASH_URL',
    amount: 125_050n,
    customerName: 'Jose Ramos',
    contact: 'CUSTOMER',
    email: 'jose@example.ph',
    mobile: '09171234567',
    remark: 'Order 7, size 42',
    requestKey: randomUUID(),
    ...changes,
  };
}

function stored({ merchantId }: Actor, id: string) {
  return db().order.findUniqueOrThrow({ where: { merchantId_id: { merchantId, id } } });
}

async function checkNow({ merchantId }: Actor, orderId: string): Promise<void> {
  await db().order.updateMany({ where: { merchantId, id: orderId }, data: { nextCheckAt: new Date(0) } });
  await checkOrder({ merchantId, orderId });
}

describe('creating a web payment', () => {
  test('is an order in progress with a link, made by one call with our addresses', async () => {
    const merchant = await aMerchant();
    const { actor, appId } = merchant;

    const { orderId, status } = await createWebPayment(actor, aRequest());

    expect(status).toBe('PENDING');
    const order = await stored(actor, orderId);
    expect(order).toMatchObject({
      origin: 'KAHA',
      product: 'WEB_PAYMENT',
      channelCode: 'GCASH_URL',
      amount: 125_050n,
      customerName: 'Jose Ramos',
      email: 'jose@example.ph',
      mobile: '09171234567',
      remark: 'Order 7, size 42',
      callbackExpected: true,
      createdById: actor.userId,
    });
    expect(order.intentOrderId).toMatch(/^WB\d{6}[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(order.mchOrderId).toBe(order.intentOrderId);
    expect(order.transactionId).toMatch(/^C/);
    expect(order.payUrl).toMatch(/^http:\/\/.+\/s\/[0-9A-Za-z]{7}$/);
    expect(order.expiresAt?.getTime()).toBeGreaterThan(Date.now());
    expect(await findWebPayment(actor, orderId)).toMatchObject({
      amount: '125050',
      status: 'PENDING',
      payUrl: order.payUrl,
    });
    const [seen] = await db().$queryRaw<{ callback_url: string; redirect_url: string }[]>`
      SELECT callback_url, redirect_url FROM sandbox.transactions WHERE app_id = ${appId}`;
    expect(seen?.callback_url).toMatch(new RegExp(`/api/callbacks/${appId}$`));
    expect(seen?.redirect_url).toMatch(/\/thank-you$/);
    const audit = await db().auditEntry.findMany({ where: { subjectId: orderId }, orderBy: { id: 'asc' } });
    expect(audit.map(({ action }) => action)).toEqual(['web-payment.requested', 'order.settled']);
  });

  test('the same request key twice, even at the same moment, is one order and one call', async () => {
    const merchant = await aMerchant();
    const request = aRequest();
    const made = await Promise.all(
      Array.from({ length: 8 }, () => createWebPayment(merchant.actor, request)),
    );
    expect(new Set(made.map(({ orderId }) => orderId)).size).toBe(1);
    expect(await sandboxCalls(merchant, 'webPayment.create')).toHaveLength(1);
    await expect(createWebPayment(merchant.actor, { ...request, amount: 125_051n })).rejects.toMatchObject({
      code: 'conflict',
      said: { key: 'webPayments.form.sentBefore', values: { amountCentavos: '125050' } },
    });
  });

  test('only who may collect creates; another merchant sees nothing', async () => {
    const merchant = await aMerchant();
    const { orderId } = await createWebPayment(merchant.actor, aRequest());
    const support = await merchant.colleague('SUPPORT');
    await expect(createWebPayment(support, aRequest())).rejects.toMatchObject({ code: 'forbidden' });
    expect(await findPayUrl(support, orderId)).not.toBeNull();
    const { actor: stranger } = await aMerchant();
    expect(await findWebPayment(stranger, orderId)).toBeNull();
    expect(await findPayUrl(stranger, orderId)).toBeNull();
    expect((await listWebPayments(stranger, {})).rows).toEqual([]);
    const foreign = aRequest({ appId: merchant.appId });
    await expect(createWebPayment(stranger, foreign)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a refusal stands at the field where it belongs', () => {
  test.each([
    [1007, 'amount', 'collect.refused.1007'],
    [1011, 'channelCode', 'collect.refused.1011'],
    [1015, 'email', 'collect.refused.1015'],
    [1004, 'form', 'collect.refused.1004'],
    [1013, 'form', 'collect.refused.1013'],
  ])('%i at %s', async (code, field, key) => {
    const merchant = await aMerchant();
    await merchant.sandbox.setFault({ fault: 'answer-code', operation: 'webPayment.create', code });
    await expect(createWebPayment(merchant.actor, aRequest())).rejects.toMatchObject({
      code: 'gateway-rejected',
      fields: { [field]: [{ key }] },
    });
    const { rows, counts } = await listWebPayments(merchant.actor, { view: 'failed' });
    expect(rows).toMatchObject([{ status: 'REFUSED', amount: '125050' }]);
    expect(counts).toEqual({ all: 1, open: 0, unknown: 0, complete: 0, failed: 1, closed: 0 });
    expect(await stored(merchant.actor, rows[0]?.id ?? '')).toMatchObject({
      refusedCode: code,
      transactionId: null,
    });
  });

  test('a channel that is closed at PayCools', async () => {
    const { actor } = await aMerchant({ sandboxApp: { settings: { closedChannels: ['GCASH_URL'] } } });
    await expect(createWebPayment(actor, aRequest())).rejects.toMatchObject({
      fields: { channelCode: [{ key: 'collect.refused.1011' }] },
    });
    expect(await createWebPayment(actor, aRequest({ channelCode: 'PAYMAYA_URL' }))).toMatchObject({
      status: 'PENDING',
    });
  });
});

describe('an outcome that is not known', () => {
  test.each(['drop-answer', 'error-after', 'act-then-1018', 'truncated'])(
    '%s: unknown, sent once, found by 7.2, in progress',
    async (fault) => {
      const merchant = await aMerchant();
      const { actor } = merchant;
      await merchant.sandbox.setFault({ fault, operation: 'webPayment.create', times: 1 });

      const { orderId, status } = await createWebPayment(actor, aRequest());
      expect(status).toBe('UNKNOWN');
      expect(await findPayUrl(actor, orderId)).toBeNull();

      await checkNow(actor, orderId);
      const order = await stored(actor, orderId);
      expect(order.status).toBe('PENDING');
      expect(order.transactionId).toMatch(/^C/);
      expect(await sandboxCalls(merchant, 'webPayment.create')).toHaveLength(1);
    },
  );

  test('an amount ending in 09 answers 1018 without acting, which proves nothing either', async () => {
    const { actor } = await aMerchant();
    const { orderId } = await createWebPayment(actor, aRequest({ amount: 100_009n }));
    expect(await stored(actor, orderId)).toMatchObject({
      status: 'UNKNOWN',
      transactionId: null,
      payUrl: null,
    });
  });

  test('a second press while nothing is known is the same order', async () => {
    const merchant = await aMerchant();
    const request = aRequest();
    await merchant.sandbox.setFault({ fault: 'drop-answer', operation: 'webPayment.create', times: 1 });
    const first = await createWebPayment(merchant.actor, request);
    expect(await createWebPayment(merchant.actor, request)).toEqual(first);
    expect(await sandboxCalls(merchant, 'webPayment.create')).toHaveLength(1);
  });
});

describe('the list', () => {
  test('counts and sums exactly what the filter finds', async () => {
    const { actor } = await aMerchant();
    const first = await createWebPayment(actor, aRequest({ amount: 10_001n }));
    const second = await createWebPayment(
      actor,
      aRequest({ channelCode: 'BPIA_URL', amount: 20_002n, customerName: 'Grace Tan', remark: null }),
    );
    const all = await listWebPayments(actor, {});
    expect(all.rows.map(({ id }) => id)).toEqual([second.orderId, first.orderId]);
    expect(all.total).toEqual({ payments: 2, centavos: '30003' });
    expect(all.counts).toEqual({ all: 2, open: 2, unknown: 0, complete: 0, failed: 0, closed: 0 });
    const only = await listWebPayments(actor, { channel: 'BPIA_URL' });
    expect(only.total).toEqual({ payments: 1, centavos: '20002' });
    expect((await listWebPayments(actor, { q: 'grace' })).rows.map(({ id }) => id)).toEqual([second.orderId]);
    expect((await listWebPayments(actor, { q: '100.01' })).rows.map(({ id }) => id)).toEqual([first.orderId]);
  });
});

test("the shop's own contact is the person's address and the mobile that went with it last time", async () => {
  const { actor } = await aMerchant();
  const person = await db().person.findUniqueOrThrow({ where: { id: actor.userId } });
  expect(await findShopContact(actor)).toEqual({ email: person.email, mobile: '' });
  await createWebPayment(actor, aRequest({ contact: 'SHOP', email: person.email, mobile: '09180000001' }));
  await createWebPayment(actor, aRequest());
  expect(await findShopContact(actor)).toEqual({ email: person.email, mobile: '09180000001' });
});
