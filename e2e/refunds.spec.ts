import { randomUUID } from 'node:crypto';

import type { Page, Request } from '@playwright/test';

import { aPaidOrder } from '@/lib/testing/paid-order';
import { refundCalls, sandboxRefunds } from '@/lib/testing/refund-kit';

import { answerAt, openRefundForm, typePart } from './support/refund-form';
import { expect, test } from './support/test';

/** The call that the form makes to the server, as it went out. */
function sentByForm(page: Page): Promise<Request> {
  return page.waitForRequest((request) => request.headers()['next-action'] !== undefined);
}

test('₱1,250.50 is refunded in two parts; then no refund is offered, and the action called directly is refused', async ({
  page,
  merchant,
  sandbox,
  signInAs,
}) => {
  const { orderId } = await aPaidOrder(merchant);
  await signInAs('SUPPORT');
  await page.goto(`/orders/${orderId}`);
  await expect(answerAt(page, 'Can be refunded: up to ₱1,250.50, until')).toBeVisible();
  await page.getByRole('link', { name: 'Refund', exact: true }).click();

  await typePart(page, '500.25');
  await expect(page.getByRole('heading', { name: 'Check this refund' })).toBeFocused();
  const sent = sentByForm(page);
  await page.getByRole('button', { name: 'Refund ₱500.25' }).click();
  await expect(page).toHaveURL(/\/refunds\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { name: '₱500.25', level: 1 })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '₱500.25 is back with the payer' })).toBeVisible();

  await page.getByRole('link', { name: 'Open the order' }).click();
  await expect(answerAt(page, 'Can be refunded: up to ₱750.25, until')).toBeVisible();
  await page.getByRole('link', { name: 'Refund', exact: true }).click();
  await expect(page.getByText('₱500.25 of this order was refunded')).toBeVisible();
  await page.getByRole('button', { name: 'Check refund' }).click();
  await page.getByRole('button', { name: 'Refund ₱750.25' }).click();
  await expect(page.getByRole('status').filter({ hasText: '₱750.25 is back with the payer' })).toBeVisible();

  await page.getByRole('link', { name: 'Open the order' }).click();
  await expect(answerAt(page, 'All of ₱1,250.50 has been refunded')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Refund', exact: true })).toHaveCount(0);

  const refusal = await callDirectly(page, await sent);
  expect(refusal).toContain('refunds.rules.1506.all');
  expect(await refundCalls(sandbox)).toHaveLength(2);
  const books = await sandboxRefunds(sandbox);
  expect(books.map(({ amount }) => amount).sort()).toEqual(['50025', '75025']);
});

/** The same call of the server action once more, as a new request that no form would offer. */
async function callDirectly(page: Page, first: Request): Promise<string> {
  const body = first.postData() ?? '';
  const key = new URL(first.url()).searchParams.get('key') ?? '';
  expect(body).toContain(key);
  const { 'next-action': action = '', 'content-type': type = '' } = await first.allHeaders();
  const response = await page.request.post(first.url(), {
    headers: { 'next-action': action, 'content-type': type, accept: 'text/x-component' },
    data: Buffer.from(body.replaceAll(key, randomUUID())),
  });
  return response.text();
}

test('a form left open from before is refused in the words of 1506, and keeps what was typed', async ({
  page,
  context,
  merchant,
  sandbox,
  signInAs,
}) => {
  const { orderId } = await aPaidOrder(merchant);
  await signInAs('FINANCE');
  await openRefundForm(page, orderId);
  const other = await context.newPage();
  await openRefundForm(other, orderId);
  await other.getByRole('button', { name: 'Check refund' }).click();
  await other.getByRole('button', { name: 'Refund ₱1,250.50' }).click();
  await expect(other.getByRole('heading', { name: '₱1,250.50', level: 1 })).toBeVisible();

  await page.getByRole('textbox', { name: 'Note' }).fill('Returned in the shop');
  await typePart(page, '100');
  await page.getByRole('button', { name: 'Refund ₱100.00' }).click();

  await expect(
    page.getByRole('alert').filter({ hasText: 'All of ₱1,250.50 has been refunded' }),
  ).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Returned in the shop');
  expect(await refundCalls(sandbox)).toHaveLength(1);
});

test('pressed twice with the answer dropped: one refund, not known yet on screen, then complete by query', async ({
  page,
  merchant,
  sandbox,
  signInAs,
}) => {
  const { orderId } = await aPaidOrder(merchant);
  // Only the query may say what became of it: callbacks are signed with a secret that Kaha does not have.
  await sandbox.change({ callbackSecret: 'nobody knows this one' });
  await sandbox.setFaults([
    { fault: 'drop-answer', operation: 'refund.create', times: 1 },
    { fault: 'error-before', operation: 'refund.list' },
  ]);
  await signInAs('SUPPORT');
  await openRefundForm(page, orderId);
  await typePart(page, '500.25');

  await page.getByRole('button', { name: 'Refund ₱500.25' }).dblclick();

  await expect(
    page.getByRole('status').filter({ hasText: 'It is not known yet whether PayCools took this refund' }),
  ).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Not known yet').first()).toBeVisible();
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await sandbox.clearFaults();
  await expect(page.getByRole('status').filter({ hasText: '₱500.25 is back with the payer' })).toBeVisible({
    timeout: 40_000,
  });
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Kaha asked PayCools (8.2)' }).first(),
  ).toContainText('₱500.25 returned to the payer');
  expect(loads).toEqual([]);
  expect(await sandboxRefunds(sandbox)).toHaveLength(1);
  expect(await refundCalls(sandbox)).toHaveLength(1);
});

test('back after a refund shows that refund, not a second one to press', async ({
  page,
  merchant,
  sandbox,
  signInAs,
}) => {
  const { orderId } = await aPaidOrder(merchant);
  await signInAs('SUPPORT');
  await openRefundForm(page, orderId);
  await typePart(page, '500.25');
  await page.getByRole('button', { name: 'Refund ₱500.25' }).click();
  await expect(page.getByRole('heading', { name: '₱500.25', level: 1 })).toBeVisible();

  await page.goBack();

  await expect(page.getByText('A refund of ₱500.25 was already sent from this form')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check refund' })).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('A refund of ₱500.25 was already sent from this form')).toBeVisible();
  await page.getByRole('link', { name: 'Start another refund' }).click();
  await expect(page.getByRole('button', { name: 'Check refund' })).toBeVisible();
  expect(await sandboxRefunds(sandbox)).toHaveLength(1);
});

test('an answer that never reached the browser is asked for again with the same refund', async ({
  page,
  merchant,
  sandbox,
  signInAs,
}) => {
  const { orderId } = await aPaidOrder(merchant);
  await signInAs('SUPPORT');
  await openRefundForm(page, orderId);
  await typePart(page, '500.25');
  // The request reaches the server; only its answer is lost.
  await page.route(
    (url) => url.pathname.endsWith('/refund'),
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Refund ₱500.25' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'The answer did not reach this browser' }),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Refund ₱500.25' }).click();

  await expect(page.getByRole('heading', { name: '₱500.25', level: 1 })).toBeVisible();
  expect(await sandboxRefunds(sandbox)).toHaveLength(1);
  expect(await refundCalls(sandbox)).toHaveLength(1);
});
