import 'server-only';

import type { Actor } from '../auth/actor';
import { Prisma } from '../db/generated/client';

/**
 * Every code on this merchant's orders, refunds, QR codes and payouts, with the record it stands on:
 * (place, code, at, kind, id, reference, amount). Codes are in normal form, without sign and leading zeros.
 */
export function seenRows({ merchantId }: Actor): Prisma.Sql {
  const mine = Prisma.sql`"merchantId" = ${merchantId}::uuid`;
  return Prisma.sql`
    SELECT 'answer' AS place, "refusedCode"::text AS code, coalesce("sentAt", "createdAt") AS at,
      'refund' AS kind, id, "mchRefundOrderId" AS reference, amount
    FROM "Refund" WHERE ${mine} AND "refusedCode" IS NOT NULL
    UNION ALL
    SELECT 'failedCode', ${normal('failedCode')}, coalesce("refundReturnTime", "createdAt"),
      'refund', id, "mchRefundOrderId", amount
    FROM "Refund" WHERE ${mine} AND "failedCode" IS NOT NULL
    UNION ALL
    SELECT 'answer', "refusedCode"::text, coalesce("sentAt", "createdAt"),
      'order', id, coalesce("mchOrderId", "transactionId"), amount
    FROM "Order" WHERE ${mine} AND "refusedCode" IS NOT NULL
    UNION ALL
    SELECT 'failedCode', ${normal('failedCode')}, coalesce("completedAt", "createdAt"),
      'order', id, coalesce("mchOrderId", "transactionId"), amount
    FROM "Order" WHERE ${mine} AND "failedCode" IS NOT NULL
    UNION ALL
    SELECT 'answer', "refusedCode"::text, coalesce("sentAt", "createdAt"),
      'qrCode', id, "mchOrderId", amount
    FROM "QrCode" WHERE ${mine} AND "refusedCode" IS NOT NULL
    UNION ALL
    SELECT 'answer', "refusedCode"::text, "createdAt", 'payout', id, "mchOrderId", amount
    FROM "Payout" WHERE ${mine} AND "refusedCode" IS NOT NULL
    UNION ALL
    SELECT 'failedCode', ${normal('failedCode')}, coalesce("completedAt", "createdAt"),
      'payout', id, "mchOrderId", amount
    FROM "Payout" WHERE ${mine} AND "failedCode" IS NOT NULL`;
}

/** The same rule as `normalCode` of the gateway: the two must agree or a code would be counted twice. */
function normal(column: 'failedCode'): Prisma.Sql {
  const text = Prisma.sql`btrim(${Prisma.raw(`"${column}"`)})`;
  return Prisma.sql`coalesce(substring(${text} from '^[-+−]?0*([0-9]+)$'), ${text})`;
}
