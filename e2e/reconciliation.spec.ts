import type { BrowserContext, Page } from '@playwright/test';

import type { DayReconciliation } from '@/lib/reconciliation/schema';
import { formatMoney } from '@/lib/money/format-money';
import { loadExport } from '@/lib/demo/load-export';
import { aMerchant, type TestMerchant } from '@/lib/testing/merchant';

import { expect, findAccessibilityProblems, signIn, test } from './support/test';

type Planted = { planted: { day: string; id: string; type: string; effect: string }[]; unexplained: string };

test.setTimeout(120_000);

/** A shop whose books and midnight balances are those of a seeded history, signed in as finance. */
async function shopWithHistory(context: BrowserContext, history: Readonly<Record<string, unknown>>) {
  const merchant = await aMerchant({
    role: 'FINANCE',
    othersCreateOrders: false,
    sandboxApp: { history: { endDate: '2026-01-15', days: 2, rowsPerDay: 200, ...history } },
  });
  await loadExport(
    { merchantId: merchant.actor.merchantId, gatewayAppId: merchant.appId },
    await merchant.sandbox.read('export'),
  );
  await signIn(context, merchant.actor);
  return merchant;
}

async function fetchDays(page: Page): Promise<void> {
  await page.goto('/statements');
  for (const [typed, shown] of [
    ['2026-01-15', '15 Jan 2026'],
    ['2026-01-16', '16 Jan 2026'],
  ] as const) {
    await page.getByLabel('Day', { exact: true }).fill(typed);
    await page.getByRole('button', { name: 'Fetch', exact: true }).click();
    for (const kind of ['Payment', 'Payout']) {
      await expect(
        page.getByRole('row', { name: new RegExp(`${shown} ${kind} statement.*Complete`) }),
      ).toBeVisible({
        timeout: 60_000,
      });
    }
  }
}

/** The overview leads to the day; it stays open until nothing runs any more. */
async function openDay(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Reconciliation/ }).click();
  // The list of statements names the same days.
  await expect(page.getByRole('heading', { name: 'Reconciliation', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: '15 Jan 2026' }).click();
  await expect(page.getByRole('heading', { name: 'Thursday, 15 January 2026' })).toBeVisible();
  await expect(page.getByText('Reconciling', { exact: true })).toBeHidden({ timeout: 60_000 });
}

async function read(page: Page, { appId }: TestMerchant): Promise<DayReconciliation> {
  const response = await page.request.get(`/api/reconciliation/${appId}/2026-01-15`);
  return (await response.json()) as DayReconciliation;
}

const proofOf = (page: Page) => page.getByRole('region', { name: 'Proof' });
const exceptionsOf = (page: Page) => page.getByRole('region', { name: 'Exceptions' });
const line = (label: string, amount: string) => `${label}${amount}`;
const signed = (centavos: string) =>
  `${BigInt(centavos) > 0n ? '+' : ''}${formatMoney(BigInt(centavos), 'en')}`;

test('a day with one of each discrepancy is explained row by row, and the rest is exactly the adjustment', async ({
  page,
  context,
}) => {
  const merchant = await shopWithHistory(context, { seed: 21, planted: true, adjustment: true });
  const truth = await merchant.sandbox.read<Planted>('planted');
  await fetchDays(page);
  await openDay(page);

  await expect(page.getByText('10 exceptions open')).toBeVisible({ timeout: 60_000 });
  await expect(proofOf(page)).toContainText(line('Unexplained', signed(truth.unexplained)));
  await expect(exceptionsOf(page).getByRole('button')).toHaveCount(truth.planted.length);
  for (const { effect } of truth.planted) {
    await expect(
      exceptionsOf(page)
        .getByRole('cell', { name: signed(effect), exact: true })
        .first(),
    ).toBeVisible();
  }
  const { exceptions } = await read(page, merchant);
  const found = exceptions.filter(({ state }) => state === 'OPEN');
  const named = (rows: readonly { id: string; type: string; effect: string }[]) =>
    rows.map(({ id, type, effect }) => `${type} ${id} ${effect}`).sort();
  expect(named(found.map(({ subjectId, type, effect }) => ({ id: subjectId, type, effect })))).toEqual(
    named(truth.planted),
  );
  expect(await findAccessibilityProblems(page)).toEqual([]);
});

test('the same shop without discrepancies adds up to the centavo', async ({ page, context }) => {
  await shopWithHistory(context, { seed: 21, planted: false });
  await fetchDays(page);
  await openDay(page);

  await expect(page.getByText('The day adds up to the centavo.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('No exceptions')).toBeVisible();
  await expect(proofOf(page)).toContainText(line('Difference', '₱0.00'));
  await expect(proofOf(page)).toContainText(line('Unexplained', '₱0.00'));
});

test('what was late is moved with one decision, shown on the open page, and can be taken back', async ({
  page,
  context,
}) => {
  const merchant = await shopWithHistory(context, { seed: 22, planted: true });
  await fetchDays(page);
  await openDay(page);
  await expect(page.getByText('10 exceptions open')).toBeVisible({ timeout: 60_000 });
  const { exceptions } = await read(page, merchant);
  const late = exceptions.find(({ type, state }) => type === 'LATE' && state === 'OPEN');

  await page.getByRole('button', { name: 'Move: Late: belongs to 16 Jan 2026' }).click();
  const dialog = page.getByRole('dialog', { name: 'Late: belongs to 16 Jan 2026' });
  await expect(dialog).toContainText('15 Jan, 23:59:50');
  await expect(dialog).toContainText('16 Jan, 00:00:14');
  expect(await findAccessibilityProblems(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save the decision' }).click();

  await expect(dialog).toBeHidden();
  await expect(page.getByText('9 exceptions open')).toBeVisible({ timeout: 60_000 });
  await expect(proofOf(page)).toContainText(line('Unexplained', '₱0.00'), { timeout: 60_000 });

  await page.getByRole('button', { name: 'Look: Late: belongs to 16 Jan 2026' }).click();
  await dialog.getByRole('button', { name: 'Take the decision back' }).click();
  await expect(page.getByText('10 exceptions open')).toBeVisible({ timeout: 60_000 });
  await expect(
    exceptionsOf(page).getByRole('cell', { name: signed(late?.effect ?? '0'), exact: true }),
  ).toBeVisible({ timeout: 60_000 });
});

test('a write-off needs a reason; what was typed stays', async ({ page, context }) => {
  await shopWithHistory(context, { seed: 23, planted: true });
  await fetchDays(page);
  await openDay(page);
  // Until the statement of the 16th counts, what is late reads as missing too.
  await expect(exceptionsOf(page).getByRole('button', { name: /Late: belongs to/ })).toBeVisible({
    timeout: 60_000,
  });
  await exceptionsOf(page)
    .getByRole('button', { name: 'Look: Complete here, not on the statement' })
    .click({ timeout: 60_000 });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: /Accept/ })).toHaveCount(0);
  await dialog.getByRole('radio', { name: /Write it off/ }).check();
  await dialog.getByRole('button', { name: 'Save the decision' }).click();
  await expect(dialog.getByText('Write why, in a few words')).toBeVisible();
  await expect(dialog.getByRole('radio', { name: /Write it off/ })).toBeChecked();
  await dialog.getByRole('textbox', { name: 'Note' }).fill('PayCools says it never arrived.');
  await dialog.getByRole('button', { name: 'Save the decision' }).click();
  await expect(dialog).toBeHidden();
  await expect(exceptionsOf(page).getByText('Written off', { exact: true })).toBeVisible({ timeout: 60_000 });
});

test('who may only look is not offered a decision; who may not look is told so', async ({
  page,
  merchant,
  signInAs,
}) => {
  const day = `/reconciliation/${merchant.appId}/2026-01-15`;
  await signInAs('VIEWER');
  await page.goto(day);
  await expect(page.getByText('Neither statement of this day has been fetched')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reconcile' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Fetch the statements' })).toHaveCount(0);

  await signInAs('SUPPORT');
  await page.goto('/reconciliation');
  await expect(page.getByText('Your role does not include reconciliation')).toBeVisible();
  expect((await page.goto(day))?.status()).toBe(404);
});
