import 'server-only';

import { hashPassword, isPassword } from '../auth/password';
import { db } from '../db/client';
import { SettingsError } from '../env';
import { DEMO_MERCHANT_ID, DEMO_MERCHANT_NAME, DEMO_PEOPLE } from './demo-people';

/** Refuses a database that already holds somebody's real records; it is never filled with the demo. */
export async function requireDemoDatabase(): Promise<void> {
  const others = await db().merchant.count({ where: { id: { not: DEMO_MERCHANT_ID } } });
  if (others === 0) return;
  throw new SettingsError(
    'DATABASE_URL holds records that are not the demo’s: set all PAYCOOLS_ settings to work with them, or use an empty database.',
  );
}

/** The demo merchant and its people, with these passwords. */
export async function fillPeople(passwords: Readonly<Record<string, string>>): Promise<void> {
  await db().merchant.upsert({
    where: { id: DEMO_MERCHANT_ID },
    create: { id: DEMO_MERCHANT_ID, name: DEMO_MERCHANT_NAME, mode: 'TEST' },
    update: {},
  });
  for (const { email, name, role } of DEMO_PEOPLE) {
    const password = passwords[email];
    if (password === undefined) throw new Error(`no password for ${email}`);
    const existing = await db().person.findUnique({ where: { email } });
    if (existing && (await isPassword(existing.passwordHash, password))) continue;
    const passwordHash = await hashPassword(password);
    await db().person.upsert({
      where: { email },
      create: {
        email,
        name,
        passwordHash,
        memberships: { create: { merchantId: DEMO_MERCHANT_ID, role } },
      },
      update: { passwordHash },
    });
  }
}
