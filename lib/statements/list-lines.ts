import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { db } from '../db/client';
import type { Prisma, StatementLine } from '../db/generated/client';
import { type LineFilter, MATCH_RULES, type StatementLineRow, type StatementLines } from './schema';

const PAGE_SIZE = 50;

/** The lines of a statement in PayCools' own order, a page at a time, with exact totals of the filter. */
export async function listLines(
  actor: Actor,
  statementId: string,
  filter: LineFilter,
): Promise<StatementLines> {
  assertCan(actor, 'statements:read');
  const where = whereOf(actor, statementId, filter);
  const backwards = filter.after === undefined && filter.before !== undefined;
  const [found, count, sums] = await Promise.all([
    db().statementLine.findMany({
      where: {
        ...where,
        ...(filter.after !== undefined && { lineNo: { gt: filter.after } }),
        ...(backwards && { lineNo: { lt: filter.before as number } }),
      },
      orderBy: { lineNo: backwards ? 'desc' : 'asc' },
      take: PAGE_SIZE + 1,
    }),
    db().statementLine.count({ where }),
    db().statementLine.aggregate({
      where: { ...where, status: filter.status ?? 'COMPLETE' },
      _sum: { amount: true, fee: true },
    }),
  ]);
  const shown = found.slice(0, PAGE_SIZE);
  if (backwards) shown.reverse();
  const more = found.length > PAGE_SIZE;
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    rows: shown.map(rowOf),
    count,
    amount: (sums._sum.amount ?? 0n).toString(),
    fee: (sums._sum.fee ?? 0n).toString(),
    newer: first && (backwards ? more : filter.after !== undefined) ? first.lineNo : null,
    older: last && (backwards || more) ? last.lineNo : null,
  };
}

function whereOf(
  { merchantId }: Actor,
  statementId: string,
  { status, channel, match }: LineFilter,
): Prisma.StatementLineWhereInput {
  return {
    merchantId,
    statementId,
    ...(status !== undefined && { status }),
    ...(channel !== undefined && { channel }),
    ...(match !== undefined && { rule: match === 'yes' ? { not: null } : null }),
  };
}

function rowOf(line: StatementLine): StatementLineRow {
  return {
    id: line.id,
    lineNo: line.lineNo,
    merchantOrderId: line.merchantOrderId,
    transactionId: line.transactionId,
    paymentMethod: line.paymentMethod,
    channel: line.channel,
    name: line.name,
    amount: line.amount.toString(),
    fee: line.fee.toString(),
    status: line.status,
    createdAt: line.createdAt.toISOString(),
    completedAt: line.completedAt?.toISOString() ?? null,
    rule: MATCH_RULES.find((rule) => rule === line.rule) ?? null,
    orderId: line.orderId,
    payoutId: line.payoutId,
  };
}
