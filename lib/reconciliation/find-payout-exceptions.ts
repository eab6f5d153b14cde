import 'server-only';

import { dayOfColumn } from '../dates/day-column';
import { manilaDayOf } from '../dates/manila-day';
import type { Tx } from '../db/client';
import {
  ACCEPTED_PAYOUTS,
  comparePayouts,
  type PayoutLineSide,
  type PayoutPair,
  type PayoutSide,
} from './compare-payouts';
import { currentLines } from './current-lines-sql';
import type { DayScope } from './day-scope';
import type { Found } from './exception-type';

/** Clocks differ by seconds: a statement is expected to list only what ended this long before it was made. */
export const LISTING_MARGIN_MS = 60_000;

type LineColumns = {
  lineId: string;
  lineNo: number;
  lineDay: Date;
  lineCreatedAt: Date;
  lineTransactionId: string;
  merchantOrderId: string | null;
  lineAmount: bigint;
  lineFee: bigint;
  lineStatus: PayoutLineSide['status'];
  lineCompletedAt: Date | null;
  fetchedAt: Date;
  copies: number;
};
type PayoutColumns = {
  payoutId: string;
  mchOrderId: string;
  transactionId: string | null;
  payoutAmount: bigint;
  payoutFee: bigint | null;
  payoutStatus: string;
  payoutCreatedAt: Date;
  payoutCompletedAt: Date | null;
  origin: string;
  statementAt: Date | null;
};
type Optional<Columns> = Columns | { [Name in keyof Columns]: null };
type Row = Optional<LineColumns> & Optional<PayoutColumns>;

/** Everything that the payout statements and Kaha's payouts disagree about for one day: a failed payout touches two. */
export async function findPayoutExceptions(
  tx: Tx,
  scope: DayScope,
  othersSendMoney: boolean,
): Promise<Found[]> {
  const rows = await pairs(tx, scope);
  const compared = comparePayouts(
    scope.day,
    rows.map((row) => pairOf(row, othersSendMoney)),
  );
  return [...compared, ...rows.flatMap((row) => duplicateOf(scope, row))];
}

/** Payouts and first lines that touch the day, put together where they match. */
function pairs(tx: Tx, scope: DayScope): Promise<Row[]> {
  const { from, to, column, merchantId, gatewayAppId } = scope;
  return tx.$queryRaw<Row[]>`
    WITH spoken AS (
      SELECT DISTINCT ON (each."transactionId") each.*, s."fetchedAt",
        count(*) FILTER (WHERE each.status <> 'PENDING') OVER (PARTITION BY each."transactionId")::int AS copies
      FROM ${currentLines(scope, 'PAYOUT')} each
      JOIN "Statement" s ON s."merchantId" = each."merchantId" AND s.id = each."statementId"
      ORDER BY each."transactionId", each.status = 'PENDING', each.day, each."lineNo"),
    touching AS (
      SELECT p.* FROM "Payout" p
      WHERE p."merchantId" = ${merchantId}::uuid AND p."gatewayAppId" = ${gatewayAppId}
        AND p.status::text = ANY(${[...ACCEPTED_PAYOUTS]})
        AND ((p."createdAt" >= ${from} AND p."createdAt" < ${to})
          OR (p."completedAt" >= ${from} AND p."completedAt" < ${to})
          OR p.id IN (SELECT s."payoutId" FROM spoken s
            WHERE s.day = ${column}::date OR (s."createdAt" >= ${from} AND s."createdAt" < ${to}))))
    SELECT line.id AS "lineId", line."lineNo", line.day AS "lineDay", line."createdAt" AS "lineCreatedAt",
      line."transactionId" AS "lineTransactionId", line."merchantOrderId", line.amount AS "lineAmount",
      line.fee AS "lineFee", line.status::text AS "lineStatus", line."completedAt" AS "lineCompletedAt",
      line."fetchedAt", line.copies,
      p.id AS "payoutId", p."mchOrderId", p."transactionId", p.amount AS "payoutAmount", p.fee AS "payoutFee",
      p.status::text AS "payoutStatus", p."createdAt" AS "payoutCreatedAt", p."completedAt" AS "payoutCompletedAt",
      p.origin::text AS origin, (
        SELECT s."fetchedAt" FROM "Statement" s
        WHERE s."merchantId" = p."merchantId" AND s."gatewayAppId" = p."gatewayAppId" AND s.kind = 'PAYOUT'
          AND s.current AND s.day = (p."completedAt" AT TIME ZONE 'Asia/Manila')::date) AS "statementAt"
    FROM (SELECT * FROM spoken
      WHERE day = ${column}::date OR ("createdAt" >= ${from} AND "createdAt" < ${to})
        OR "payoutId" IN (SELECT id FROM touching)) line
    FULL JOIN touching p ON p.id = line."payoutId"
    ORDER BY coalesce(p."createdAt", line."createdAt"), coalesce(p.id, line.id)`;
}

function pairOf(row: Row, othersSendMoney: boolean): PayoutPair {
  const payout = row.payoutId === null ? null : payoutOf(row, othersSendMoney);
  const line = row.lineId === null || isStale(row) ? null : lineOf(row);
  return { line, payout };
}

/** Listed as open before Kaha learnt how it ended: the expected course, not a contradiction. */
function isStale({ lineStatus, fetchedAt, payoutCompletedAt }: Row): boolean {
  if (lineStatus !== 'PENDING' || payoutCompletedAt === null) return false;
  return fetchedAt.getTime() < payoutCompletedAt.getTime() + LISTING_MARGIN_MS;
}

function lineOf(row: LineColumns): PayoutLineSide {
  return {
    lineId: row.lineId,
    lineNo: row.lineNo,
    day: dayOfColumn(row.lineDay),
    createdDay: manilaDayOf(row.lineCreatedAt),
    transactionId: row.lineTransactionId,
    merchantOrderId: row.merchantOrderId,
    amount: row.lineAmount,
    fee: row.lineFee,
    status: row.lineStatus,
    completedAt: row.lineCompletedAt,
  };
}

function payoutOf(row: PayoutColumns, othersSendMoney: boolean): PayoutSide {
  const ended = row.payoutCompletedAt;
  return {
    payoutId: row.payoutId,
    mchOrderId: row.mchOrderId,
    transactionId: row.transactionId,
    amount: row.payoutAmount,
    fee: row.payoutFee,
    status: row.payoutStatus,
    createdDay: manilaDayOf(row.payoutCreatedAt),
    completedDay: ended && manilaDayOf(ended),
    completedAt: ended,
    uninvited: !othersSendMoney && ['CALLBACK', 'STATEMENT', 'QUERY'].includes(row.origin),
    judged:
      ended !== null &&
      row.statementAt !== null &&
      ended.getTime() + LISTING_MARGIN_MS < row.statementAt.getTime(),
  };
}

function duplicateOf(scope: DayScope, row: Row): Found[] {
  if (row.lineId === null || row.copies < 2 || dayOfColumn(row.lineDay) !== scope.day) return [];
  return [
    {
      type: 'DUPLICATE',
      subjectId: row.lineTransactionId,
      effect: 0n,
      claim: null,
      subject: 'payout',
      variant: 'listed',
      values: {
        reference: row.merchantOrderId ?? row.lineTransactionId,
        copies: row.copies,
        lineCentavos: row.lineAmount.toString(),
      },
      orderId: null,
      payoutId: row.payoutId,
      refundId: null,
      lineId: row.lineId,
    },
  ];
}
