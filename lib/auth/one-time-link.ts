import 'server-only';

import { createHash, randomBytes } from 'node:crypto';

import { writePersonEvent } from '../audit/write-person-event';
import { db } from '../db/client';
import { AppError, fieldError } from '../errors';
import { hashPassword } from './password';

const HOUR_MS = 60 * 60_000;
const FIRST_OWNER = 'first-owner';

/** A fresh one-hour link for the first owner of an installation; null once anybody belongs to it. */
export async function createOwnerLink(merchantId: string): Promise<string | null> {
  if ((await db().person.count()) > 0) return null;
  const secret = randomBytes(24).toString('base64url');
  await db().$transaction([
    db().oneTimeLink.deleteMany({ where: { kind: FIRST_OWNER, usedAt: null } }),
    db().oneTimeLink.create({
      data: {
        kind: FIRST_OWNER,
        secretHash: hashOf(secret),
        merchantId,
        role: 'OWNER',
        expiresAt: new Date(Date.now() + HOUR_MS),
      },
    }),
  ]);
  return secret;
}

/** Whether the link still opens anything. */
export async function isLinkOpen(secret: string): Promise<boolean> {
  const link = await db().oneTimeLink.findUnique({ where: { secretHash: hashOf(secret) } });
  return link !== null && link.usedAt === null && link.expiresAt > new Date();
}

export type NewPerson = Readonly<{ secret: string; name: string; email: string; password: string }>;

/** Makes the person and their membership; a link works once. */
export async function redeemLink({ secret, name, email, password }: NewPerson): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    const now = new Date();
    const { count } = await tx.oneTimeLink.updateMany({
      where: { secretHash: hashOf(secret), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) throw new AppError('conflict', 'auth.welcome.used');
    const link = await tx.oneTimeLink.findUniqueOrThrow({ where: { secretHash: hashOf(secret) } });
    if (await tx.person.findUnique({ where: { email: email.toLowerCase() } })) {
      throw fieldError('email', 'auth.welcome.emailTaken');
    }
    const person = await tx.person.create({
      data: {
        name,
        email: email.toLowerCase(),
        passwordHash,
        memberships: { create: { merchantId: link.merchantId, role: link.role } },
      },
    });
    await writePersonEvent(tx, { personId: person.id, action: 'password-set', detail: { by: FIRST_OWNER } });
  });
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
