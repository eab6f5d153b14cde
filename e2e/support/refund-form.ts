import type { Locator, Page } from '@playwright/test';

import { expect } from './test';

/** What the order's page says about refunding it. */
export function answerAt(page: Page, words: string): Locator {
  return page.getByText(words, { exact: false }).first();
}

/** From the order's page, as a person goes. */
export async function openRefundForm(page: Page, orderId: string): Promise<void> {
  await page.goto(`/orders/${orderId}`);
  await page.getByRole('link', { name: 'Refund', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Refund Jose Ramos', level: 1 })).toBeVisible();
}

/** Types a part of the amount and goes on to the check. */
export async function typePart(page: Page, amount: string): Promise<void> {
  await page.getByRole('radio', { name: 'A part' }).check();
  await page.getByRole('textbox', { name: 'Amount' }).fill(amount);
  await page.getByRole('button', { name: 'Check refund' }).click();
}
