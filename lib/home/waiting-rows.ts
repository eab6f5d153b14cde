import 'server-only';

import type { Actor } from '../auth/actor';
import { Prisma } from '../db/generated/client';
import { waitingTimes } from '../jobs/waiting-times';

const FAILED_SHOWN_FOR_MS = 30 * 86_400_000;

/**
 * Refunds that need somebody: not known yet (a SENDING left behind by a dead process included), or failed
 * within 30 days with nothing sent for the same order since. `r` is the refund.
 */
export function refundsWaiting({ merchantId }: Actor, now: Date): Prisma.Sql {
  return Prisma.sql`r."merchantId" = ${merchantId}::uuid AND (
    r.status = 'UNKNOWN'
    OR (r.status = 'SENDING' AND coalesce(r."sentAt", r."createdAt") < ${leftBehindBefore(now)})
    OR (r.status IN ('FAILED', 'REFUSED')
      AND r."createdAt" > ${new Date(now.getTime() - FAILED_SHOWN_FOR_MS)}
      AND NOT EXISTS (
        SELECT 1 FROM "Refund" later
        WHERE later."merchantId" = r."merchantId" AND later."gatewayAppId" = r."gatewayAppId"
          AND later."originalTransactionId" = r."originalTransactionId"
          AND (later."createdAt", later.id) > (r."createdAt", r.id))))`;
}

/** Orders and QR codes whose creation has no known result; `alias` names the table. */
export function creationUnknown({ merchantId }: Actor, now: Date, alias: 'o' | 'q'): Prisma.Sql {
  const row = Prisma.raw(alias);
  return Prisma.sql`${row}."merchantId" = ${merchantId}::uuid AND (
    ${row}.status = 'UNKNOWN'
    OR (${row}.status = 'SENDING' AND coalesce(${row}."sentAt", ${row}."createdAt") < ${leftBehindBefore(now)}))`;
}

/** Callbacks that were stored and acknowledged but not applied; `c` is the callback. */
export function callbacksWaiting({ merchantId }: Actor): Prisma.Sql {
  return Prisma.sql`c."merchantId" = ${merchantId}::uuid AND c.state IN ('HELD', 'DEAD')`;
}

/** Open exceptions; `e` is the exception. */
export function exceptionsOpen({ merchantId }: Actor): Prisma.Sql {
  return Prisma.sql`e."merchantId" = ${merchantId}::uuid AND e.state = 'OPEN'`;
}

function leftBehindBefore(now: Date): Date {
  return new Date(now.getTime() - waitingTimes().sendingLeftBehind);
}
