import 'server-only';

import { writeAudit } from '../audit/write-audit';
import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { Order, Prisma } from '../db/generated/client';
import { AppError } from '../errors';
import type { Message } from '../i18n/message';
import { writeTimeline } from '../timeline/write-timeline';
import { linkRefunds } from './link-refunds';
import { decideOrder, type OrderNews } from './order-decision';
import { lockOrder } from './lock-order';
import { raiseOnOrder } from './raise-on-order';
import { isFinal, type OrderStatus } from './status';

export type OrderSettlement =
  | Readonly<{ kind: 'settled' | 'unchanged'; orderId: string }>
  | Readonly<{ kind: 'held' | 'contradiction'; orderId: string; reason: Message }>;

/**
 * The one function that changes an order: action, callback, poll and statement all end here. A final state
 * never changes; what contradicts it, and what names another amount, channel or transaction, is kept on the
 * timeline and raised, not applied. Details that were not known yet are filled in, never overwritten.
 */
export async function settleOrder(
  tx: Tx,
  by: Author,
  orderId: string,
  news: OrderNews,
): Promise<OrderSettlement> {
  const order = await lockOrder(tx, by.merchantId, orderId);
  if (!order) throw new AppError('not-found');

  const decision = (await transactionElsewhere(tx, order, news)) ?? decideOrder(order, news);
  if (decision.kind === 'held' || decision.kind === 'contradiction') {
    await raiseOnOrder(tx, by, order.id, { event: decision.event, reason: decision.reason, news });
    return { kind: decision.kind, orderId, reason: decision.reason };
  }
  if (decision.kind === 'change') await change(tx, by, order, decision.to, news);
  else await confirm(tx, order, news);
  if (order.transactionId === null && news.transactionId) {
    await linkRefunds(tx, { ...order, transactionId: news.transactionId });
  }
  return { kind: decision.kind === 'change' ? 'settled' : 'unchanged', orderId };
}

async function change(tx: Tx, by: Author, order: Order, to: OrderStatus, news: OrderNews): Promise<void> {
  const over = isFinal(to);
  await update(tx, order, {
    ...missingFacts(order, news),
    ...(to === 'COMPLETE' || to === 'FAILED' ? { completedAt: news.completedAt ?? news.at } : {}),
    ...(to === 'FAILED' && {
      failedCode: news.failedCode ?? null,
      failedMessage: news.failedMessage ?? null,
    }),
    ...(news.refusedCode !== undefined && { refusedCode: news.refusedCode }),
    ...(order.origin === 'KAHA' && news.createdAt && { createdAt: news.createdAt }),
    // Another state is asked about at other pauses, from the first one on.
    ...(over ? { nextCheckAt: null } : { checkCount: 0 }),
    status: to,
  });
  await writeTimeline(
    tx,
    order.merchantId,
    { orderId: order.id },
    {
      at: news.status === 'COMPLETE' || news.status === 'FAILED' ? (news.completedAt ?? news.at) : news.at,
      source: news.source,
      kind: KIND[to],
      detail: { ...news.detail, ...codeOf(news) },
    },
  );
  await writeAudit(tx, by, {
    action: 'order.settled',
    subjectType: 'order',
    subjectId: order.id,
    detail: { from: order.status, to, source: news.source, code: news.failedCode ?? null },
  });
}

/** The same thing said again: its first telling by each source is told, and what was missing is filled in. */
async function confirm(tx: Tx, order: Order, news: OrderNews): Promise<void> {
  const facts = missingFacts(order, news);
  if (Object.keys(facts).length > 0) await update(tx, order, facts);
  if (news.status !== order.status || news.source === 'ANSWER') return;
  const { merchantId, id: orderId } = order;
  const kind = KIND[order.status];
  const told = await tx.timelineEvent.findFirst({
    where: { merchantId, orderId, source: news.source, kind: { in: [kind, `${kind}Too`] } },
    select: { id: true },
  });
  if (told) return;
  await writeTimeline(
    tx,
    merchantId,
    { orderId },
    {
      at: news.at,
      source: news.source,
      // A payment that is still open is no confirmation of anything yet.
      kind: isFinal(order.status) ? `${kind}Too` : kind,
      detail: { ...news.detail },
    },
  );
}

const KIND = {
  SENDING: 'sending',
  PENDING: 'pending',
  UNKNOWN: 'unknown',
  REFUSED: 'refused',
  COMPLETE: 'complete',
  FAILED: 'failed',
  CLOSED: 'closed',
} as const satisfies Record<OrderStatus, string>;

const FACTS = [
  'transactionId',
  'channelCode',
  'fee',
  'customerName',
  'email',
  'mobile',
  'remark',
  'payUrl',
  'expiresAt',
] as const;

function missingFacts(order: Order, news: OrderNews): Prisma.OrderUpdateManyMutationInput {
  const facts: Record<string, unknown> = {};
  for (const name of FACTS) {
    const told = news[name];
    if (order[name] === null && told !== null && told !== undefined && told !== '') facts[name] = told;
  }
  // A remark or an order id that the shop gave belongs to the payment too.
  if (order.mchOrderId === null && news.mchOrderId) facts['mchOrderId'] = news.mchOrderId;
  return facts;
}

function codeOf(news: OrderNews): Readonly<Record<string, string | number>> {
  if (news.failedCode) return { code: news.failedCode };
  return news.refusedCode ? { code: news.refusedCode } : {};
}

async function update(tx: Tx, order: Order, data: Prisma.OrderUpdateManyMutationInput): Promise<void> {
  const { count } = await tx.order.updateMany({
    where: { merchantId: order.merchantId, id: order.id, status: order.status },
    data,
  });
  // The row is locked since it was read; any other count means that somebody changes orders past this function.
  if (count !== 1) throw new Error(`order ${order.id} changed under its lock`);
}

/** A transaction belongs to one order; news that would give it to a second one is held. */
async function transactionElsewhere(tx: Tx, order: Order, news: OrderNews) {
  if (!news.transactionId || order.transactionId !== null) return null;
  const other = await tx.order.findUnique({
    where: {
      merchantId_gatewayAppId_transactionId: {
        merchantId: order.merchantId,
        gatewayAppId: order.gatewayAppId,
        transactionId: news.transactionId,
      },
    },
    select: { id: true },
  });
  if (!other) return null;
  return {
    kind: 'held',
    event: 'transactionElsewhere',
    reason: { key: 'orders.raised.transactionElsewhere', values: { told: news.transactionId } },
  } as const;
}
