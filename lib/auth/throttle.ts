import 'server-only';

import { db } from '../db/client';

const WINDOW_MS = 15 * 60_000;
const LOCK_MS = 5 * 60_000;
const LIMITS = { email: 8, address: 60 } as const;

export type ThrottleKind = keyof typeof LIMITS;

/** Minutes to wait before this address may be tried again, 0 when it may now. */
export async function minutesLocked(kind: ThrottleKind, subject: string): Promise<number> {
  const row = await db().signInThrottle.findUnique({ where: { key: keyOf(kind, subject) } });
  const left = (row?.lockedUntil?.getTime() ?? 0) - Date.now();
  return left > 0 ? Math.ceil(left / 60_000) : 0;
}

/** Counts one failure in a single statement, so that parallel guesses are all counted. */
export async function countFailure(kind: ThrottleKind, subject: string): Promise<void> {
  const now = new Date();
  const windowStart = new Date(now.getTime() - WINDOW_MS);
  const lockedUntil = new Date(now.getTime() + LOCK_MS);
  await db().$executeRaw`
    INSERT INTO "SignInThrottle" (key, failures, "windowStart") VALUES (${keyOf(kind, subject)}, 1, ${now})
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN "SignInThrottle"."windowStart" < ${windowStart} THEN 1 ELSE "SignInThrottle".failures + 1 END,
      "windowStart" = CASE WHEN "SignInThrottle"."windowStart" < ${windowStart} THEN ${now}::timestamptz ELSE "SignInThrottle"."windowStart" END,
      "lockedUntil" = CASE
        WHEN "SignInThrottle"."windowStart" >= ${windowStart} AND "SignInThrottle".failures + 1 >= ${LIMITS[kind]}
        THEN ${lockedUntil}::timestamptz ELSE NULL END`;
}

export async function forgetFailures(kind: ThrottleKind, subject: string): Promise<void> {
  await db().signInThrottle.deleteMany({ where: { key: keyOf(kind, subject) } });
}

function keyOf(kind: ThrottleKind, subject: string): string {
  return `${kind}:${subject.toLowerCase()}`;
}
