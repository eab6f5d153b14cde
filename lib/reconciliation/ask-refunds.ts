import 'server-only';

import { setTimeout as sleep } from 'node:timers/promises';

import { gatewayOf } from '../apps/gateway-of';
import { db } from '../db/client';
import { Prisma } from '../db/generated/client';
import type { Gateway, GatewayRefund } from '../gateway';
import { pauseBefore, waitingTimes } from '../jobs/waiting-times';
import { ACCEPTED_REFUNDS, type RefundMoves, type RefundPair } from './compare-refunds';
import type { DayScope } from './day-scope';

type RefundRow = {
  refundId: string;
  orderId: string | null;
  mchRefundOrderId: string;
  refundTransactionId: string | null;
  originalTransactionId: string;
  reference: string | null;
  amount: bigint;
  feeRefunded: bigint | null;
  status: string;
  createdAt: Date;
  returnedAt: Date | null;
  uninvited: boolean;
};

const AT_ONCE = 4;
const FREQUENCY_TRIES = 8;
const NOT_FOUND = [1008, 1501];

/** When a refund left the balance: what PayCools says, else when Kaha sent it. */
export const REFUND_CREATED = Prisma.sql`coalesce(r."refundCreateTime", r."sentAt", r."createdAt")`;

/**
 * Every refund that Kaha counts on the day, with what PayCools' own list says of it (8.2, asked by the original
 * transaction). Asks PayCools, so it runs outside any database transaction.
 */
export async function askRefunds(scope: DayScope, othersSendMoney: boolean): Promise<RefundPair[]> {
  const rows = await refundsOf(scope, othersSendMoney);
  if (rows.length === 0) return [];
  const gateway = await gatewayOf(scope.merchantId, scope.gatewayAppId);
  const originals = [...new Set(rows.map(({ originalTransactionId }) => originalTransactionId))];
  const lists = new Map<string, readonly GatewayRefund[] | 'silent'>();
  for (let from = 0; from < originals.length; from += AT_ONCE) {
    await Promise.all(
      originals.slice(from, from + AT_ONCE).map(async (original) => {
        lists.set(original, await listOf(gateway, original));
      }),
    );
  }
  return rows.map((row) => pairOf(row, lists.get(row.originalTransactionId) ?? 'silent'));
}

function refundsOf(scope: DayScope, othersSendMoney: boolean): Promise<RefundRow[]> {
  const { merchantId, gatewayAppId, from, to } = scope;
  return db().$queryRaw<RefundRow[]>`
    SELECT r.id AS "refundId", r."orderId", r."mchRefundOrderId", r."refundTransactionId", r."originalTransactionId",
      coalesce(o."intentOrderId", o."mchOrderId") AS reference, r.amount, r."feeRefunded", r.status::text AS status,
      ${REFUND_CREATED} AS "createdAt", r."refundReturnTime" AS "returnedAt",
      (NOT ${othersSendMoney} AND r.origin IN ('CALLBACK', 'STATEMENT', 'QUERY')) AS uninvited
    FROM "Refund" r
    LEFT JOIN "Order" o ON o."merchantId" = r."merchantId" AND o.id = r."orderId"
    WHERE r."merchantId" = ${merchantId}::uuid AND r."gatewayAppId" = ${gatewayAppId}
      AND r.status::text = ANY(${[...ACCEPTED_REFUNDS]})
      AND ((${REFUND_CREATED} >= ${from} AND ${REFUND_CREATED} < ${to})
        OR (r."refundReturnTime" >= ${from} AND r."refundReturnTime" < ${to}))
    ORDER BY ${REFUND_CREATED}, r.id`;
}

/** The refunds of a collection; an empty list where PayCools knows none, `silent` where it could not be asked. */
async function listOf(
  gateway: Gateway,
  originalTransactionId: string,
): Promise<readonly GatewayRefund[] | 'silent'> {
  const pauses = waitingTimes().frequencyBackoff;
  for (let count = 0; count < FREQUENCY_TRIES; count += 1) {
    const result = await gateway.refund.list({ originalTransactionId });
    if (result.outcome === 'accepted') return result.data;
    if (result.outcome !== 'rejected') return 'silent';
    if (!result.maySendAgain) return NOT_FOUND.includes(result.code) ? [] : 'silent';
    await sleep(Math.max(250, pauseBefore(pauses, count)));
  }
  return 'silent';
}

function pairOf(row: RefundRow, list: readonly GatewayRefund[] | 'silent'): RefundPair {
  const { refundId, orderId, mchRefundOrderId, reference, uninvited } = row;
  const theirs = list === 'silent' ? 'silent' : (list.find((refund) => isSame(row, refund)) ?? 'not-there');
  return {
    refundId,
    orderId,
    mchRefundOrderId,
    reference,
    uninvited,
    ours: {
      amount: row.amount,
      feeRefunded: row.feeRefunded ?? 0n,
      ending: row.status === 'COMPLETE' ? 'complete' : row.status === 'IN_PROGRESS' ? 'open' : 'returned',
      createdAt: row.createdAt,
      returnedAt: row.returnedAt,
    },
    theirs: typeof theirs === 'string' ? theirs : movesOf(theirs, row.createdAt),
  };
}

function isSame(row: RefundRow, refund: GatewayRefund): boolean {
  return (
    refund.mchRefundOrderId === row.mchRefundOrderId || refund.refundTransactionId === row.refundTransactionId
  );
}

/** PayCools may leave a time out; then it is not a disagreement. */
function movesOf(refund: GatewayRefund, ourCreation: Date): RefundMoves {
  const { refundAmount, feeRefunded, refundStatus, refundCreateTime, refundReturnTime } = refund;
  return {
    amount: refundAmount,
    feeRefunded: feeRefunded ?? 0n,
    ending: refundStatus === 'COMPLETE' ? 'complete' : refundStatus === 'PENDING' ? 'open' : 'returned',
    createdAt: refundCreateTime ?? ourCreation,
    returnedAt: refundReturnTime,
  };
}
