import 'server-only';

import { writePersonEvent } from '../audit/write-person-event';
import { db } from '../db/client';
import { isPassword } from './password';
import { countFailure, forgetFailures, minutesLocked } from './throttle';

const SESSION_MS = 12 * 60 * 60_000;

export type SignInResult =
  | Readonly<{ ok: true; personId: string; sessionId: string }>
  | Readonly<{ ok: false; why: 'wrong' | 'no-merchant' }>
  | Readonly<{ ok: false; why: 'throttled'; minutes: number }>;

type Attempt = Readonly<{ email: string; password: string; address: string; userAgent: string | null }>;

/**
 * Opens a revocable session row for the person with this password. Wrong address and wrong password
 * read the same and take the same time; too many failures lock the address for five minutes.
 */
export async function signIn({ email, password, address, userAgent }: Attempt): Promise<SignInResult> {
  const minutes = Math.max(await minutesLocked('email', email), await minutesLocked('address', address));
  if (minutes > 0) return { ok: false, why: 'throttled', minutes };

  const person = await db().person.findUnique({
    where: { email: email.toLowerCase() },
    include: { memberships: { orderBy: { createdAt: 'asc' }, take: 1 } },
  });
  const right = await isPassword(person?.passwordHash ?? null, password);
  if (!person || !right || person.disabledAt) {
    await Promise.all([countFailure('email', email), countFailure('address', address)]);
    await db().$transaction((tx) =>
      writePersonEvent(tx, { personId: person?.id ?? null, action: 'sign-in-failed', detail: {} }),
    );
    return { ok: false, why: 'wrong' };
  }

  const [membership] = person.memberships;
  if (!membership) return { ok: false, why: 'no-merchant' };
  await forgetFailures('email', email);
  const session = await db().$transaction(async (tx) => {
    const created = await tx.session.create({
      data: {
        personId: person.id,
        merchantId: membership.merchantId,
        userAgent: userAgent?.slice(0, 300) ?? null,
        expiresAt: new Date(Date.now() + SESSION_MS),
      },
    });
    await writePersonEvent(tx, {
      personId: person.id,
      action: 'signed-in',
      detail: { sessionId: created.id },
    });
    return created;
  });
  return { ok: true, personId: person.id, sessionId: session.id };
}

/** Ends a session for good; ending it twice changes nothing. */
export async function revokeSession(sessionId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return;
    const { personId } = await tx.session.findUniqueOrThrow({ where: { id: sessionId } });
    await writePersonEvent(tx, { personId, action: 'signed-out', detail: { sessionId } });
  });
}
