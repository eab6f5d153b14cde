import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { timeRange } from '../collect/time-range';
import { db } from '../db/client';
import type { Order, Prisma } from '../db/generated/client';
import { parsePesos } from '../money/money';
import type { OrderStatus } from '../orders/status';
import type {
  ShopContact,
  WebPaymentFilter,
  WebPaymentLink,
  WebPaymentPage,
  WebPaymentRow,
  WebPaymentView,
} from './schema';

const PAGE_SIZE = 50;
const CONTACT_REMEMBERED_MS = 90 * 86_400_000;

const STATUSES_OF = {
  open: ['SENDING', 'PENDING'],
  unknown: ['UNKNOWN'],
  complete: ['COMPLETE'],
  failed: ['REFUSED', 'FAILED'],
  closed: ['CLOSED'],
} as const satisfies Record<WebPaymentView, readonly OrderStatus[]>;

/** The merchant's web payments, newest first, one page at a time, with exact totals of the whole filter. */
export async function listWebPayments(actor: Actor, filter: WebPaymentFilter): Promise<WebPaymentPage> {
  assertCan(actor, 'orders:read');
  const everyView = whereOf(actor, filter);
  const where = filter.view ? { ...everyView, status: { in: [...STATUSES_OF[filter.view]] } } : everyView;

  const [{ rows, newer, older }, total, byStatus] = await Promise.all([
    readPage(actor.merchantId, where, filter),
    db().order.aggregate({ where, _count: { _all: true }, _sum: { amount: true } }),
    db().order.groupBy({ by: ['status'], where: everyView, _count: { _all: true } }),
  ]);
  const count = (view: WebPaymentView) =>
    byStatus.reduce(
      (sum, group) =>
        sum + ((STATUSES_OF[view] as readonly string[]).includes(group.status) ? group._count._all : 0),
      0,
    );
  return {
    rows: rows.map(toRow),
    newer,
    older,
    total: { payments: total._count._all, centavos: (total._sum.amount ?? 0n).toString() },
    counts: {
      all: byStatus.reduce((sum, group) => sum + group._count._all, 0),
      open: count('open'),
      unknown: count('unknown'),
      complete: count('complete'),
      failed: count('failed'),
      closed: count('closed'),
    },
  };
}

/** One web payment with its link; null for another merchant's, exactly as for one that never was. */
export async function findWebPayment(actor: Actor, orderId: string): Promise<WebPaymentLink | null> {
  const order = await findOrder(actor, orderId);
  if (!order) return null;
  return {
    ...toRow(order),
    remark: order.remark,
    payUrl: order.status === 'PENDING' ? order.payUrl : null,
    completedAt: order.completedAt?.toISOString() ?? null,
    refusedCode: order.refusedCode,
    failedCode: order.failedCode,
  };
}

/** The link to draw as a QR code, or null where there is none that can be paid. */
export async function findPayUrl(
  actor: Actor,
  orderId: string,
): Promise<Readonly<{ payUrl: string; mchOrderId: string }> | null> {
  const order = await findOrder(actor, orderId);
  if (order?.status !== 'PENDING' || order.payUrl === null) return null;
  return { payUrl: order.payUrl, mchOrderId: order.mchOrderId ?? order.id };
}

/**
 * What to offer as the shop's own e-mail and mobile: the address of the person who asks, and the mobile that was
 * given with it the last time.
 */
export async function findShopContact(actor: Actor): Promise<ShopContact> {
  const person = await db().person.findUnique({ where: { id: actor.userId }, select: { email: true } });
  if (!person) return { email: '', mobile: '' };
  const last = await db().order.findFirst({
    where: {
      merchantId: actor.merchantId,
      product: 'WEB_PAYMENT',
      email: person.email,
      createdById: actor.userId,
      createdAt: { gte: new Date(Date.now() - CONTACT_REMEMBERED_MS) },
    },
    orderBy: { createdAt: 'desc' },
    select: { mobile: true },
  });
  return { email: person.email, mobile: last?.mobile ?? '' };
}

async function findOrder({ merchantId, ...actor }: Actor, orderId: string): Promise<Order | null> {
  assertCan({ merchantId, ...actor }, 'orders:read');
  return db().order.findUnique({
    where: { merchantId_id: { merchantId, id: orderId }, product: 'WEB_PAYMENT' },
  });
}

function toRow(order: Order): WebPaymentRow {
  return {
    id: order.id,
    mchOrderId: order.mchOrderId,
    channelCode: order.channelCode,
    customerName: order.customerName,
    amount: order.amount.toString(),
    status: order.status,
    createdAt: order.createdAt.toISOString(),
    expiresAt: order.expiresAt?.toISOString() ?? null,
  };
}

async function readPage(
  merchantId: string,
  where: Prisma.OrderWhereInput,
  { after, before }: WebPaymentFilter,
) {
  const at = before ?? after;
  const found = await db().order.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: before ? -(PAGE_SIZE + 1) : PAGE_SIZE + 1,
    ...(at !== undefined && { cursor: { merchantId_id: { merchantId, id: at } }, skip: 1 }),
  });
  const isMore = found.length > PAGE_SIZE;
  const rows = before ? found.slice(isMore ? 1 : 0) : found.slice(0, PAGE_SIZE);
  const hasNewer = before ? isMore : at !== undefined;
  const hasOlder = before ? true : isMore;
  return {
    rows,
    newer: hasNewer ? (rows[0]?.id ?? null) : null,
    older: hasOlder ? (rows.at(-1)?.id ?? null) : null,
  };
}

function whereOf({ merchantId }: Actor, filter: WebPaymentFilter): Prisma.OrderWhereInput {
  const where: Prisma.OrderWhereInput = { merchantId, product: 'WEB_PAYMENT' };
  if (filter.channel) where.channelCode = filter.channel;
  const createdAt = timeRange(filter.from, filter.to);
  if (createdAt) where.createdAt = createdAt;
  if (filter.q) where.OR = matching(filter.q);
  return where;
}

function matching(q: string): Prisma.OrderWhereInput[] {
  const amount = parsePesos(q);
  const id = q.toUpperCase();
  return [
    { mchOrderId: { startsWith: id } },
    { transactionId: { startsWith: id } },
    { customerName: { contains: q, mode: 'insensitive' } },
    { remark: { contains: q, mode: 'insensitive' } },
    ...(amount.ok ? [{ amount: amount.centavos }] : []),
  ];
}
