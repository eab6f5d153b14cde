import type { BrowserContext, Page } from '@playwright/test';

import { hashPassword } from '@/lib/auth/password';
import { revokeSession } from '@/lib/auth/sign-in';
import { db } from '@/lib/db/client';

import { expect, findAccessibilityProblems, signIn, test } from './support/test';

const PASSWORD = 'mangga at tsokolate 7';

async function givePassword(personId: string): Promise<string> {
  const person = await db().person.update({
    where: { id: personId },
    data: { passwordHash: await hashPassword(PASSWORD) },
  });
  return person.email;
}

async function fillIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The notice above the form; the router's own announcer is an alert too. */
function refusal(page: Page, text: string) {
  return page.getByRole('alert').filter({ hasText: text });
}

/** Failures are also counted per network address; each test comes from one of its own. */
async function comeFromElsewhere(context: BrowserContext): Promise<void> {
  const part = () => Math.floor(Math.random() * 254) + 1;
  await context.setExtraHTTPHeaders({ 'x-forwarded-for': `10.${part()}.${part()}.${part()}` });
}

test.beforeEach(({ context }) => comeFromElsewhere(context));

test('the right password opens Home and greets by first name', async ({ page, merchant }) => {
  const email = await givePassword(merchant.actor.userId);
  await page.goto('/');
  await expect(page).toHaveURL('/sign-in');

  await fillIn(page, email.toUpperCase(), PASSWORD);

  await expect(page.getByRole('heading', { level: 1, name: /^Magandang .+, Owner$/ })).toBeVisible();
  await expect(page).toHaveURL('/');
});

test('a wrong password says so, and keeps what was typed', async ({ page, merchant }) => {
  const email = await givePassword(merchant.actor.userId);
  await page.goto('/sign-in');

  await fillIn(page, email, 'not the password');

  await expect(refusal(page, 'This e-mail address and password do not match')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(email);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('not the password');
  expect(await findAccessibilityProblems(page)).toEqual([]);

  await fillIn(page, email, PASSWORD);
  await expect(page.getByRole('heading', { level: 1, name: /^Magandang/ })).toBeVisible();
});

test('eight wrong passwords lock the address, even for the right one', async ({ page, merchant }) => {
  const email = await givePassword(merchant.actor.userId);
  await page.goto('/sign-in');
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await fillIn(page, email, `wrong ${attempt}`);
    await expect(refusal(page, 'do not match')).toBeVisible();
  }

  await fillIn(page, email, PASSWORD);

  await expect(refusal(page, 'Too many tries')).toBeVisible();
  await expect(refusal(page, 'Wait 5 minutes, then try again.')).toBeVisible();
  await expect(page).toHaveURL('/sign-in');
});

test('a session that is ended elsewhere is over with the next request, and leads back afterwards', async ({
  page,
  context,
  merchant,
}) => {
  const email = await givePassword(merchant.actor.userId);
  const { sessionId } = await signIn(context, merchant.actor);
  await page.goto('/codes?q=refund');
  await expect(page.getByRole('heading', { level: 1, name: 'Codes' })).toBeVisible();

  await revokeSession(sessionId);
  const answer = await page.request.get('/api/home/needs-you');
  expect([answer.status(), await answer.json()]).toEqual([401, { code: 'signed-out' }]);
  await page.reload();

  await expect(page.getByText('Your session has ended')).toBeVisible();
  await fillIn(page, email, PASSWORD);
  await expect(page).toHaveURL('/codes?q=refund');
});

test('signing out revokes the session: its cookie opens nothing any more', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('VIEWER');
  await page.goto('/');
  const cookies = await context.cookies();

  await page.getByRole('button', { name: 'Account of Viewer Reyes' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);

  await context.addCookies(cookies);
  await page.goto('/codes');
  await expect(page).toHaveURL('/sign-in?callbackUrl=%2Fcodes');
});

for (const address of [
  'https://evil.example/codes',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
]) {
  test(`signing in never leads to ${address}`, async ({ page, merchant, baseURL }) => {
    const email = await givePassword(merchant.actor.userId);
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(address)}`);
    await fillIn(page, email, PASSWORD);

    await expect(page.getByRole('heading', { level: 1, name: /^Magandang/ })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? '').origin);
    await expect(page).toHaveURL('/');
  });
}
