import type { Page } from '@playwright/test';

import { formatGatewayTime } from '@/lib/dates/gateway-time';
import { db } from '@/lib/db/client';
import { aMerchant, type TestMerchant } from '@/lib/testing/merchant';
import { PAID, signed } from '@/lib/testing/signed-callback';

import { expect, findAccessibilityProblems, test } from './support/test';

async function call(page: Page, { appId }: TestMerchant, body: object): Promise<number> {
  const response = await page.request.post(`/api/callbacks/${appId}`, { data: JSON.stringify(body) });
  return response.status();
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('what PayCools says is kept, judged, applied, and leads to the order', async ({
  page,
  merchant,
  signInAs,
}) => {
  await signInAs('FINANCE');
  await page.goto('/callbacks');
  await expect(page.getByText('PayCools has not called yet')).toBeVisible();

  const body = signed(merchant.callbackSecret, PAID);
  expect(await call(page, merchant, body)).toBe(200);
  expect(await call(page, merchant, body)).toBe(200);
  expect(await call(page, merchant, signed('a stranger', PAID))).toBe(401);

  // The inbox brings itself up to date.
  await expect(page.getByRole('link', { name: 'All 3' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Processed 1' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ignored 1' })).toBeVisible();
  await page.getByRole('link', { name: 'Rejected 1' }).click();
  await expect(row(page, '1 callback')).toBeVisible();
  await expect(row(page, 'h5.payment.success')).toContainText('Not genuine');

  await page.goto('/callbacks?view=processed');
  await page.getByRole('link', { name: 'h5.payment.success' }).click();
  const verdicts = page.getByRole('region', { name: 'Verdicts' });
  await expect(verdicts).toContainText('made with the secret of this app');
  await expect(verdicts).toContainText('Says something new');
  await expect(verdicts).toContainText('Came once more');
  await expect(verdicts).toContainText('Recorded a new order.');
  const message = page.getByRole('region', { name: 'The message as it came' });
  await expect(message.first()).toContainText('"amount":125050');
  await expect(message.first()).toContainText('"sign":"•••"');
  expect(await page.content()).not.toContain(String(body['sign']));

  await verdicts.getByRole('link', { name: 'Order SHOP0001' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '₱1,250.50' })).toBeVisible();
  await expect(page.getByText('Callback h5.payment.success, signature genuine')).toBeVisible();
});

test('an open order page turns Complete by itself within 3 s of the acknowledgement', async ({
  page,
  merchant,
  signInAs,
}) => {
  const { merchantId } = merchant.actor;
  const order = await db().order.create({
    data: {
      merchantId,
      gatewayAppId: merchant.appId,
      origin: 'KAHA',
      product: 'WEB_PAYMENT',
      channelCode: 'GCASH_URL',
      status: 'PENDING',
      amount: 125_050n,
      mchOrderId: 'SHOP0001',
      intentOrderId: 'SHOP0001',
      createdAt: new Date(),
    },
  });
  await signInAs('SUPPORT');
  await page.goto(`/orders/${order.id}`);
  await expect(page.getByText('Waiting for the customer to pay')).toBeVisible();
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));

  const now = formatGatewayTime(new Date());
  const paid = { ...PAID, createTime: now, returnTime: now };
  expect(await call(page, merchant, signed(merchant.callbackSecret, paid))).toBe(200);
  await expect(page.getByRole('status').filter({ hasText: 'Complete' })).toBeVisible({ timeout: 3_000 });
  await expect(page.getByText('Can be refunded: up to ₱1,250.50')).toBeVisible();
  expect(loads).toEqual([]);
});

test('another amount is held with its reason, and the order stays as it was', async ({
  page,
  merchant,
  signInAs,
}) => {
  await signInAs('OWNER');
  expect(await call(page, merchant, signed(merchant.callbackSecret, PAID))).toBe(200);
  // Whichever is worked on first makes the order.
  await expect
    .poll(() => db().callback.count({ where: { gatewayAppId: merchant.appId, state: 'PROCESSED' } }))
    .toBe(1);
  expect(await call(page, merchant, signed(merchant.callbackSecret, { ...PAID, amount: 125051 }))).toBe(200);
  await page.goto('/callbacks');
  await page.getByRole('link', { name: 'Held 1' }).click();
  await expect(row(page, '1 callback')).toBeVisible();
  await expect(page.getByText('The amount is ₱1,250.51, but ₱1,250.50 was expected.')).toBeVisible();
  await page.getByRole('link', { name: 'h5.payment.success' }).click();
  await page.getByRole('link', { name: 'Order SHOP0001' }).click();
  await expect(page.getByText('PayCools said something that does not fit')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Money' })).toContainText('₱1,250.50');
});

test('whoever may not read callbacks is told which permission and role, and gets nothing', async ({
  page,
  merchant,
  signInAs,
}) => {
  await signInAs('SUPPORT');
  expect(await call(page, merchant, signed(merchant.callbackSecret, PAID))).toBe(200);
  await page.goto('/callbacks');
  await expect(page.getByText('This page is not part of your role')).toBeVisible();
  await expect(page.getByText('callbacks:read')).toBeVisible();
  await expect(page.getByText('Your role, Support,')).toBeVisible();
  const { id } = await db().callback.findFirstOrThrow({ where: { gatewayAppId: merchant.appId } });
  await page.goto(`/callbacks/${id}`);
  await expect(page.getByText('This page is not part of your role')).toBeVisible();
  expect(await page.content()).not.toContain('SHOP0001');
  expect((await page.request.get('/api/callbacks-inbox')).status()).toBe(403);
  expect((await page.request.get(`/api/callbacks-inbox/${id}`)).status()).toBe(403);
});

test("another merchant's callback answers 404; an app that nobody has answers 404 too", async ({
  page,
  signInAs,
}) => {
  const stranger = await aMerchant({ role: 'OWNER' });
  expect(await call(page, stranger, signed(stranger.callbackSecret, PAID))).toBe(200);
  const { id } = await db().callback.findFirstOrThrow({ where: { gatewayAppId: stranger.appId } });
  await signInAs('OWNER');
  const response = await page.goto(`/callbacks/${id}`);
  expect(response?.status()).toBe(404);
  expect(await response?.text()).not.toContain('SHOP0001');
  expect((await page.request.get(`/api/callbacks-inbox/${id}`)).status()).toBe(404);
  expect((await page.request.post('/api/callbacks/nobody', { data: '{}' })).status()).toBe(404);
});

test('the inbox is usable by everybody, in both themes, on a phone too', async ({
  page,
  merchant,
  signInAs,
}) => {
  await signInAs('OWNER');
  await call(page, merchant, signed(merchant.callbackSecret, PAID));
  await call(page, merchant, signed('a stranger', PAID));
  await page.goto('/callbacks');
  await expect(page.getByRole('link', { name: 'All 2' })).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.getByRole('link', { name: 'h5.payment.success' }).last().click();
  await expect(page.getByRole('region', { name: 'Verdicts' })).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBe(0);
  await page.goto('/callbacks');
  await expect(page.getByRole('link', { name: 'All 2' })).toBeVisible();
  expect(await overflow()).toBe(0);
});
