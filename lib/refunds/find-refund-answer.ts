import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { db } from '../db/client';
import { type RefundAnswerData, toAnswerData } from './answer-data';
import { answerFor, listReturns } from './refund-facts';

/** Whether an order can be refunded now, how much, until when, or the one rule that stops it; null where there is no such order. */
export async function findRefundAnswer(actor: Actor, orderId: string): Promise<RefundAnswerData | null> {
  assertCan(actor, 'refunds:read');
  const { merchantId } = actor;
  const order = await db().order.findUnique({ where: { merchantId_id: { merchantId, id: orderId } } });
  if (!order) return null;
  const now = new Date();
  return toAnswerData(answerFor(order, await listReturns(db(), order, now), now));
}
