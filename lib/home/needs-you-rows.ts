import 'server-only';

import { type Actor, can } from '../auth/actor';
import { Prisma } from '../db/generated/client';
import type { NeedFacts } from './describe-need';
import { callbacksWaiting, creationUnknown, exceptionsOpen, refundsWaiting } from './waiting-rows';

/** One row of every kind, in the same columns, so that the database sorts and cuts all kinds together. */
export type NeedRow = Omit<NeedFacts, 'day'> & Readonly<{ day: Date | null; total: number }>;

/** The tables in which this actor may see things that need somebody, as one set of rows. */
export function needsYouRows(actor: Actor, now: Date): Prisma.Sql {
  const parts = [refundRows(actor, now), orderRows(actor, now), qrCodeRows(actor, now)];
  if (can(actor, 'callbacks:read')) parts.push(callbackRows(actor));
  if (can(actor, 'reconciliation:read')) parts.push(exceptionRows(actor));
  if (can(actor, 'statements:read')) parts.push(statementRows(actor));
  return Prisma.join(parts, ' UNION ALL ');
}

function refundRows(actor: Actor, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT 'refund' AS kind, r.id::text AS id,
      CASE WHEN r."provedNotTakenAt" IS NOT NULL AND r.status = 'UNKNOWN' THEN 'NOT_TAKEN'
        WHEN r.status = 'SENDING' THEN 'UNKNOWN' ELSE r.status::text END AS state,
      CASE WHEN r.status IN ('FAILED', 'REFUSED') THEN coalesce(r."refundReturnTime", r."sentAt", r."createdAt")
        ELSE coalesce(r."unknownSince", r."sentAt", r."createdAt") END AS since,
      r.amount, coalesce(o."intentOrderId", o."mchOrderId", r."originalTransactionId") AS reference,
      CASE r.status WHEN 'FAILED' THEN r."failedCode" WHEN 'REFUSED' THEN r."refusedCode"::text END AS code,
      1 AS count, r."gatewayAppId", NULL::date AS day
    FROM "Refund" r
    LEFT JOIN "Order" o ON o."merchantId" = r."merchantId" AND o.id = r."orderId"
    WHERE ${refundsWaiting(actor, now)}`;
}

function orderRows(actor: Actor, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT 'order', o.id::text, 'UNKNOWN', coalesce(o."sentAt", o."createdAt"), o.amount,
      coalesce(o."intentOrderId", o."mchOrderId", o."transactionId"), NULL, 1, o."gatewayAppId", NULL::date
    FROM "Order" o WHERE ${creationUnknown(actor, now, 'o')}`;
}

function qrCodeRows(actor: Actor, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT 'qrCode', q.id::text, 'UNKNOWN', coalesce(q."sentAt", q."createdAt"), q.amount,
      q."mchOrderId", NULL, 1, q."gatewayAppId", NULL::date
    FROM "QrCode" q WHERE ${creationUnknown(actor, now, 'q')}`;
}

function callbackRows(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 'callback', c.id::text, c.state::text, c."receivedAt", NULL::bigint,
      coalesce(c."subjectId", c."eventName"), NULL, 1, c."gatewayAppId", NULL::date
    FROM "Callback" c WHERE ${callbacksWaiting(actor)}`;
}

/** One row per app and day: a person works a day, not two hundred lines of Home. */
function exceptionRows(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 'exceptions', e."gatewayAppId" || ' ' || e.day::text,
      CASE count(DISTINCT e.type) WHEN 1 THEN min(e.type::text) ELSE 'SEVERAL' END,
      min(e."openedAt"), sum(e.effect)::bigint, NULL, NULL, count(*)::int, e."gatewayAppId", e.day
    FROM "ReconException" e WHERE ${exceptionsOpen(actor)}
    GROUP BY e."gatewayAppId", e.day`;
}

/** The newest attempt of a day failed; an older failure that a later fetch made good does not count. */
function statementRows({ merchantId }: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT 'statement', s.id::text, s.kind::text, s."requestedAt", NULL::bigint,
      NULL, NULL, 1, s."gatewayAppId", s.day
    FROM "Statement" s
    WHERE s."merchantId" = ${merchantId}::uuid AND s.state = 'FAILED' AND NOT EXISTS (
      SELECT 1 FROM "Statement" later
      WHERE later."merchantId" = s."merchantId" AND later."gatewayAppId" = s."gatewayAppId"
        AND later.kind = s.kind AND later.day = s.day AND later.version > s.version)`;
}
