import 'server-only';

import { gatewayOf } from '../apps/gateway-of';
import { systemAuthor } from '../auth/actor';
import { db, type Tx } from '../db/client';
import type { Order } from '../db/generated/client';
import type { GatewayResult, GatewayWebPayment } from '../gateway';
import { enqueue } from '../jobs/queue';
import { pauseBefore, waitingTimes } from '../jobs/waiting-times';
import { lockOrder } from './lock-order';
import { raiseOnOrder } from './raise-on-order';
import { recordAbsence } from './record-absence';
import { settleOrder } from './settle-order';
import { isFinal } from './status';

const NOT_FOUND = 1008;
const SECTION = '7.2';

/**
 * Job: asks PayCools about a web payment whose end is not known (7.2), at growing pauses, until it is final. The
 * next check is planned in the transaction that begins this one, so a process that dies in between loses nothing.
 */
export async function checkOrder({
  merchantId,
  orderId,
}: Readonly<{ merchantId: string; orderId: string }>): Promise<void> {
  const order = await db().$transaction((tx) => beginCheck(tx, merchantId, orderId));
  if (!order?.intentOrderId) return;

  const gateway = await gatewayOf(merchantId, order.gatewayAppId);
  const answer = await gateway.webPayment.get({ mchOrderId: order.intentOrderId });
  await db().$transaction((tx) => learn(tx, order, answer));
}

/** The order to ask about, or null where there is nothing to ask now. An intent that was left behind becomes UNKNOWN. */
async function beginCheck(tx: Tx, merchantId: string, orderId: string): Promise<Order | null> {
  const order = await lockOrder(tx, merchantId, orderId);
  if (order?.product !== 'WEB_PAYMENT' || isFinal(order.status)) return null;
  const now = Date.now();
  const times = waitingTimes();
  if (order.status === 'SENDING') {
    const leftBehindAt = (order.sentAt ?? order.recordedAt).getTime() + times.sendingLeftBehind;
    if (leftBehindAt > now) {
      await planNext(tx, order, leftBehindAt - now, order.checkCount);
      return null;
    }
    await settleOrder(tx, author(merchantId), orderId, {
      source: 'SYSTEM',
      at: new Date(now),
      status: 'UNKNOWN',
      detail: { why: 'left-behind' },
    });
  }
  const pauses = order.status === 'PENDING' ? times.openOrderChecks : times.unknownChecks;
  if (isInHand(order, pauseBefore(pauses, order.checkCount - 1), now)) return null;
  await planNext(tx, order, pauseBefore(pauses, order.checkCount), order.checkCount + 1);
  return tx.order.findUnique({ where: { merchantId_id: { merchantId, id: orderId } } });
}

/** Clocks differ a little, so a job that comes early is told from a second chain of checks by half of the pause. */
function isInHand(order: Order, pauseMs: number, now: number): boolean {
  return (
    order.checkCount > 0 && order.nextCheckAt !== null && order.nextCheckAt.getTime() - now > pauseMs / 2
  );
}

async function planNext(tx: Tx, order: Order, afterMs: number, checkCount: number): Promise<void> {
  const { merchantId, id } = order;
  await tx.order.updateMany({
    where: { merchantId, id },
    data: { nextCheckAt: new Date(Date.now() + afterMs), checkCount },
  });
  await enqueue(tx, 'order.check', { merchantId, orderId: id }, { afterMs });
}

async function learn(tx: Tx, order: Order, answer: GatewayResult<GatewayWebPayment>): Promise<void> {
  const by = author(order.merchantId);
  const at = new Date();
  if (answer.outcome === 'accepted') {
    await settleOrder(tx, by, order.id, newsOf(answer.data, at));
  } else if (answer.outcome === 'rejected' && answer.code === NOT_FOUND) {
    await notFound(tx, order, at);
  }
  // Anything else says nothing about the payment; the next check is planned already.
}

function newsOf(payment: GatewayWebPayment, at: Date) {
  return {
    source: 'POLL',
    at,
    status: payment.transactionStatus,
    transactionId: payment.transactionId,
    mchOrderId: payment.mchOrderId,
    amount: payment.amount,
    channelCode: payment.channelCode,
    createdAt: payment.createTime,
    completedAt: payment.returnTime,
    failedCode: payment.failedCode,
    failedMessage: payment.failedMessage,
    detail: { section: SECTION },
  } as const;
}

async function notFound(tx: Tx, order: Order, at: Date): Promise<void> {
  const by = author(order.merchantId);
  const current = await lockOrder(tx, order.merchantId, order.id);
  if (current?.status === 'UNKNOWN') {
    await recordAbsence(tx, by, current, at);
  } else if (current?.status === 'PENDING') {
    // PayCools took this payment and now does not know it: nobody can explain that but PayCools.
    await raiseOnOrder(tx, by, order.id, {
      event: 'lostThere',
      reason: { key: 'orders.raised.lostThere' },
      news: { source: 'POLL', at, detail: { section: SECTION, code: NOT_FOUND } },
    });
  }
}

function author(merchantId: string) {
  return systemAuthor('order-check', merchantId);
}
