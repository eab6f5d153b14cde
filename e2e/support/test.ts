import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, type Page, test as base } from '@playwright/test';
import { encode } from 'next-auth/jwt';

import type { Actor } from '@/lib/auth/actor';
import type { Role } from '@/lib/auth/permissions';
import { db } from '@/lib/db/client';
import { aMerchant, type TestMerchant } from '@/lib/testing/merchant';
import type { SandboxControl } from '@/lib/testing/sandbox-control';

type Fixtures = {
  /** A merchant nobody else has, with its own app at the running sandbox, which calls back to the running web. */
  merchant: TestMerchant;
  /** Its sandbox app: pay, fail, faults, and what the sandbox has in its books. */
  sandbox: SandboxControl;
  /** Signs a new colleague of this role in on `page`; only the sign-in spec types a password. */
  signInAs: (role: Role) => Promise<Actor>;
};

export const test = base.extend<Fixtures>({
  merchant: async ({}, use) => {
    await use(await aMerchant({ role: 'OWNER' }));
  },
  sandbox: async ({ merchant }, use) => {
    await use(merchant.sandbox);
  },
  signInAs: async ({ merchant, context }, use) => {
    await use(async (role) => {
      const actor = await merchant.colleague(role);
      await signIn(context, actor);
      return actor;
    });
  },
});

export { expect } from '@playwright/test';

/** Opens a session row and sets the cookie that the application itself would set for it. */
export async function signIn(context: BrowserContext, actor: Actor): Promise<{ sessionId: string }> {
  const session = await db().session.create({
    data: {
      personId: actor.userId,
      merchantId: actor.merchantId,
      expiresAt: new Date(Date.now() + 60 * 60_000),
    },
  });
  const value = await encode({
    token: { sub: actor.userId, sid: session.id },
    secret: process.env['NEXTAUTH_SECRET'] ?? '',
  });
  await context.addCookies([
    {
      name: 'next-auth.session-token',
      value,
      url: process.env['PUBLIC_URL'] ?? 'http://localhost:3000',
      httpOnly: true,
    },
  ]);
  return { sessionId: session.id };
}

/** WCAG 2.2 AA problems of the page as it stands, in both themes. */
export async function findAccessibilityProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  // A colour caught half-way between two themes belongs to neither.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    problems.push(
      ...violations.map(
        ({ id, help, nodes }) => `${theme} ${id}: ${help} (${nodes.map((node) => node.html).join(' | ')})`,
      ),
    );
  }
  return problems;
}
