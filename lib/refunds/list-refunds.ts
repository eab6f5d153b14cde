import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { timeRange } from '../collect/time-range';
import { db } from '../db/client';
import { Prisma } from '../db/generated/client';
import { parsePesos } from '../money/money';
import { leftBehindMs } from './check-times';
import {
  REFUND_VIEWS,
  type RefundFilter,
  type RefundPage,
  type RefundRow,
  type RefundView,
  STATUSES_OF_VIEW,
} from './list-schema';
import type { RefundStatus } from './status';

export const REFUNDS_PER_PAGE = 50;

type Sql = Prisma.Sql;
type Row = Omit<RefundRow, 'amount' | 'createdAt'> & Readonly<{ amount: bigint; createdAt: Date }>;
type Group = Readonly<{ status: RefundStatus; refunds: bigint; amount: string }>;

/** The merchant's refunds, newest first, one page at a time, with exact totals of everything that the filter finds. */
export async function listRefunds(actor: Actor, filter: RefundFilter): Promise<RefundPage> {
  assertCan(actor, 'refunds:read');
  const found = refundsWith(actor, filter);
  const [page, groups] = await Promise.all([
    readPage(found, filter),
    db().$queryRaw<Group[]>`
      SELECT r.status, count(*) AS refunds, sum(r.amount)::text AS amount FROM (${found}) r GROUP BY r.status`,
  ]);
  const shown = filter.view ? groups.filter(isIn(filter.view)) : groups;
  const counts = REFUND_VIEWS.map((view) => [view, count(groups.filter(isIn(view)))] as const);
  return {
    ...page,
    total: {
      refunds: count(shown),
      amount: String(shown.reduce((sum, { amount }) => sum + BigInt(amount), 0n)),
    },
    counts: { all: count(groups), ...(Object.fromEntries(counts) as Record<RefundView, number>) },
  };
}

const isIn = (view: RefundView) => (group: Group) =>
  (STATUSES_OF_VIEW[view] as readonly RefundStatus[]).includes(group.status);

function count(groups: readonly Group[]): number {
  return groups.reduce((sum, { refunds }) => sum + Number(refunds), 0);
}

/** The rows that the filter finds whatever tab is open. SENDING that was left behind reads as UNKNOWN here too. */
function refundsWith(actor: Actor, filter: RefundFilter): Sql {
  const leftBehindBefore = new Date(Date.now() - leftBehindMs());
  return Prisma.sql`
    SELECT r.id, r."mchRefundOrderId" AS "refundId", coalesce(o."mchOrderId", o."transactionId") AS "orderId",
      o."customerName", o."channelCode", r.amount, r."createdAt",
      CASE WHEN r.status = 'SENDING' AND coalesce(r."sentAt", r."createdAt") < ${leftBehindBefore}
        THEN 'UNKNOWN' ELSE r.status::text END AS status
    FROM "Refund" r
    LEFT JOIN "Order" o ON o."merchantId" = r."merchantId" AND o.id = r."orderId"
    WHERE ${Prisma.join([Prisma.sql`r."merchantId" = ${actor.merchantId}::uuid`, ...conditions(filter)], ' AND ')}`;
}

function conditions({ origin, q, from, to }: RefundFilter): Sql[] {
  const { gte, lt } = timeRange(from, to) ?? {};
  return [
    ...(gte ? [Prisma.sql`r."createdAt" >= ${gte}`] : []),
    ...(lt ? [Prisma.sql`r."createdAt" < ${lt}`] : []),
    ...(origin === 'here' ? [Prisma.sql`r.origin = 'KAHA'`] : []),
    ...(origin === 'elsewhere' ? [Prisma.sql`r.origin <> 'KAHA'`] : []),
    ...(q === undefined ? [] : [matching(q)]),
  ];
}

/** Ids, customer and amount; a typed % or _ means itself. */
function matching(typed: string): Sql {
  const pattern = `%${typed.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  const amount = parsePesos(typed);
  return Prisma.sql`(r."mchRefundOrderId" ILIKE ${pattern} OR r."refundTransactionId" ILIKE ${pattern}
    OR r."originalTransactionId" ILIKE ${pattern} OR o."mchOrderId" ILIKE ${pattern}
    OR o."customerName" ILIKE ${pattern}${amount.ok ? Prisma.sql` OR r.amount = ${amount.centavos}` : Prisma.empty})`;
}

/** By creation time and id, so that no row is skipped or shown twice while new ones arrive. */
async function readPage(
  found: Sql,
  filter: RefundFilter,
): Promise<Pick<RefundPage, 'rows' | 'newer' | 'older'>> {
  const backwards = filter.before !== undefined;
  const direction = backwards ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const rows = await db().$queryRaw<Row[]>`
    SELECT * FROM (${found}) r WHERE true${inView(filter)}${beside(filter)}
    ORDER BY r."createdAt" ${direction}, r.id ${direction} LIMIT ${REFUNDS_PER_PAGE + 1}`;
  const page = rows.slice(0, REFUNDS_PER_PAGE);
  const more = rows.length > REFUNDS_PER_PAGE;
  if (backwards) page.reverse();
  const [first, last] = [page.at(0), page.at(-1)];
  const hasNewer = backwards ? more : filter.after !== undefined;
  const hasOlder = backwards || more;
  return {
    rows: page.map(toRow),
    newer: hasNewer && first ? cursorOf(first) : null,
    older: hasOlder && last ? cursorOf(last) : null,
  };
}

function inView({ view }: RefundFilter): Sql {
  return view ? Prisma.sql` AND r.status IN (${Prisma.join([...STATUSES_OF_VIEW[view]])})` : Prisma.empty;
}

function beside({ after, before }: RefundFilter): Sql {
  const [at, id] = (before ?? after ?? '').split('_');
  if (!at || !id) return Prisma.empty;
  const sign = before === undefined ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql` AND (r."createdAt", r.id) ${sign} (${new Date(at)}, ${id}::uuid)`;
}

function cursorOf({ createdAt, id }: Row): string {
  return `${createdAt.toISOString()}_${id}`;
}

function toRow({ amount, createdAt, ...row }: Row): RefundRow {
  return { ...row, amount: String(amount), createdAt: createdAt.toISOString() };
}
