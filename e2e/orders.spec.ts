import { randomUUID } from 'node:crypto';

import type { Page } from '@playwright/test';

import { db } from '@/lib/db/client';
import { aMerchant, type TestMerchant } from '@/lib/testing/merchant';

import { expect, findAccessibilityProblems, test } from './support/test';

type Order = Parameters<ReturnType<typeof db>['order']['create']>[0]['data'];

async function anOrder({ actor, appId }: TestMerchant, known: Partial<Order> = {}): Promise<string> {
  const number = randomUUID().slice(0, 8).toUpperCase();
  const order = await db().order.create({
    data: {
      merchantId: actor.merchantId,
      gatewayAppId: appId,
      origin: 'CALLBACK',
      product: 'WEB_PAYMENT',
      channelCode: 'GCASH_URL',
      status: 'COMPLETE',
      amount: 125_050n,
      fee: 2_501n,
      mchOrderId: `SHOP${number}`,
      transactionId: `C${number}`,
      customerName: 'Jose Ramos',
      email: 'jose.ramos@example.ph',
      mobile: '09171234507',
      createdAt: new Date(),
      completedAt: new Date(),
      ...known,
    } as never,
  });
  return order.id;
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

test('orders are found by words, amount and state; totals and address follow', async ({
  page,
  merchant,
  signInAs,
}) => {
  await anOrder(merchant, { mchOrderId: 'SHOPONE' });
  await anOrder(merchant, {
    mchOrderId: 'SHOPTWO',
    customerName: 'Maria Santos',
    amount: 20_000n,
    fee: 400n,
  });
  await anOrder(merchant, { mchOrderId: 'SHOPTHREE', status: 'FAILED', amount: 999n, fee: null });
  await signInAs('VIEWER');
  await page.goto('/orders');

  await expect(page.getByRole('link', { name: 'All 3' })).toBeVisible();
  await expect(row(page, '3 orders')).toContainText('₱1,460.49');
  await expect(row(page, '3 orders')).toContainText('₱29.01');

  await page.getByRole('link', { name: 'Failed 1' }).click();
  await expect(row(page, '1 order')).toContainText('₱9.99');
  await expect(page).toHaveURL('/orders?view=failed');
  await page.getByRole('link', { name: 'All 3' }).click();
  await expect(row(page, '3 orders')).toBeVisible();

  await page.getByRole('searchbox', { name: 'Find in this list' }).fill('maria');
  await page.getByRole('searchbox', { name: 'Find in this list' }).press('Enter');
  await expect(row(page, '1 order')).toContainText('₱200.00');
  await expect(page).toHaveURL('/orders?q=maria');
  await page.getByRole('link', { name: 'Clear all filters' }).click();
  await expect(row(page, '3 orders')).toBeVisible();

  await page.getByRole('button', { name: 'Filter by Amount' }).click();
  await page.getByRole('textbox', { name: 'From, in pesos' }).fill('1,000');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('button', { name: 'Amount: from ₱1,000.00. Change' })).toBeVisible();
  await expect(row(page, '1 order')).toContainText('₱1,250.50');

  await page.getByRole('link', { name: 'SHOPONE' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '₱1,250.50' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Amount: from ₱1,000.00. Change' })).toBeVisible();
});

test('what cannot be read in an address is named and not applied; no match is not no data', async ({
  page,
  merchant,
  signInAs,
}) => {
  await anOrder(merchant);
  await signInAs('VIEWER');
  await page.goto('/orders?min=1e3&q=nothing-like-this');
  await expect(page.getByText('not applied: lowest amount')).toBeVisible();
  await expect(page.getByText('No order matches these filters')).toBeVisible();
});

test('a company without a payment sees why and what to do', async ({ page, merchant, signInAs }) => {
  expect(merchant.appId).toBeTruthy();
  await signInAs('ADMIN');
  await page.goto('/orders');
  await expect(page.getByText('No payment has come in yet')).toBeVisible();
  await page.getByRole('link', { name: 'Make a QR code' }).click();
  await expect(page).toHaveURL('/qr-codes/new');
});

test('an order says where its money went, who paid, and shows a number only to whoever may see it', async ({
  page,
  merchant,
  signInAs,
}) => {
  const id = await anOrder(merchant);
  await signInAs('SUPPORT');
  await page.goto(`/orders/${id}`);
  const money = page.getByRole('region', { name: 'Money' });
  await expect(money).toContainText('Paid₱1,250.50');
  await expect(money).toContainText('₱25.01');
  await expect(money).toContainText('Yours₱1,225.49');

  const facts = page.getByRole('region', { name: 'Facts' });
  await expect(facts).toContainText('0917 ••• ••07');
  await expect(facts).toContainText('j•••@example.ph');
  expect(await page.content()).not.toContain('09171234507');
  await facts.getByRole('button', { name: 'Show the Mobile in full' }).click();
  await expect(facts).toContainText('09171234507');
  const audits = await db().auditEntry.findMany({ where: { subjectId: id } });
  expect(audits.map(({ action }) => action)).toEqual(['personal.revealed']);
});

test('a viewer is offered neither the full number nor a refund', async ({ page, merchant, signInAs }) => {
  const id = await anOrder(merchant);
  await signInAs('VIEWER');
  await page.goto(`/orders/${id}`);
  await expect(page.getByRole('region', { name: 'Facts' })).toContainText('0917 ••• ••07');
  await expect(page.getByRole('button', { name: /in full/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Refund', exact: true })).toHaveCount(0);
});

test('a failed payment says why and leads to its code', async ({ page, merchant, signInAs }) => {
  const id = await anOrder(merchant, {
    status: 'FAILED',
    fee: null,
    failedCode: '-10004',
    failedMessage: 'Transaction Channel Rejected',
  });
  await signInAs('SUPPORT');
  await page.goto(`/orders/${id}`);
  await expect(page.getByText('Refused by bank or wallet')).toBeVisible();
  await expect(page.getByText('No money has come in from this order.')).toBeVisible();
  await page.getByRole('link', { name: '-10004' }).first().click();
  await expect(page).toHaveURL('/codes/failedCode/-10004');
});

test("another merchant's order answers 404 and no byte of it is in the page", async ({
  page,
  merchant,
  signInAs,
}) => {
  const stranger = await aMerchant({ role: 'OWNER' });
  expect(stranger.actor.merchantId).not.toBe(merchant.actor.merchantId);
  const id = await anOrder(stranger, {
    mchOrderId: 'SECRETORDER1',
    transactionId: 'CSECRET0001',
    customerName: 'Secret Person',
    email: 'secret@hidden.example',
    amount: 7_654_321n,
  });
  await signInAs('OWNER');

  const response = await page.goto(`/orders/${id}`);
  expect(response?.status()).toBe(404);
  const html = (await response?.text()) ?? '';
  const secrets = ['SECRETORDER1', 'CSECRET0001', 'Secret Person', '76,543.21', '7654321', 'hidden.example'];
  expect(secrets.filter((secret) => html.includes(secret))).toEqual([]);
  const api = await page.request.get(`/api/orders/${id}`);
  expect(api.status()).toBe(404);
  expect(await api.text()).toBe('{"code":"not-found"}');
  const list = await page.request.get('/api/orders?q=SECRET');
  expect(await list.text()).not.toContain('SECRET');
});

test('an address that is no order answers 404, and nobody signed out learns anything', async ({
  page,
  signInAs,
  context,
}) => {
  await signInAs('OWNER');
  expect((await page.goto('/orders/nothing'))?.status()).toBe(404);
  expect((await page.goto(`/orders/${randomUUID()}`))?.status()).toBe(404);
  await context.clearCookies();
  const api = await page.request.get('/api/orders');
  expect(api.status()).toBe(401);
  expect(await api.text()).toBe('{"code":"signed-out"}');
});

test('orders are usable by everybody, in both themes, on a phone too', async ({
  page,
  merchant,
  signInAs,
}) => {
  const id = await anOrder(merchant);
  await signInAs('OWNER');
  await page.goto('/orders');
  await expect(row(page, '1 order')).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.goto(`/orders/${id}`);
  await expect(page.getByRole('region', { name: 'Money' })).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);

  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBe(0);
  await page.goto('/orders');
  await expect(page.getByRole('link', { name: /^SHOP/ })).toBeVisible();
  expect(await overflow()).toBe(0);
});
