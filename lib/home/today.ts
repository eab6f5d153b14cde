import 'server-only';

import { PAYOUT_FEE } from '../channels/channels';
import { type Actor, assertCan } from '../auth/actor';
import { addDays, type ManilaDay, manilaDayOf, startOfDay } from '../dates/manila-day';
import { db } from '../db/client';
import { expectedFeeSql } from '../reconciliation/expected-fee-sql';

type Figure = Readonly<{ count: number; amount: bigint }>;

/** What moved today by Kaha's books, in centavos. */
export type Today = Readonly<{
  day: ManilaDay;
  moneyIn: Figure;
  /** Accepted payouts that have not failed. */
  moneyOut: Figure;
  refunded: Figure;
  /** Charged fees, and the expected fee while no statement line says what was charged. */
  fees: bigint;
  feesExpected: bigint;
}>;

type Row = Readonly<{
  inCount: number;
  inAmount: bigint;
  feeCharged: bigint;
  feeExpected: bigint;
  outCount: number;
  outAmount: bigint;
  outFee: bigint;
  refundCount: number;
  refundAmount: bigint;
}>;

/** Today in Manila: money in by completion, payouts and refunds by when PayCools took them on. */
export async function findToday(actor: Actor, now: Date = new Date()): Promise<Today> {
  assertCan(actor, 'orders:read');
  const day = manilaDayOf(now);
  const { merchantId } = actor;
  const [from, to] = [startOfDay(day), startOfDay(addDays(day, 1))];
  const [row] = await db().$queryRaw<Row[]>`
    WITH collected AS (
      SELECT count(*)::int AS count, coalesce(sum(amount), 0)::bigint AS amount,
        coalesce(sum(fee), 0)::bigint AS charged,
        coalesce(sum(${expectedFeeSql('"channelCode"', 'amount')}) FILTER (WHERE fee IS NULL), 0)::bigint AS expected
      FROM "Order"
      WHERE "merchantId" = ${merchantId}::uuid AND status = 'COMPLETE'
        AND "completedAt" >= ${from} AND "completedAt" < ${to}
    ), paid_out AS (
      SELECT count(*)::int AS count, coalesce(sum(amount), 0)::bigint AS amount,
        coalesce(sum(coalesce(fee, ${PAYOUT_FEE})), 0)::bigint AS fee
      FROM "Payout"
      WHERE "merchantId" = ${merchantId}::uuid AND status IN ('IN_PROGRESS', 'COMPLETE')
        AND "createdAt" >= ${from} AND "createdAt" < ${to}
    ), refunded AS (
      SELECT count(*)::int AS count, coalesce(sum(amount), 0)::bigint AS amount
      FROM "Refund"
      WHERE "merchantId" = ${merchantId}::uuid AND status IN ('IN_PROGRESS', 'COMPLETE')
        AND coalesce("refundCreateTime", "sentAt", "createdAt") >= ${from}
        AND coalesce("refundCreateTime", "sentAt", "createdAt") < ${to}
    )
    SELECT collected.count AS "inCount", collected.amount AS "inAmount",
      collected.charged AS "feeCharged", collected.expected AS "feeExpected",
      paid_out.count AS "outCount", paid_out.amount AS "outAmount", paid_out.fee AS "outFee",
      refunded.count AS "refundCount", refunded.amount AS "refundAmount"
    FROM collected, paid_out, refunded`;
  if (!row) throw new Error('an aggregate without a row');
  return {
    day,
    moneyIn: { count: row.inCount, amount: row.inAmount },
    moneyOut: { count: row.outCount, amount: row.outAmount },
    refunded: { count: row.refundCount, amount: row.refundAmount },
    fees: row.feeCharged + row.feeExpected + row.outFee,
    feesExpected: row.feeExpected,
  };
}
