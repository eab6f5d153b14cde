import { aMerchant } from '@/lib/testing/merchant';
import { aPaidOrder } from '@/lib/testing/paid-order';
import { sandboxRefunds } from '@/lib/testing/refund-kit';

import { openRefundForm, typePart } from './support/refund-form';
import { expect, findAccessibilityProblems, signIn, test } from './support/test';

test('amounts as people type them are answered in plain words, and the sum follows the typing', async ({
  page,
  merchant,
  signInAs,
}) => {
  const { orderId } = await aPaidOrder(merchant);
  await signInAs('FINANCE');
  await openRefundForm(page, orderId);
  const amount = page.getByRole('textbox', { name: 'Amount' });
  await page.getByRole('radio', { name: 'A part' }).check();
  const words = [
    ['0', 'Enter an amount such as 1250.50, more than 0.'],
    ['-1', 'Enter the amount without + or −.'],
    ['1.005', 'Use at most two decimals, such as 1250.50.'],
    ['1e3', 'Enter an amount such as 1250.50.'],
    ['９９', 'Enter an amount such as 1250.50.'],
    ['1'.repeat(40), 'Use at most 13 digits before the point.'],
    ['1250.51', '₱1,250.50 is left to refund. Enter that amount or less.'],
  ] as const;
  for (const [typed, said] of words) {
    await amount.fill(typed);
    await amount.press('Enter');
    await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible();
    await expect(amount).toHaveValue(typed);
  }
  for (const typed of ['1,250.50', '₱ 1250.50', ' 1250.5 ']) {
    await amount.fill(typed);
    await expect(page.getByRole('definition').filter({ hasText: '₱0.00' })).toBeVisible();
    await amount.press('Enter');
    await expect(page.getByRole('button', { name: 'Refund ₱1,250.50' })).toBeVisible();
    await page.getByRole('button', { name: 'Change' }).click();
    await expect(amount).toHaveValue(typed);
  }
});

test('by keyboard alone, from the order to the refund', async ({ page, merchant, sandbox, signInAs }) => {
  const { orderId } = await aPaidOrder(merchant);
  await signInAs('SUPPORT');
  await page.goto(`/orders/${orderId}`);
  await page.getByRole('link', { name: 'Refund', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'All that is left, ₱1,250.50' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('textbox', { name: 'Amount' })).toBeFocused();
  await page.keyboard.type('12.34');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Check this refund' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Refund ₱12.34' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '₱12.34', level: 1 })).toBeVisible();
  expect(await sandboxRefunds(sandbox)).toHaveLength(1);
});

test('a rule that stops it is said with what to do; whoever may not refund is told whom to ask', async ({
  page,
  merchant,
  signInAs,
}) => {
  const { orderId } = await aPaidOrder(merchant, { paidAt: new Date(Date.now() - 63 * 86_400_000) });
  const open = await aPaidOrder(merchant);
  await signInAs('SUPPORT');
  await page.goto(`/orders/${orderId}/refund`);
  await expect(page.getByText('This payment is 63 days old. Refunds close after 60 days.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check refund' })).toHaveCount(0);

  await signInAs('VIEWER');
  await page.goto(`/orders/${open.orderId}`);
  await expect(page.getByRole('link', { name: 'Refund', exact: true })).toHaveCount(0);
  await page.goto(`/orders/${open.orderId}/refund`);
  await expect(page.getByText('Your role cannot refund')).toBeVisible();
});

test("another merchant's refund and form answer 404, and no byte of them is in the page", async ({
  page,
  merchant,
  signInAs,
}) => {
  const { orderId, mchOrderId } = await aPaidOrder(merchant);
  await signInAs('OWNER');
  await page.goto(`/orders/${orderId}/refund`);
  await page.getByRole('button', { name: 'Check refund' }).click();
  await page.getByRole('button', { name: 'Refund ₱1,250.50' }).click();
  await expect(page).toHaveURL(/\/refunds\/[0-9a-f-]{36}$/);
  const refundUrl = page.url();
  const [books] = await sandboxRefunds(merchant.sandbox);

  await signIn(page.context(), (await aMerchant()).actor);
  for (const url of [refundUrl, `/orders/${orderId}/refund`]) {
    const response = await page.goto(url);
    expect(response?.status()).toBe(404);
    const html = await page.content();
    for (const secret of [mchOrderId, books?.mchRefundOrderId ?? '', 'Jose Ramos']) {
      expect(html).not.toContain(secret);
    }
  }
  const api = await page.request.get(refundUrl.replace('/refunds/', '/api/refunds/'));
  expect(api.status()).toBe(404);
});

test('the list keeps its filter in the address, and its totals are exact', async ({
  page,
  merchant,
  signInAs,
}) => {
  const { orderId } = await aPaidOrder(merchant);
  await signInAs('FINANCE');
  for (const amount of ['100.25', '200.04']) {
    await openRefundForm(page, orderId);
    await typePart(page, amount);
    await page.getByRole('button', { name: `Refund ₱${amount}` }).click();
    await expect(page.getByRole('heading', { name: `₱${amount}`, level: 1 })).toBeVisible();
  }
  await page.goto('/refunds');
  await expect(page.getByRole('row', { name: '2 refunds ₱300.29' })).toBeVisible();
  await page.getByRole('link', { name: /^In progress/ }).click();
  await expect(page).toHaveURL(/view=inProgress/);
  await expect(page.getByRole('row', { name: '1 refund ₱200.04' })).toBeVisible();
  await page.goto('/refunds?q=nobody');
  await expect(page.getByText('Nothing matches these filters')).toBeVisible();
});

test('form, check, refund and list have no accessibility problems', async ({ page, merchant, signInAs }) => {
  const { orderId } = await aPaidOrder(merchant);
  await signInAs('SUPPORT');
  await openRefundForm(page, orderId);
  await typePart(page, '9999');
  await expect(page.getByRole('alert').first()).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await typePart(page, '500.25');
  await expect(page.getByRole('button', { name: 'Refund ₱500.25' })).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Refund ₱500.25' }).click();
  await expect(page.getByRole('heading', { name: '₱500.25', level: 1 })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'is back with the payer' })).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await page.goto('/refunds');
  await expect(page.getByRole('row', { name: /1 refund/ })).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);
});
