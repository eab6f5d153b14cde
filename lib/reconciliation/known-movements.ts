import 'server-only';

import { PAYOUT_FEE } from '../channels/channels';
import type { Tx } from '../db/client';
import { REFUND_CREATED } from './ask-refunds';
import type { Movement } from './boundary';
import { ACCEPTED_PAYOUTS } from './compare-payouts';
import { ACCEPTED_REFUNDS } from './compare-refunds';
import { currentLines, isFirstFinal } from './current-lines-sql';
import { expectedFeeSql } from './expected-fee-sql';

type Around = Readonly<{ merchantId: string; gatewayAppId: string; from: Date; to: Date }>;

/**
 * Single movements of the balance between two instants as far as Kaha knows. They correct PayCools' own figure, so
 * collections follow its statement where one was made after they completed, and Kaha's orders elsewhere.
 */
export function knownMovements(tx: Tx, { merchantId, gatewayAppId, from, to }: Around): Promise<Movement[]> {
  const place = { merchantId, gatewayAppId };
  return tx.$queryRaw<Movement[]>`
    WITH listed AS (
      SELECT s.day, s."fetchedAt" FROM "Statement" s
      WHERE s."merchantId" = ${merchantId}::uuid AND s."gatewayAppId" = ${gatewayAppId}
        AND s.kind = 'PAYMENT' AND s.current)
    SELECT line."completedAt" AS at, line.amount - line.fee AS amount, line."transactionId" AS reference
    FROM ${currentLines(place, 'PAYMENT')} line
    WHERE line.status = 'COMPLETE' AND line."completedAt" >= ${from} AND line."completedAt" < ${to}
      AND ${isFirstFinal('line', place, 'PAYMENT')}
    UNION ALL
    SELECT o."completedAt", o.amount - coalesce(o.fee, ${expectedFeeSql('o."channelCode"', 'o.amount')}, 0),
      coalesce(o."transactionId", o."mchOrderId", o.id::text)
    FROM "Order" o
    WHERE o."merchantId" = ${merchantId}::uuid AND o."gatewayAppId" = ${gatewayAppId}
      AND o.status = 'COMPLETE' AND o."completedAt" >= ${from} AND o."completedAt" < ${to}
      AND NOT EXISTS (SELECT 1 FROM listed
        WHERE listed.day = (o."completedAt" AT TIME ZONE 'Asia/Manila')::date AND listed."fetchedAt" > o."completedAt")
    UNION ALL
    SELECT p."createdAt", -(p.amount + CASE WHEN p.status = 'COMPLETE' THEN coalesce(p.fee, ${PAYOUT_FEE}) ELSE ${PAYOUT_FEE} END),
      p."mchOrderId"
    FROM "Payout" p
    WHERE p."merchantId" = ${merchantId}::uuid AND p."gatewayAppId" = ${gatewayAppId}
      AND p.status::text = ANY(${[...ACCEPTED_PAYOUTS]}) AND p."createdAt" >= ${from} AND p."createdAt" < ${to}
    UNION ALL
    SELECT p."completedAt", p.amount + ${PAYOUT_FEE}, p."mchOrderId"
    FROM "Payout" p
    WHERE p."merchantId" = ${merchantId}::uuid AND p."gatewayAppId" = ${gatewayAppId}
      AND p.status IN ('FAILED', 'CANCELLED') AND p."completedAt" >= ${from} AND p."completedAt" < ${to}
    UNION ALL
    SELECT ${REFUND_CREATED}, -r.amount, r."mchRefundOrderId"
    FROM "Refund" r
    WHERE r."merchantId" = ${merchantId}::uuid AND r."gatewayAppId" = ${gatewayAppId}
      AND r.status::text = ANY(${[...ACCEPTED_REFUNDS]}) AND ${REFUND_CREATED} >= ${from} AND ${REFUND_CREATED} < ${to}
    UNION ALL
    SELECT r."refundReturnTime", CASE WHEN r.status = 'COMPLETE' THEN coalesce(r."feeRefunded", 0) ELSE r.amount END,
      r."mchRefundOrderId"
    FROM "Refund" r
    WHERE r."merchantId" = ${merchantId}::uuid AND r."gatewayAppId" = ${gatewayAppId}
      AND r.status IN ('COMPLETE', 'FAILED', 'CANCELLED') AND (r.status <> 'COMPLETE' OR r."feeRefunded" > 0)
      AND r."refundReturnTime" >= ${from} AND r."refundReturnTime" < ${to}`;
}
