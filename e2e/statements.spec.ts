import type { BrowserContext } from '@playwright/test';

import { aMerchant } from '@/lib/testing/merchant';

import { expect, findAccessibilityProblems, signIn, test } from './support/test';

test.setTimeout(120_000);

async function shop(context: BrowserContext, limits?: Readonly<Record<string, number>>) {
  const merchant = await aMerchant({
    role: 'FINANCE',
    sandboxApp: {
      ...(limits && { limits }),
      history: { seed: 31, endDate: '2026-01-15', days: 1, rowsPerDay: 230, planted: false },
    },
  });
  await signIn(context, merchant.actor);
  return merchant;
}

test('a day is fetched from the form, arrives on the open list, and says how we know that nothing is missing', async ({
  page,
  context,
}) => {
  await shop(context);
  await page.goto('/statements');
  await expect(page.getByText('No statement has been fetched yet')).toBeVisible();
  await page.getByLabel('Day', { exact: true }).fill('2026-01-15');
  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  await expect(page.getByText('Fetching the statements of 15 Jan 2026')).toBeVisible();

  const row = page.getByRole('row', { name: /15 Jan 2026 Payment statement.*Complete/ });
  await expect(row).toBeVisible({ timeout: 60_000 });
  expect(await findAccessibilityProblems(page)).toEqual([]);

  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Thursday, 15 January 2026' })).toBeVisible();
  await expect(page.getByText(/^all \d+ pages, the first one read twice$/)).toBeVisible();
  await expect(page.getByText(/^\d+, as many as PayCools counts$/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'By state' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'By channel, completed' })).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);

  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page.getByRole('cell', { name: '51', exact: true })).toBeVisible();
  await page.getByRole('table', { name: 'By state' }).getByRole('link', { name: 'Failed' }).click();
  const lines = page.getByRole('table', { name: 'Rows of the statement in the order of PayCools' });
  await expect(lines.getByRole('cell', { name: 'Complete', exact: true })).toHaveCount(0);
  await expect(lines.getByRole('cell', { name: 'Failed', exact: true }).first()).toBeVisible();
});

test('a slow PayCools shows how far it has come', async ({ page, context }) => {
  await shop(context, { requestsPerSecond: 50, burst: 50, statementsPerSecond: 1 });
  await page.goto('/statements');
  await page.getByLabel('Day', { exact: true }).fill('2026-01-15');
  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: 'Fetching the statement' }).first()).toBeVisible();
  await expect(page.getByRole('row', { name: /15 Jan 2026 Payment statement.*Complete/ })).toBeVisible({
    timeout: 90_000,
  });
});

test('a day that has not begun is refused and stays in the field', async ({ page, context }) => {
  await shop(context);
  await page.goto('/statements');
  await page.getByLabel('Day', { exact: true }).fill('2099-01-01');
  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  await expect(page.getByText(/^This day has not begun in Manila/)).toBeVisible();
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue('2099-01-01');
});

test('a statement that PayCools refuses says why, and can be tried again', async ({ page, context }) => {
  const merchant = await shop(context);
  await merchant.sandbox.setFault({
    fault: 'answer-code',
    code: 1004,
    operation: 'account.paymentStatement',
  });
  await page.goto('/statements');
  await page.getByLabel('Day', { exact: true }).fill('2026-01-15');
  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  await page
    .getByRole('row', { name: /15 Jan 2026 Payment statement.*Failed/ })
    .getByRole('link')
    .click({ timeout: 60_000 });
  await expect(page.getByText('This statement could not be fetched')).toBeVisible();
  await expect(page.getByRole('link', { name: '1004' })).toBeVisible();

  await merchant.sandbox.clearFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/, as many as PayCools counts$/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('2 of 2')).toBeVisible();
});

test('another merchant’s statement is not found, and none of it is in the page', async ({
  page,
  context,
  browser,
}) => {
  const theirs = await browser.newContext();
  const other = await shop(theirs);
  const theirPage = await theirs.newPage();
  await theirPage.goto('/statements');
  await theirPage.getByLabel('Day', { exact: true }).fill('2026-01-15');
  await theirPage.getByRole('button', { name: 'Fetch', exact: true }).click();
  await theirPage
    .getByRole('row', { name: /15 Jan 2026 Payment statement.*Complete/ })
    .getByRole('link')
    .click({ timeout: 60_000 });
  await expect(theirPage.getByRole('heading', { name: 'Thursday, 15 January 2026' })).toBeVisible();
  const address = new URL(theirPage.url()).pathname;
  await theirs.close();

  await shop(context);
  const response = await page.goto(address);
  expect(response?.status()).toBe(404);
  expect(await response?.text()).not.toContain(other.appId);
  expect((await page.request.get(`/api${address}`)).status()).toBe(404);
  const lines = await page.request.get(`/api${address}/lines`);
  expect(await lines.json()).toMatchObject({ rows: [], count: 0 });
});
