import 'server-only';

import type { Actor } from '../auth/actor';
import { addDays, parseManilaDay, startOfDay } from '../dates/manila-day';
import { Prisma } from '../db/generated/client';
import { parsePesos } from '../money/money';
import { type OrderFilter, STATUSES_OF_VIEW } from './schema';

type Sql = Prisma.Sql;

/** What the list shows, whatever tab is open: the merchant's own orders, narrowed by everything but the tab. */
export function matching(actor: Actor, filter: OrderFilter): Sql {
  const conditions: Sql[] = [Prisma.sql`o."merchantId" = ${actor.merchantId}::uuid`];
  if (filter.app) conditions.push(Prisma.sql`o."gatewayAppId" = ${filter.app}`);
  if (filter.channel?.length)
    conditions.push(Prisma.sql`o."channelCode" IN (${Prisma.join([...filter.channel])})`);
  if (filter.product?.length)
    conditions.push(
      Prisma.sql`o.product IN (${Prisma.join(filter.product.map((name) => Prisma.sql`${name}::"Product"`))})`,
    );
  conditions.push(...amounts(filter), ...days(filter));
  if (filter.q) conditions.push(text(filter.q));
  return Prisma.join(conditions, ' AND ');
}

/** The tab, as a further condition. */
export function inView(filter: OrderFilter): Sql {
  if (!filter.view) return Prisma.empty;
  const statuses = STATUSES_OF_VIEW[filter.view].map((status) => Prisma.sql`${status}::"OrderStatus"`);
  return Prisma.sql` AND o.status IN (${Prisma.join(statuses)})`;
}

function amounts({ min, max }: OrderFilter): Sql[] {
  const [from, to] = [min, max].map((typed) => (typed === undefined ? null : parsePesos(typed)));
  return [
    ...(from?.ok ? [Prisma.sql`o.amount >= ${from.centavos}`] : []),
    ...(to?.ok ? [Prisma.sql`o.amount <= ${to.centavos}`] : []),
  ];
}

function days({ from, to, basis }: OrderFilter): Sql[] {
  const column = basis === 'paid' ? Prisma.sql`o."completedAt"` : Prisma.sql`o."createdAt"`;
  const [first, last] = [from, to].map((typed) => parseManilaDay(typed ?? ''));
  return [
    ...(first ? [Prisma.sql`${column} >= ${startOfDay(first)}`] : []),
    ...(last ? [Prisma.sql`${column} < ${startOfDay(addDays(last, 1))}`] : []),
  ];
}

/** Ids, transaction and customer; a typed % or _ means itself. */
function text(typed: string): Sql {
  const pattern = `%${typed.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  return Prisma.sql`(o."mchOrderId" ILIKE ${pattern} OR o."transactionId" ILIKE ${pattern}
    OR o."customerName" ILIKE ${pattern} OR o.id::text = ${typed.toLowerCase()})`;
}
