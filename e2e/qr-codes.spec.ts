import type { Page } from '@playwright/test';

import { db } from '@/lib/db/client';

import { expect, findAccessibilityProblems, test } from './support/test';

async function askFor(page: Page, amount: string, customer: string): Promise<void> {
  await page.goto('/qr-codes/new');
  await page.getByRole('textbox', { name: 'Amount' }).fill(amount);
  await page.getByRole('textbox', { name: 'Customer', exact: true }).fill(customer);
  await page.getByRole('button', { name: /^Make QR code/ }).click();
}

/** The id that PayCools knows the code of this page by, as the page shows it. */
async function shownOrderId(page: Page): Promise<string> {
  return page
    .getByText(/^QR\d{6}[0-9A-Z]{12}$/)
    .first()
    .innerText();
}

test('a QR code is made, paid and complete on the open page within 3 s of the acknowledgement', async ({
  page,
  merchant,
  sandbox,
  signInAs,
}) => {
  await signInAs('ADMIN');
  await askFor(page, '750', 'Maria Santos');

  await expect(page.getByRole('heading', { name: '₱750.00', level: 1 })).toBeVisible();
  const picture = page.getByRole('img', { name: 'QR code over ₱750.00 for Maria Santos' });
  await expect(picture).toBeVisible();
  await expect(page.getByText('Nobody has paid yet')).toBeVisible();
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));

  const mchOrderId = await shownOrderId(page);
  const { transactionId } = await sandbox.pay({ mchOrderId });
  // The callback's row is written before it is acknowledged: from here the three seconds run.
  await expect
    .poll(() => db().callback.count({ where: { gatewayAppId: merchant.appId, genuine: true } }), {
      intervals: [25],
      timeout: 30_000,
    })
    .toBeGreaterThan(0);
  const payments = page.getByRole('table', { name: 'Payments of this QR code, newest first' });
  await expect(
    payments.getByRole('row', { name: new RegExp(`Complete.*${transactionId}.*₱750\\.00`) }),
  ).toBeVisible({
    timeout: 3_000,
  });
  await expect(page.getByRole('status').filter({ hasText: 'Paid: ₱750.00' })).toBeVisible();
  expect(loads).toEqual([]);

  await payments.getByRole('link').click();
  await expect(page).toHaveURL(/\/orders\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('main').getByText('Complete').first()).toBeVisible();
});

test('a code for any amount takes several payments until it is cancelled', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await signInAs('OWNER');
  await page.goto('/qr-codes/new');
  await page.getByRole('radio', { name: 'Any amount' }).check();
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeHidden();
  await page.getByRole('textbox', { name: 'Where it stands' }).fill('Counter 2');
  await page.getByRole('button', { name: 'Make QR code' }).click();
  await expect(page.getByRole('img', { name: 'QR code over any amount for Counter 2' })).toBeVisible();

  const mchOrderId = await shownOrderId(page);
  await sandbox.pay({ mchOrderId, amount: '12050' });
  await sandbox.pay({ mchOrderId, amount: '30000' });
  await expect(page.getByRole('status').filter({ hasText: 'Received so far: ₱420.50' })).toBeVisible({
    timeout: 30_000,
  });

  await page.getByRole('button', { name: 'Cancel code' }).click();
  const question = page.getByRole('alertdialog', { name: 'Cancel this QR code?' });
  await expect(question).toContainText('What was paid stays paid.');
  await question.getByRole('button', { name: 'Cancel the QR code' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'This code was cancelled' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('img')).toHaveCount(0);
  await expect(sandbox.pay({ mchOrderId, amount: '5000' })).rejects.toThrow('not active');

  await page.goto('/qr-codes');
  const row = page.getByRole('row', { name: /Counter 2/ });
  await expect(row).toContainText('₱420.50');
  await expect(row).toContainText('2 payments');
  await expect(row).toContainText('Closed: cancelled');
});

test('a tired person is told everything at once, keeps what was typed, and gets through', async ({
  page,
  signInAs,
}) => {
  await signInAs('ADMIN');
  await page.goto('/qr-codes/new');
  const form = page.getByRole('form', { name: 'New QR code' });
  await page.getByRole('textbox', { name: 'Amount' }).fill('19.99');
  await page.getByRole('textbox', { name: 'Remark' }).fill('size 42 & colour=red');
  await page.getByRole('textbox', { name: 'Customer’s e-mail' }).fill('maria@');
  await page.getByRole('button', { name: 'Make QR code' }).click();

  const summary = form.getByRole('alert');
  await expect(summary).toContainText('4 things to correct');
  await summary.getByRole('link', { name: 'QR Ph takes ₱20.00 or more. Enter at least that.' }).click();
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Remark' })).toHaveValue('size 42 & colour=red');
  await expect(page.getByRole('textbox', { name: 'Customer’s e-mail' })).toHaveValue('maria@');

  await page.getByRole('textbox', { name: 'Amount' }).fill(' ₱1,250.50 ');
  await expect(page.getByText('₱1,231.74')).toBeVisible();
  await page.getByRole('textbox', { name: 'Remark' }).fill('size 42, red');
  await page.getByRole('textbox', { name: 'Customer’s e-mail' }).fill('');
  await page.getByRole('textbox', { name: 'Customer', exact: true }).fill('Maria Santos');
  await page.getByRole('button', { name: 'Make QR code for ₱1,250.50' }).click();
  await expect(page.getByRole('heading', { name: '₱1,250.50', level: 1 })).toBeVisible();
});

test('a refusal of PayCools stands at its field; the next press is a new request', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await signInAs('ADMIN');
  await sandbox.setFault({ fault: 'answer-code', operation: 'qrCode.create', code: 1007, times: 1 });
  await askFor(page, '750', 'Maria Santos');
  const amount = page.getByRole('textbox', { name: 'Amount' });
  await expect(amount).toHaveAccessibleDescription(/outside the limit that PayCools has set/);
  await expect(amount).toHaveValue('750');
  await expect(page.getByRole('link', { name: '1007' })).toHaveAttribute('href', '/codes/answer/1007');

  await page.getByRole('button', { name: /^Make QR code/ }).click();
  await expect(page.getByRole('img', { name: 'QR code over ₱750.00 for Maria Santos' })).toBeVisible();
});

test('a press whose answer is lost can be repeated without making a second code', async ({
  page,
  merchant,
  signInAs,
}) => {
  await signInAs('ADMIN');
  await page.goto('/qr-codes/new');
  await page.getByRole('textbox', { name: 'Amount' }).fill('750');
  await page.getByRole('textbox', { name: 'Customer', exact: true }).fill('Maria Santos');
  // The request reaches the server; only its answer is dropped.
  await page.route(
    '**/qr-codes/new',
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: /^Make QR code/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'did not reach this browser' })).toBeVisible();

  await page.getByRole('button', { name: /^Make QR code/ }).click();
  await expect(page.getByRole('img', { name: 'QR code over ₱750.00 for Maria Santos' })).toBeVisible();
  const made = await db().qrCode.findMany({ where: { merchantId: merchant.actor.merchantId } });
  expect(made.map(({ status }) => status)).toEqual(['ACTIVE']);
});

test('no answer from PayCools is not known yet, and known by itself', async ({ page, sandbox, signInAs }) => {
  await signInAs('ADMIN');
  // Every answer is lost until the fault is taken away: the making of the code and the questions about it.
  await sandbox.setFault({ fault: 'error-after' });
  await askFor(page, '750', 'Maria Santos');
  await expect(page.getByRole('status').filter({ hasText: 'It is not known yet' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('img')).toHaveCount(0);

  await sandbox.clearFaults();
  await expect(page.getByRole('img', { name: 'QR code over ₱750.00 for Maria Santos' })).toBeVisible({
    timeout: 30_000,
  });
});

test('who may only look sees codes and no way to make one; another merchant sees nothing', async ({
  page,
  signInAs,
  browser,
}) => {
  await signInAs('ADMIN');
  await askFor(page, '750', 'Maria Santos');
  await expect(page).toHaveURL(/\/qr-codes\/[0-9a-f-]{36}$/);
  const address = page.url();

  await signInAs('VIEWER');
  await page.goto(address);
  await expect(page.getByRole('img', { name: 'QR code over ₱750.00 for Maria Santos' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel code' })).toHaveCount(0);
  await page.goto('/qr-codes/new');
  await expect(page.getByText('Your role does not make QR codes')).toBeVisible();
  await expect(page.getByRole('form')).toHaveCount(0);

  const stranger = await browser.newContext();
  const elsewhere = await stranger.newPage();
  const { aMerchant } = await import('@/lib/testing/merchant');
  const { signIn } = await import('./support/test');
  await signIn(stranger, (await aMerchant()).actor);
  const response = await elsewhere.goto(address);
  expect(response?.status()).toBe(404);
  expect(await elsewhere.content()).not.toContain('Maria Santos');
  const id = address.split('/').at(-1) ?? '';
  const picture = await stranger.request.get(new URL(`/api/qr-codes/${id}/picture`, address).href);
  expect(picture.status()).toBe(404);
  await stranger.close();
});

test('the pictures are files: PNG and SVG of the same code', async ({ page, signInAs }) => {
  await signInAs('ADMIN');
  await askFor(page, '750', 'Maria Santos');
  for (const [format, start] of [
    ['PNG', '\u0089PNG'],
    ['SVG', '<svg'],
  ] as const) {
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: `Download the picture as ${format}` }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^QR\\d{6}[0-9A-Z]{12}\\.${format.toLowerCase()}$`));
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString('latin1').startsWith(start)).toBe(true);
  }
});

test('no accessibility problems on list, form and code, in both themes', async ({ page, signInAs }) => {
  await signInAs('ADMIN');
  await page.goto('/qr-codes');
  await expect(page.getByText('No QR codes yet')).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);

  await page.goto('/qr-codes/new');
  await page.getByRole('button', { name: 'Make QR code' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '2 things to correct' })).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);

  await askFor(page, '750', 'Maria Santos');
  await expect(page.getByRole('main').getByRole('img')).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);

  await page.goto('/qr-codes?view=active&kind=DYNAMIC');
  await expect(page.getByRole('row', { name: /Maria Santos/ })).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);
});
