import { randomUUID } from 'node:crypto';

import type { Page, Response } from '@playwright/test';

import { db } from '@/lib/db/client';
import { aMerchant, type TestMerchant } from '@/lib/testing/merchant';

import { expect, findAccessibilityProblems, signIn, test } from './support/test';

/** A balance that nothing else on a page can look like. */
const BALANCE = '987654321';

async function aMerchantWithBalance(): Promise<TestMerchant> {
  const merchant = await aMerchant({ sandboxApp: { openingBalance: BALANCE } });
  const at = new Date();
  await db().balanceSnapshot.create({
    data: {
      merchantId: merchant.actor.merchantId,
      gatewayAppId: merchant.appId,
      balance: BigInt(BALANCE),
      requestedAt: at,
      answeredAt: at,
      reason: 'test',
    },
  });
  return merchant;
}

async function anUnknownRefund({ actor, appId }: TestMerchant): Promise<string> {
  const refund = await db().refund.create({
    data: {
      merchantId: actor.merchantId,
      gatewayAppId: appId,
      origin: 'KAHA',
      originalTransactionId: `C${randomUUID().slice(0, 12)}`,
      mchRefundOrderId: randomUUID(),
      amount: 31_000n,
      status: 'UNKNOWN',
      sentAt: new Date(),
      unknownSince: new Date(),
    },
  });
  return refund.originalTransactionId;
}

/** Everything the server sends to this page from now on. */
function collectBodies(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response: Response) => {
    if (/text|json|x-component/u.test(response.headers()['content-type'] ?? '')) {
      bodies.push(response.text().catch(() => ''));
    }
  });
  return async () => (await Promise.all(bodies)).join('\n');
}

test('an owner sees the balance as PayCools said it, today, yesterday and what needs somebody', async ({
  page,
  context,
}) => {
  const merchant = await aMerchantWithBalance();
  const reference = await anUnknownRefund(merchant);
  await signIn(context, merchant.actor);
  await page.goto('/');

  const balance = page.getByRole('region', { name: 'Balance' });
  await expect(balance).toContainText('₱9,876,543.21');
  await expect(balance).toContainText('PayCools said this');
  await expect(balance).toContainText('₱310.00 is on its way out');
  await expect(page.getByRole('region', { name: 'Today' })).toContainText('Money in');
  const yesterday = page.getByRole('region', { name: 'Yesterday' });
  await expect(yesterday).toContainText('Yesterday is not reconciled yet');
  await expect(yesterday.getByRole('link', { name: 'Reconcile yesterday' })).toBeVisible();

  const row = page.getByRole('row', { name: reference });
  await expect(row).toContainText('Not known yet');
  await expect(row).toContainText('no other refund of this order until it is known');
  await expect(row.getByRole('link', { name: /^Open/ })).toHaveAttribute('href', /^\/refunds\//);
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Refunds/ }),
  ).toContainText('1');
  expect(await findAccessibilityProblems(page)).toEqual([]);
});

test('support finds no balance on any page, in no byte that is sent', async ({ page, context }) => {
  const merchant = await aMerchantWithBalance();
  await signIn(context, await merchant.colleague('SUPPORT'));
  const received = collectBodies(page);

  for (const address of ['/codes', '/orders', '/refunds']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Today' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Needs you' })).toBeVisible();

  await expect(page.getByRole('region', { name: 'Balance' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: /^Yesterday/ })).toHaveCount(0);
  const nav = page.getByRole('navigation', { name: 'Main' });
  for (const place of ['Statements', 'Reconciliation', 'Callbacks']) {
    await expect(nav.getByRole('link', { name: place })).toHaveCount(0);
  }
  const bytes = await received();
  expect(bytes).toContain('Magandang');
  for (const text of [BALANCE, '9,876,543.21', '9876543.21']) expect(bytes).not.toContain(text);
});

test('what needs somebody appears on the open page without reloading it', async ({ page, context }) => {
  const merchant = await aMerchantWithBalance();
  await signIn(context, merchant.actor);
  await page.goto('/');
  await expect(page.getByText('Nothing needs you')).toBeVisible();

  const reference = await anUnknownRefund(merchant);

  await expect(page.getByRole('row', { name: reference })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('status').filter({ hasText: '1 thing' })).toBeVisible();
});

test('language and theme are the person’s own, kept and followed on the next visit', async ({
  page,
  context,
}) => {
  const merchant = await aMerchantWithBalance();
  await signIn(context, merchant.actor);
  await page.goto('/');
  await page.getByRole('button', { name: 'Account of Owner Reyes' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.getByRole('document')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('menuitemradio', { name: 'Filipino' }).click();

  await expect(page.getByRole('region', { name: 'Balanse' })).toBeVisible();
  await expect(page.getByRole('document')).toHaveAttribute('lang', 'fil');

  // Another browser of the same person: nothing is remembered there, everything is known.
  await context.clearCookies();
  await page.evaluate(() => localStorage.clear());
  await signIn(context, merchant.actor);
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Kailangan ka' })).toBeVisible();
  await expect(page.getByRole('document')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('document')).toHaveAttribute('lang', 'fil');
});

test('health names every part and needs no session', async ({ request }) => {
  const answer = await request.get('/api/health');
  expect(answer.status()).toBe(200);
  expect(Object.keys((await answer.json()) as object)).toEqual(['status', 'database', 'worker', 'gateway']);
});
