import 'server-only';

import { PAYOUT_FEE } from '../channels/channels';
import type { Tx } from '../db/client';
import { Prisma } from '../db/generated/client';
import { REFUND_CREATED } from './ask-refunds';
import { ACCEPTED_PAYOUTS } from './compare-payouts';
import { ACCEPTED_REFUNDS } from './compare-refunds';
import { expectedFeeSql } from './expected-fee-sql';
import type { DayMovements } from './proof-arithmetic';

/** Kaha's own books of an app between two instants: what moved, how often, and what is not known. */
export type Books = Readonly<{
  movements: DayMovements;
  counts: Readonly<{
    collections: number;
    payouts: number;
    cameBack: number;
    refunds: number;
    refundsReturned: number;
    feesReturned: number;
    /** Collections of channels nobody listed, on no statement yet: their fee counts as ₱0.00. */
    feesNotKnown: number;
    /** Refunds and payouts whose outcome is not known: they may have moved money. */
    unknown: number;
  }>;
}>;

type Between = Readonly<{ merchantId: string; gatewayAppId: string; from: Date; to: Date }>;
type Sum = { amount: bigint; fee: bigint; count: number; extra: number };

/** The charged fee of a payout where a COMPLETE line said so, else the expected one (design.md, Daily proof). */
const PAYOUT_FEE_SQL = Prisma.sql`
  CASE WHEN p.status = 'COMPLETE' THEN coalesce(p.fee, ${PAYOUT_FEE}) ELSE ${PAYOUT_FEE} END`;

/** Sums the books by the time that Kaha's own evidence gives. */
export async function readBooks(tx: Tx, between: Between): Promise<Books> {
  const collections = await collected(tx, between);
  const payouts = await paidOut(tx, between, 'createdAt');
  const cameBack = await paidOut(tx, between, 'completedAt');
  const refunds = await refunded(tx, between, REFUND_CREATED, [...ACCEPTED_REFUNDS]);
  const returned = await refunded(tx, between, Prisma.sql`r."refundReturnTime"`, ['FAILED', 'CANCELLED']);
  const complete = await refunded(tx, between, Prisma.sql`r."refundReturnTime"`, ['COMPLETE']);
  return {
    movements: {
      collections: collections.amount,
      fees: collections.fee,
      payouts: payouts.amount + payouts.fee,
      cameBack: cameBack.amount + cameBack.fee,
      refunds: refunds.amount,
      refundsReturned: returned.amount,
      feesReturned: complete.fee,
      other: 0n,
    },
    counts: {
      collections: collections.count,
      payouts: payouts.count,
      cameBack: cameBack.count,
      refunds: refunds.count,
      refundsReturned: returned.count,
      feesReturned: complete.extra,
      feesNotKnown: collections.extra,
      unknown: await notKnown(tx, between),
    },
  };
}

function collected(tx: Tx, { merchantId, gatewayAppId, from, to }: Between): Promise<Sum> {
  const expected = expectedFeeSql('o."channelCode"', 'o.amount');
  return one(
    tx,
    Prisma.sql`
      SELECT coalesce(sum(o.amount), 0)::bigint AS amount,
        coalesce(sum(coalesce(o.fee, ${expected}, 0)), 0)::bigint AS fee,
        count(*)::int AS count, count(*) FILTER (WHERE coalesce(o.fee, ${expected}) IS NULL)::int AS extra
      FROM "Order" o
      WHERE o."merchantId" = ${merchantId}::uuid AND o."gatewayAppId" = ${gatewayAppId}
        AND o.status = 'COMPLETE' AND o."completedAt" >= ${from} AND o."completedAt" < ${to}`,
  );
}

/** Out by creation, back by the end of those that failed. */
function paidOut(
  tx: Tx,
  { merchantId, gatewayAppId, from, to }: Between,
  by: 'createdAt' | 'completedAt',
): Promise<Sum> {
  const time = Prisma.raw(`p."${by}"`);
  const statuses = by === 'createdAt' ? [...ACCEPTED_PAYOUTS] : ['FAILED', 'CANCELLED'];
  return one(
    tx,
    Prisma.sql`
      SELECT coalesce(sum(p.amount), 0)::bigint AS amount, coalesce(sum(${PAYOUT_FEE_SQL}), 0)::bigint AS fee,
        count(*)::int AS count, 0 AS extra
      FROM "Payout" p
      WHERE p."merchantId" = ${merchantId}::uuid AND p."gatewayAppId" = ${gatewayAppId}
        AND p.status::text = ANY(${statuses}) AND ${time} >= ${from} AND ${time} < ${to}`,
  );
}

function refunded(
  tx: Tx,
  { merchantId, gatewayAppId, from, to }: Between,
  time: Prisma.Sql,
  statuses: string[],
): Promise<Sum> {
  return one(
    tx,
    Prisma.sql`
      SELECT coalesce(sum(r.amount), 0)::bigint AS amount, coalesce(sum(r."feeRefunded"), 0)::bigint AS fee,
        count(*)::int AS count, count(*) FILTER (WHERE r."feeRefunded" > 0)::int AS extra
      FROM "Refund" r
      WHERE r."merchantId" = ${merchantId}::uuid AND r."gatewayAppId" = ${gatewayAppId}
        AND r.status::text = ANY(${statuses}) AND ${time} >= ${from} AND ${time} < ${to}`,
  );
}

async function notKnown(tx: Tx, { merchantId, gatewayAppId, from, to }: Between): Promise<number> {
  const { count } = await one(
    tx,
    Prisma.sql`
      SELECT 0::bigint AS amount, 0::bigint AS fee, 0 AS extra, (
        (SELECT count(*) FROM "Refund" r
          WHERE r."merchantId" = ${merchantId}::uuid AND r."gatewayAppId" = ${gatewayAppId}
            AND r.status IN ('SENDING', 'UNKNOWN') AND ${REFUND_CREATED} >= ${from} AND ${REFUND_CREATED} < ${to}) +
        (SELECT count(*) FROM "Payout" p
          WHERE p."merchantId" = ${merchantId}::uuid AND p."gatewayAppId" = ${gatewayAppId}
            AND p.status IN ('SENDING', 'UNKNOWN') AND p."createdAt" >= ${from} AND p."createdAt" < ${to}))::int AS count`,
  );
  return count;
}

async function one(tx: Tx, query: Prisma.Sql): Promise<Sum> {
  const rows = await tx.$queryRaw<Sum[]>(query);
  const [row] = rows;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}
