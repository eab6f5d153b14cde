import type { Page } from '@playwright/test';

import { db } from '@/lib/db/client';

import { expect, findAccessibilityProblems, test } from './support/test';

async function fillIn(page: Page, amount: string): Promise<void> {
  await page.goto('/web-payments/new');
  await page.getByRole('textbox', { name: 'Amount' }).fill(amount);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('jose@example.ph');
  await page.getByRole('textbox', { name: 'Mobile' }).fill('0917 123 4567');
}

async function askFor(page: Page, amount: string): Promise<void> {
  await fillIn(page, amount);
  await page.getByRole('button', { name: /^Make/ }).click();
}

test('a web payment of ₱1,250.50 is made, its link copied, paid, and complete within 3 s of the acknowledgement', async ({
  page,
  context,
  merchant,
  sandbox,
  signInAs,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAs('ADMIN');
  await fillIn(page, '1250.50');
  await page.getByRole('radio', { name: 'Maya', exact: true }).check();
  await expect(page.getByText('₱1,225.49')).toBeVisible();
  await page.getByRole('button', { name: 'Make link for ₱1,250.50' }).click();

  await expect(page.getByRole('heading', { name: '₱1,250.50', level: 1 })).toBeVisible();
  await expect(page.getByRole('img', { name: 'QR code of the payment link over ₱1,250.50' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^http:\/\/.+\/s\/[0-9A-Za-z]{7}$/);
  await expect(page.getByRole('status', { name: 'Payment link' })).toHaveText(copied);

  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  const { mchOrderId } = await db().order.findFirstOrThrow({ where: { gatewayAppId: merchant.appId } });
  await sandbox.pay({ mchOrderId: mchOrderId ?? '' });
  // The callback's row is written before it is acknowledged: from here the three seconds run.
  await expect
    .poll(() => db().callback.count({ where: { gatewayAppId: merchant.appId, genuine: true } }), {
      intervals: [25],
      timeout: 30_000,
    })
    .toBeGreaterThan(0);
  await expect(page.getByRole('status').filter({ hasText: 'Paid: ₱1,250.50' })).toBeVisible({
    timeout: 3_000,
  });
  await expect(page.getByRole('main').getByRole('img')).toHaveCount(0);
  expect(loads).toEqual([]);

  await page.getByRole('link', { name: 'Open the order' }).click();
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}$/);
});

test("the link opens PayCools' page for exactly this payment", async ({ page, context, signInAs }) => {
  await signInAs('ADMIN');
  await askFor(page, '640');
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open the payer’s page' }).click();
  const payer = await opening;
  await expect(payer.getByText('640.00').first()).toBeVisible();
});

test('a tired person is told everything at once and keeps what was typed', async ({ page, signInAs }) => {
  await signInAs('OWNER');
  await page.goto('/web-payments/new');
  await page.getByRole('radio', { name: 'BPI' }).check();
  await page.getByRole('textbox', { name: 'Amount' }).fill('49.99');
  await page.getByRole('textbox', { name: 'Mobile' }).fill('0917 123');
  await page.getByRole('button', { name: 'Make payment link' }).click();

  const summary = page.getByRole('form', { name: 'New web payment' }).getByRole('alert');
  await expect(summary).toContainText('3 things to correct');
  await expect(summary).toContainText('BPI takes ₱50.00 or more. Enter at least that.');
  await expect(summary).toContainText('Enter an e-mail address: PayCools needs one.');
  await summary.getByRole('link', { name: /mobile number of eleven digits/ }).click();
  await expect(page.getByRole('textbox', { name: 'Mobile' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Amount' })).toHaveValue('49.99');
  await expect(page.getByRole('radio', { name: 'BPI' })).toBeChecked();
});

test("the shop's own e-mail and mobile are offered, and the mobile is remembered", async ({
  page,
  signInAs,
}) => {
  const actor = await signInAs('OWNER');
  const { email } = await db().person.findUniqueOrThrow({ where: { id: actor.userId } });
  await page.goto('/web-payments/new');
  await page.getByRole('textbox', { name: 'Amount' }).fill('640');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('typed@example.ph');
  await page.getByRole('radio', { name: 'The shop’s own' }).check();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(email);
  await page.getByRole('textbox', { name: 'Mobile' }).fill('0918 000 0001');
  await page.getByRole('radio', { name: 'The customer’s' }).check();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('typed@example.ph');
  await page.getByRole('radio', { name: 'The shop’s own' }).check();
  await page.getByRole('button', { name: 'Make link for ₱640.00' }).click();
  await expect(page.getByRole('heading', { name: '₱640.00', level: 1 })).toBeVisible();

  await page.goto('/web-payments/new');
  await page.getByRole('radio', { name: 'The shop’s own' }).check();
  await expect(page.getByRole('textbox', { name: 'Mobile' })).toHaveValue('09180000001');
});

test('a closed channel is refused at the channel, and another one works from the same form', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await signInAs('ADMIN');
  await sandbox.setFault({ fault: 'answer-code', operation: 'webPayment.create', code: 1011, times: 1 });
  await askFor(page, '640');
  await expect(page.getByRole('group', { name: 'How the customer pays' })).toContainText(
    'This channel is closed',
  );
  await page.getByRole('radio', { name: 'GrabPay' }).check();
  await page.getByRole('button', { name: /^Make/ }).click();
  await expect(page.getByRole('img', { name: 'QR code of the payment link over ₱640.00' })).toBeVisible();
});

test('a lost answer is not known yet; PayCools has it, but the link is gone, and the page says so', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await signInAs('ADMIN');
  // Every answer is lost until the fault is taken away: the making of the payment and the questions about it.
  await sandbox.setFault({ fault: 'error-after' });
  await askFor(page, '640');
  await expect(page.getByRole('status').filter({ hasText: 'It is not known yet' })).toBeVisible();
  await sandbox.clearFaults();
  await expect(page.getByRole('status').filter({ hasText: 'its link was lost with the answer' })).toBeVisible(
    {
      timeout: 30_000,
    },
  );
});

test('no accessibility problems on list, form and link, in both themes', async ({ page, signInAs }) => {
  await signInAs('ADMIN');
  await page.goto('/web-payments/new');
  await page.getByRole('button', { name: 'Make payment link' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '3 things to correct' })).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);

  await askFor(page, '640');
  await expect(page.getByRole('main').getByRole('img')).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);

  await page.goto('/web-payments');
  await expect(page.getByRole('row', { name: /₱640\.00/ }).first()).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);
});
