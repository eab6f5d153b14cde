import 'server-only';

import { dayOfColumn } from '../dates/day-column';
import { manilaDayOf } from '../dates/manila-day';
import type { Tx } from '../db/client';
import { Prisma } from '../db/generated/client';
import {
  type CollectionLine,
  type CollectionOrder,
  compareCollections,
  duplicateFinding,
} from './compare-collections';
import { currentLines, isFirstFinal } from './current-lines-sql';
import type { DayScope } from './day-scope';
import type { Findings } from './exception-type';
import { expectedFeeSql } from './expected-fee-sql';

/** What the run knows beside the rows. */
export type RunFacts = Readonly<{
  /** Orders that completed before this are expected on the day's statement; null without a statement. */
  listedBefore: Date | null;
  /** Orders that completed before this have had time to be called back. */
  calledBackBefore: Date;
  othersCreateOrders: boolean;
}>;

/** Everything that a day's collection statement and Kaha's orders disagree about. Rows that agree stay in the database. */
export async function findCollectionExceptions(tx: Tx, scope: DayScope, facts: RunFacts): Promise<Findings> {
  const lines = await oddLines(tx, scope);
  const orders = await oddOrders(tx, scope, facts);
  const compared = compareCollections({
    day: scope.day,
    lines: lines.map((row) => ({ line: lineOf(row), order: row.orderId === null ? null : orderOf(row) })),
    orders: orders.map((row) => ({
      order: orderOf(row),
      line: row.lineId === null ? null : lineOf(row),
      openThere: row.openThere,
      judged: row.judged,
    })),
  });
  const duplicates = await duplicateLines(tx, scope);
  return {
    ...compared,
    found: [...compared.found, ...duplicates.map((row) => duplicateFinding(lineOf(row), row.copies))],
  };
}

type LineColumns = {
  lineId: string;
  lineNo: number;
  lineDay: Date;
  lineTransactionId: string;
  merchantOrderId: string | null;
  lineChannel: string | null;
  lineAmount: bigint;
  lineFee: bigint;
  lineStatus: 'COMPLETE' | 'FAILED';
  lineCompletedAt: Date | null;
};
type OrderColumns = {
  orderId: string;
  reference: string;
  transactionId: string | null;
  orderChannel: string | null;
  orderAmount: bigint;
  orderFee: bigint | null;
  orderStatus: string;
  orderCompletedAt: Date | null;
  silent: boolean;
  uninvited: boolean;
};
type Optional<Columns> = Columns | { [Name in keyof Columns]: null };
type LineRow = LineColumns & Optional<OrderColumns>;
type OrderRow = OrderColumns & Optional<LineColumns> & { openThere: boolean; judged: boolean };

const LINE_COLUMNS = Prisma.sql`
  line.id AS "lineId", line."lineNo", line.day AS "lineDay", line."transactionId" AS "lineTransactionId",
  line."merchantOrderId", line.channel AS "lineChannel", line.amount AS "lineAmount", line.fee AS "lineFee",
  line.status::text AS "lineStatus", line."completedAt" AS "lineCompletedAt"`;
const ORDER_COLUMNS = Prisma.sql`
  o.id AS "orderId", coalesce(o."intentOrderId", o."mchOrderId", o."transactionId", o.id::text) AS reference,
  o."transactionId", o."channelCode" AS "orderChannel", o.amount AS "orderAmount", o.fee AS "orderFee",
  o.status::text AS "orderStatus", o."completedAt" AS "orderCompletedAt"`;

/** First final lines of the day that have no order, or one that says something else, or a fee that is not expected. */
function oddLines(tx: Tx, scope: DayScope): Promise<LineRow[]> {
  return tx.$queryRaw<LineRow[]>`
    SELECT ${LINE_COLUMNS}, ${ORDER_COLUMNS}, false AS silent, false AS uninvited
    FROM ${currentLines(scope, 'PAYMENT')} line
    LEFT JOIN "Order" o ON o."merchantId" = line."merchantId" AND o.id = line."orderId"
    WHERE line.day = ${scope.column}::date AND line.status = 'COMPLETE'
      AND ${isFirstFinal('line', scope, 'PAYMENT')}
      AND (o.id IS NULL OR o.status <> 'COMPLETE' OR o.amount <> line.amount
        OR o."completedAt" < ${scope.from} OR o."completedAt" >= ${scope.to}
        OR line.fee <> ${expectedFeeSql('line.channel', 'line.amount')})
    ORDER BY line."lineNo"`;
}

/** Orders that Kaha counts on the day and that the statements do not confirm on it, or that nobody called back. */
function oddOrders(tx: Tx, scope: DayScope, facts: RunFacts): Promise<OrderRow[]> {
  return tx.$queryRaw<OrderRow[]>`
    SELECT * FROM (
      SELECT ${LINE_COLUMNS}, ${ORDER_COLUMNS}, ${isSilent(facts)} AS silent, ${isUninvited(facts)} AS uninvited,
        EXISTS (
          SELECT 1 FROM ${currentLines(scope, 'PAYMENT')} open
          WHERE open."orderId" = o.id AND open.status = 'PENDING' AND open.day = ${scope.column}::date) AS "openThere",
        coalesce(o."completedAt" < ${facts.listedBefore}::timestamptz, false) AS judged
      FROM "Order" o
      LEFT JOIN LATERAL (
        SELECT each.* FROM ${currentLines(scope, 'PAYMENT')} each
        WHERE each."orderId" = o.id AND each.status <> 'PENDING'
        ORDER BY each.day, each."lineNo" LIMIT 1) line ON true
      WHERE o."merchantId" = ${scope.merchantId}::uuid AND o."gatewayAppId" = ${scope.gatewayAppId}
        AND o.status = 'COMPLETE' AND o."completedAt" >= ${scope.from} AND o."completedAt" < ${scope.to}
    ) pair
    WHERE "lineId" IS NULL OR "lineStatus" <> 'COMPLETE' OR "lineDay" <> ${scope.column}::date OR silent OR uninvited
    ORDER BY "orderCompletedAt", "orderId"`;
}

/** Complete on the statement, its callback address is ours, and no genuine callback ever named it. */
function isSilent({ calledBackBefore }: RunFacts): Prisma.Sql {
  // An id of an instrument is named by the callbacks of all its payments; there the link decides.
  return Prisma.sql`(o."callbackExpected" AND o."completedAt" < ${calledBackBefore} AND NOT EXISTS (
    SELECT 1 FROM "Callback" c
    WHERE c."merchantId" = o."merchantId" AND c."gatewayAppId" = o."gatewayAppId" AND c.genuine
      AND c."subjectId" IN (o."mchOrderId", o."intentOrderId", o."transactionId")
      AND (c."orderId" = o.id OR c."subjectId" = o."intentOrderId")))`;
}

function isUninvited({ othersCreateOrders }: RunFacts): Prisma.Sql {
  if (othersCreateOrders) return Prisma.sql`false`;
  return Prisma.sql`(o.origin IN ('CALLBACK', 'STATEMENT', 'QUERY') AND o."intentOrderId" IS NULL AND o."qrCodeId" IS NULL)`;
}

/** The second and later final lines of a transaction that stand on the day, one row for each transaction. */
function duplicateLines(tx: Tx, scope: DayScope): Promise<(LineColumns & { copies: number })[]> {
  return tx.$queryRaw<(LineColumns & { copies: number })[]>`
    SELECT DISTINCT ON (line."transactionId") ${LINE_COLUMNS}, (
      SELECT count(*)::int FROM ${currentLines(scope, 'PAYMENT')} alike
      WHERE alike."transactionId" = line."transactionId" AND alike.status <> 'PENDING') AS copies
    FROM ${currentLines(scope, 'PAYMENT')} line
    WHERE line.day = ${scope.column}::date AND line.status <> 'PENDING'
      AND NOT ${isFirstFinal('line', scope, 'PAYMENT')}
    ORDER BY line."transactionId", line."lineNo"`;
}

function lineOf(row: LineColumns): CollectionLine {
  return {
    lineId: row.lineId,
    lineNo: row.lineNo,
    day: dayOfColumn(row.lineDay),
    transactionId: row.lineTransactionId,
    merchantOrderId: row.merchantOrderId,
    channelCode: row.lineChannel,
    amount: row.lineAmount,
    fee: row.lineFee,
    status: row.lineStatus,
    completedAt: row.lineCompletedAt,
  };
}

function orderOf(row: OrderColumns): CollectionOrder {
  return {
    orderId: row.orderId,
    reference: row.reference,
    transactionId: row.transactionId,
    channelCode: row.orderChannel,
    amount: row.orderAmount,
    fee: row.orderFee,
    status: row.orderStatus,
    completedAt: row.orderCompletedAt,
    day: row.orderStatus === 'COMPLETE' && row.orderCompletedAt ? manilaDayOf(row.orderCompletedAt) : null,
    silent: row.silent,
    uninvited: row.uninvited,
  };
}
