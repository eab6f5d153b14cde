import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { expectedFee } from '../channels/expected-fee';
import { db } from '../db/client';
import type { Order, Refund } from '../db/generated/client';
import { type RefundAnswerData, toAnswerData } from './answer-data';
import { leftBehindMs } from './check-times';
import { answerFor, listReturns } from './refund-facts';
import { isReserved, readStatus, type RefundStatus } from './status';

/** A refund of the order as the form lists it; centavos as text. */
export type EarlierRefund = Readonly<{ id: string; amount: string; status: RefundStatus; createdAt: string }>;

/** Everything that the refund form of one order shows; centavos as text, times ISO text. */
export type RefundForm = Readonly<{
  order: Readonly<{
    id: string;
    reference: string;
    customerName: string | null;
    channelCode: string | null;
    paid: string;
    paidAt: string;
    /** The charged fee where a statement has said it, else the expected one; null where nobody can say. */
    fee: string | null;
  }>;
  answer: RefundAnswerData;
  refunds: readonly EarlierRefund[];
  /** The refund that this request key has made already: the form is not offered a second time. */
  alreadySent: EarlierRefund | null;
  /** A refund of minutes ago, perhaps by a colleague or with another form. */
  justSent: EarlierRefund | null;
}>;

const JUST_NOW_MS = 15 * 60_000;

/** What the form for refunding an order needs; null where this merchant has no such order. */
export async function findRefundForm(
  actor: Actor,
  orderId: string,
  requestKey: string | null,
): Promise<RefundForm | null> {
  assertCan(actor, 'refunds:read');
  const { merchantId } = actor;
  const order = await db().order.findUnique({
    where: { merchantId_id: { merchantId, id: orderId } },
    include: { refunds: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] } },
  });
  if (!order) return null;
  const now = new Date();
  const byKey = requestKey === null ? undefined : order.refunds.find((one) => one.requestKey === requestKey);
  const recent = order.refunds.find(
    ({ createdAt, status }) =>
      (status === 'COMPLETE' || isReserved(status)) && now.getTime() - createdAt.getTime() < JUST_NOW_MS,
  );
  return {
    order: factsOf(order),
    answer: toAnswerData(answerFor(order, await listReturns(db(), order, now), now)),
    refunds: order.refunds.map((refund) => earlier(refund, now)),
    alreadySent: byKey ? earlier(byKey, now) : null,
    justSent: recent ? earlier(recent, now) : null,
  };
}

function factsOf(order: Order): RefundForm['order'] {
  const fee = order.fee ?? expectedFee(order.channelCode, order.amount);
  return {
    id: order.id,
    reference: order.mchOrderId ?? order.transactionId ?? '',
    customerName: order.customerName,
    channelCode: order.channelCode,
    paid: String(order.amount),
    paidAt: (order.completedAt ?? order.createdAt).toISOString(),
    fee: fee === null ? null : String(fee),
  };
}

function earlier(refund: Refund, now: Date): EarlierRefund {
  return {
    id: refund.id,
    amount: String(refund.amount),
    status: readStatus(refund, now, leftBehindMs()),
    createdAt: refund.createdAt.toISOString(),
  };
}
