import 'server-only';

import type { Tx } from '../db/client';
import { Prisma } from '../db/generated/client';
import { currentLines, isFirstFinal } from './current-lines-sql';
import type { DayScope } from './day-scope';

/**
 * Attaches orders and payouts to the lines of a day, and to lines of other days that speak of the day's orders.
 * The rules run in this order; a line that one has matched is not looked at again, and the rule stays on the line.
 */
export async function matchLines(tx: Tx, scope: DayScope): Promise<void> {
  await matchPaymentsByTransaction(tx, scope);
  await matchPaymentsByOrderIdAndAmount(tx, scope);
  await matchPayoutsByTransaction(tx, scope);
  await matchPayoutsByOrderIdAndAmount(tx, scope);
  await takeOverFees(tx, scope);
}

/** Rule `transaction-id`: the line and the order name the same transaction of the same app. */
async function matchPaymentsByTransaction(tx: Tx, scope: DayScope): Promise<void> {
  await tx.$executeRaw`
    UPDATE "StatementLine" line SET "orderId" = o.id, rule = 'transaction-id'
    FROM "Order" o, ${currentLines(scope, 'PAYMENT')} candidate
    WHERE line."merchantId" = ${scope.merchantId}::uuid AND line.id = candidate.id AND line."orderId" IS NULL
      AND o."merchantId" = line."merchantId" AND o."gatewayAppId" = line."gatewayAppId"
      AND o."transactionId" = line."transactionId"
      AND (line.day = ${scope.column}::date
        OR (o."completedAt" >= ${scope.from} AND o."completedAt" < ${scope.to}))
      AND (line.status = 'PENDING' OR ${isFirstFinal('candidate', scope, 'PAYMENT')})`;
}

/**
 * Rule `order-id-and-amount`: only where our order has no transaction id yet and the id is one that we gave, and
 * only with a single candidate on each side.
 */
async function matchPaymentsByOrderIdAndAmount(tx: Tx, scope: DayScope): Promise<void> {
  await tx.$executeRaw`
    WITH candidate AS (
      SELECT line.id, line."merchantOrderId", line.amount,
        count(*) OVER (PARTITION BY line."merchantOrderId", line.amount) AS alike
      FROM ${currentLines(scope, 'PAYMENT')} line
      WHERE line.day = ${scope.column}::date AND line."orderId" IS NULL AND line."merchantOrderId" IS NOT NULL
        AND (line.status = 'PENDING' OR ${isFirstFinal('line', scope, 'PAYMENT')}))
    UPDATE "StatementLine" line SET "orderId" = o.id, rule = 'order-id-and-amount'
    FROM candidate, "Order" o
    WHERE line."merchantId" = ${scope.merchantId}::uuid AND line.id = candidate.id AND candidate.alike = 1
      AND o."merchantId" = line."merchantId" AND o."gatewayAppId" = line."gatewayAppId"
      AND o."transactionId" IS NULL AND o."intentOrderId" = candidate."merchantOrderId"
      AND o.amount = candidate.amount`;
}

async function matchPayoutsByTransaction(tx: Tx, scope: DayScope): Promise<void> {
  await tx.$executeRaw`
    UPDATE "StatementLine" line SET "payoutId" = p.id, rule = 'transaction-id'
    FROM "Payout" p, ${currentLines(scope, 'PAYOUT')} candidate
    WHERE line."merchantId" = ${scope.merchantId}::uuid AND line.id = candidate.id AND line."payoutId" IS NULL
      AND p."merchantId" = line."merchantId" AND p."gatewayAppId" = line."gatewayAppId"
      AND p."transactionId" = line."transactionId"
      AND (line.day = ${scope.column}::date OR ${touchesDay('p', scope)})
      AND (line.status = 'PENDING' OR ${isFirstFinal('candidate', scope, 'PAYOUT')})`;
}

/** A payout's order id is always given by whoever asked for it, and unique per app. */
async function matchPayoutsByOrderIdAndAmount(tx: Tx, scope: DayScope): Promise<void> {
  await tx.$executeRaw`
    WITH candidate AS (
      SELECT line.id, line."merchantOrderId", line.amount,
        count(*) OVER (PARTITION BY line."merchantOrderId", line.amount) AS alike
      FROM ${currentLines(scope, 'PAYOUT')} line
      WHERE line.day = ${scope.column}::date AND line."payoutId" IS NULL AND line."merchantOrderId" IS NOT NULL
        AND (line.status = 'PENDING' OR ${isFirstFinal('line', scope, 'PAYOUT')}))
    UPDATE "StatementLine" line SET "payoutId" = p.id, rule = 'order-id-and-amount'
    FROM candidate, "Payout" p
    WHERE line."merchantId" = ${scope.merchantId}::uuid AND line.id = candidate.id AND candidate.alike = 1
      AND p."merchantId" = line."merchantId" AND p."gatewayAppId" = line."gatewayAppId"
      AND p."transactionId" IS NULL AND p."mchOrderId" = candidate."merchantOrderId"
      AND p.amount = candidate.amount`;
}

/** The fee that was charged stands on the COMPLETE line and nowhere else; books and screens read it from the row. */
async function takeOverFees(tx: Tx, scope: DayScope): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Order" o SET fee = line.fee
    FROM ${currentLines(scope, 'PAYMENT')} line
    WHERE o."merchantId" = line."merchantId" AND o.id = line."orderId" AND line.status = 'COMPLETE'
      AND o.status = 'COMPLETE' AND o.fee IS DISTINCT FROM line.fee AND line.fee >= 0
      AND (line.day = ${scope.column}::date
        OR (o."completedAt" >= ${scope.from} AND o."completedAt" < ${scope.to}))`;
  await tx.$executeRaw`
    UPDATE "Payout" p SET fee = line.fee
    FROM ${currentLines(scope, 'PAYOUT')} line
    WHERE p."merchantId" = line."merchantId" AND p.id = line."payoutId" AND line.status = 'COMPLETE'
      AND p.status = 'COMPLETE' AND p.fee IS DISTINCT FROM line.fee AND line.fee >= 0
      AND (line.day = ${scope.column}::date OR ${touchesDay('p', scope)})`;
}

function touchesDay(alias: string, { from, to }: DayScope): Prisma.Sql {
  const payout = Prisma.raw(alias);
  return Prisma.sql`((${payout}."createdAt" >= ${from} AND ${payout}."createdAt" < ${to})
    OR (${payout}."completedAt" >= ${from} AND ${payout}."completedAt" < ${to}))`;
}
