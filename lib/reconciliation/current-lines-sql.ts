import 'server-only';

import { Prisma } from '../db/generated/client';
import type { StatementKind } from '../statements/schema';

type Place = Readonly<{ merchantId: string; gatewayAppId: string }>;

/** Lines of the current statements of an app as a table of its own, to stand after FROM. */
export function currentLines({ merchantId, gatewayAppId }: Place, kind: StatementKind): Prisma.Sql {
  return Prisma.sql`(
    SELECT l.* FROM "StatementLine" l
    JOIN "Statement" s ON s."merchantId" = l."merchantId" AND s.id = l."statementId" AND s.current
    WHERE l."merchantId" = ${merchantId}::uuid AND l."gatewayAppId" = ${gatewayAppId}
      AND l.kind = ${kind}::"StatementKind")`;
}

/**
 * True for the one line that speaks for its transaction: the first final one over all current statements. A result
 * belongs to one day, so every other final line of the transaction is a duplicate. `alias` is the line.
 */
export function isFirstFinal(alias: string, place: Place, kind: StatementKind): Prisma.Sql {
  const line = Prisma.raw(alias);
  return Prisma.sql`(${line}.status <> 'PENDING' AND NOT EXISTS (
    SELECT 1 FROM ${currentLines(place, kind)} other
    WHERE other."transactionId" = ${line}."transactionId" AND other.status <> 'PENDING'
      AND (other.day, other."lineNo") < (${line}.day, ${line}."lineNo")))`;
}
