import { randomUUID } from 'node:crypto';

import { db } from '@/lib/db/client';
import type { TestMerchant } from '@/lib/testing/merchant';

import { expect, findAccessibilityProblems, test } from './support/test';

async function aRefusedRefund({ actor, appId }: TestMerchant): Promise<string> {
  const refund = await db().refund.create({
    data: {
      merchantId: actor.merchantId,
      gatewayAppId: appId,
      origin: 'KAHA',
      originalTransactionId: randomUUID(),
      mchRefundOrderId: `RF${randomUUID().slice(0, 12)}`,
      amount: 31_000n,
      status: 'REFUSED',
      refusedCode: 1509,
      sentAt: new Date('2026-11-18T04:00:00Z'),
    },
  });
  return refund.mchRefundOrderId;
}

test('a code says what happened, why, what to do, who and whether again, in plain words', async ({
  page,
  context,
  merchant,
  signInAs,
}) => {
  const reference = await aRefusedRefund(merchant);
  await signInAs('SUPPORT');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/codes');
  await page.getByRole('link', { name: '1509', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Older than 60 days' })).toBeVisible();
  await expect(page.getByText('seen once here, on 18 Nov 2026')).toBeVisible();
  const facts = page.getByRole('definition');
  await expect(
    facts.filter({ hasText: 'Nothing was refunded: the payment is older than 60 days.' }),
  ).toBeVisible();
  await expect(facts.filter({ hasText: 'Refunds close 60 days after' })).toBeVisible();
  await expect(facts.filter({ hasText: 'Return the money outside the refund' })).toBeVisible();
  await expect(facts.filter({ hasText: /^you$/i })).toBeVisible();
  await expect(facts.filter({ hasText: 'No. The answer would be the same.' })).toBeVisible();

  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'This payment is too old to be refunded the way it came. We will return your money another way.',
  );

  const words = page.getByRole('region', { name: 'In PayCools’ words' });
  await expect(words.getByText('transaction older than 60 days')).toBeVisible();
  await expect(words.getByText('8.1 Refund')).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Seen here' }).getByRole('link', { name: reference }),
  ).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);
});

test('codes are found by number, sign or words, and filtered by who can fix them, in the address', async ({
  page,
  signInAs,
}) => {
  await signInAs('VIEWER');
  await page.goto('/codes');
  await expect(page.getByText('51 codes')).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);

  await page.getByRole('searchbox', { name: 'Search a number or words' }).fill('-10005');
  await expect(page).toHaveURL('/codes?q=-10005');
  await expect(page.getByText('1 code', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: '-10005' })).toBeVisible();

  await page.getByRole('searchbox', { name: 'Search a number or words' }).fill('wallet bank');
  await expect(page).toHaveURL('/codes?q=wallet+bank');
  await expect(page.getByRole('link', { name: '-10004' })).toBeVisible();

  await page.getByRole('link', { name: 'Clear all filters' }).click();
  await expect(page).toHaveURL('/codes');
  await page.getByRole('button', { name: 'Filter by Who can fix it' }).click();
  await page
    .getByRole('combobox', { name: 'Who can fix it' })
    .selectOption({ label: 'your developer or admin' });
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL('/codes?who=developer');
  await expect(page.getByRole('link', { name: '1003', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: '1509', exact: true })).toHaveCount(0);

  await page.goto('/codes?q=zzz');
  await expect(page.getByText('No code fits')).toBeVisible();
});

test('a code that nobody listed has a useful page, however it is spelled', async ({ page, signInAs }) => {
  await signInAs('FINANCE');
  await page.goto('/codes?q=1777');
  await page.getByRole('link', { name: '1777 as: Answer of PayCools' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Code 1777' })).toBeVisible();
  await expect(page.getByText('PayCools answered 1777, a code that is on no list we have.')).toBeVisible();
  expect(await findAccessibilityProblems(page)).toEqual([]);

  for (const spelling of ['10005', '-10005', '-0010005', '%E2%88%9210005']) {
    const answer = await page.goto(`/codes/failedCode/${spelling}`);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1, name: 'Receiving account wrong' })).toBeVisible();
  }
});

test('an id that was used before means another thing where Kaha made it', async ({ page, signInAs }) => {
  await signInAs('FINANCE');
  await page.goto('/codes/answer/1515');
  await expect(page.getByRole('region', { name: /If Kaha made the id/ })).toContainText(
    'Kaha asks PayCools first',
  );
  await expect(page.getByRole('region', { name: /If a person/ })).toContainText('Yes, once it is corrected.');
});

for (const address of ['answer/abc', 'answer/10.5', 'answer/1234567890123', 'somewhere/1000']) {
  test(`/codes/${address} is no code`, async ({ page, signInAs }) => {
    await signInAs('OWNER');
    const answer = await page.goto(`/codes/${address}`);
    expect(answer?.status()).toBe(404);
    await expect(
      page.getByRole('heading', { level: 1, name: 'There is nothing at this address' }),
    ).toBeVisible();
  });
}
