import 'server-only';

import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { z } from 'zod';

import { db } from '../db/client';
import type { Actor } from './actor';
import { authOptions } from './options';
import type { Role } from './permissions';

/** The signed-in person as the shell shows them, beside the actor that everything below works with. */
export type SignedIn = Readonly<{
  actor: Actor;
  sessionId: string;
  person: Readonly<{ id: string; name: string; email: string; locale: string | null; theme: string | null }>;
  merchant: Readonly<{ id: string; name: string; mode: 'LIVE' | 'TEST' }>;
}>;

const Claims = z.object({ sid: z.uuid() });
const TOUCH_EVERY_MS = 60_000;

/** Read again on every request, so a revoked session or a changed role counts at once. Memoised per request. */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const claims = Claims.safeParse(await getServerSession(authOptions()));
  if (!claims.success) return null;

  const session = await db().session.findUnique({
    where: { id: claims.data.sid },
    include: { person: { include: { memberships: { include: { merchant: true } } } } },
  });
  const now = new Date();
  if (!session || session.revokedAt || session.expiresAt < now || session.person.disabledAt) return null;
  const membership = session.person.memberships.find(({ merchantId }) => merchantId === session.merchantId);
  if (!membership) return null;

  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_EVERY_MS) {
    await db().session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
  }
  const { id, name, email, locale, theme } = session.person;
  const role: Role = membership.role;
  return {
    actor: { userId: id, merchantId: membership.merchantId, role },
    sessionId: session.id,
    person: { id, name, email, locale, theme },
    merchant: { id: membership.merchant.id, name: membership.merchant.name, mode: membership.merchant.mode },
  };
});

/** The signed-in actor, or null. */
export async function findActor(): Promise<Actor | null> {
  return (await findSignedIn())?.actor ?? null;
}
