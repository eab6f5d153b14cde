import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { db } from '../db/client';
import { Prisma } from '../db/generated/client';
import { inView, matching } from './order-filter-sql';
import {
  ORDER_VIEWS,
  type OrderFilter,
  type OrderPage,
  type OrderRow,
  type OrderView,
  STATUSES_OF_VIEW,
} from './schema';
import type { OrderStatus } from './status';

export const ORDERS_PER_PAGE = 50;

type Row = Omit<OrderRow, 'amount' | 'fee' | 'createdAt'> &
  Readonly<{ amount: bigint; fee: bigint | null; createdAt: Date }>;
type Group = Readonly<{ status: OrderStatus; orders: bigint; amount: string; fee: string }>;

/** The merchant's orders, newest first, one page at a time, with exact totals of everything that the filter finds. */
export async function listOrders(actor: Actor, filter: OrderFilter): Promise<OrderPage> {
  assertCan(actor, 'orders:read');
  const [page, groups] = await Promise.all([readPage(actor, filter), readGroups(actor, filter)]);
  const shown = filter.view ? groups.filter(isIn(filter.view)) : groups;
  return {
    ...page,
    total: {
      orders: count(shown),
      amount: String(shown.reduce((sum, { amount }) => sum + BigInt(amount), 0n)),
      fee: String(shown.reduce((sum, { fee }) => sum + BigInt(fee), 0n)),
    },
    counts: {
      all: count(groups),
      ...(Object.fromEntries(ORDER_VIEWS.map((view) => [view, count(groups.filter(isIn(view)))])) as Record<
        OrderView,
        number
      >),
    },
  };
}

const isIn = (view: OrderView) => (group: Group) =>
  (STATUSES_OF_VIEW[view] as readonly OrderStatus[]).includes(group.status);

function count(groups: readonly Group[]): number {
  return groups.reduce((sum, { orders }) => sum + Number(orders), 0);
}

function readGroups(actor: Actor, filter: OrderFilter): Promise<Group[]> {
  return db().$queryRaw<Group[]>`
    SELECT o.status::text AS status, count(*) AS orders, sum(o.amount)::text AS amount,
      coalesce(sum(o.fee), 0)::text AS fee
    FROM "Order" o WHERE ${matching(actor, filter)} GROUP BY o.status`;
}

/** By creation time and id, so that no row is skipped or shown twice while new ones arrive. */
async function readPage(
  actor: Actor,
  filter: OrderFilter,
): Promise<Pick<OrderPage, 'rows' | 'newer' | 'older'>> {
  const backwards = filter.before !== undefined;
  const found = await db().$queryRaw<Row[]>`
    SELECT o.id, o."mchOrderId" AS "orderId", o."transactionId", o.product::text AS product, o."channelCode",
      o."customerName", o.amount, o.fee, o.status::text AS status, o."createdAt"
    FROM "Order" o
    WHERE ${matching(actor, filter)}${inView(filter)}${beside(filter)}
    ORDER BY o."createdAt" ${backwards ? Prisma.sql`ASC` : Prisma.sql`DESC`},
      o.id ${backwards ? Prisma.sql`ASC` : Prisma.sql`DESC`}
    LIMIT ${ORDERS_PER_PAGE + 1}`;
  const page = found.slice(0, ORDERS_PER_PAGE);
  const more = found.length > ORDERS_PER_PAGE;
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

function beside({ after, before }: OrderFilter): Prisma.Sql {
  const [at, id] = (before ?? after ?? '').split('_');
  if (!at || !id) return Prisma.empty;
  const sign = before === undefined ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql` AND (o."createdAt", o.id) ${sign} (${new Date(at)}, ${id}::uuid)`;
}

function cursorOf({ createdAt, id }: Row): string {
  return `${createdAt.toISOString()}_${id}`;
}

function toRow({ amount, fee, createdAt, ...row }: Row): OrderRow {
  return {
    ...row,
    amount: amount.toString(),
    fee: fee?.toString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}
