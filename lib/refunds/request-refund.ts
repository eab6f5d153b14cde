import 'server-only';

import { gatewayOf } from '../apps/gateway-of';
import { writeAudit } from '../audit/write-audit';
import { type Actor, assertCan } from '../auth/actor';
import { db, type Tx } from '../db/client';
import type { Order, Refund } from '../db/generated/client';
import { Prisma } from '../db/generated/client';
import { AppError } from '../errors';
import { makeGatewayId } from '../ids/gateway-id';
import { enqueue } from '../jobs/queue';
import { lockOrder } from '../orders/lock-order';
import { writeTimeline } from '../timeline/write-timeline';
import { nextStep } from './check-times';
import { amountStop, type RefundStop } from './refund-answer';
import { answerFor, listReturns } from './refund-facts';
import type { RequestRefundInput } from './schema';
import { sendReadyRefund } from './send-refund';
import type { RefundStatus } from './status';

export type RequestedRefund = Readonly<{
  refundId: string;
  status: RefundStatus;
  /** True where this press found the refund of an earlier one: nothing new was sent. */
  repeated: boolean;
}>;

/**
 * Writes the intent, asks PayCools once, writes the answer: three steps, because no transaction may stay open
 * across the network. Whatever comes after the intent, the refund's own state tells what is known of it.
 */
export async function requestRefund(actor: Actor, input: RequestRefundInput): Promise<RequestedRefund> {
  assertCan(actor, 'refunds:request');
  const order = await db().order.findUnique({
    where: { merchantId_id: { merchantId: actor.merchantId, id: input.orderId } },
    select: { gatewayAppId: true },
  });
  if (!order) throw new AppError('not-found');
  // An app that cannot be called is found out before anything is written.
  await gatewayOf(actor.merchantId, order.gatewayAppId);

  const intent = await recordIntentOnce(actor, input);
  if (!intent.repeated) await sendAtOnce(actor, intent.refund);
  const { status } = await db().refund.findUniqueOrThrow({
    where: { merchantId_id: { merchantId: actor.merchantId, id: intent.refund.id } },
    select: { status: true },
  });
  return { refundId: intent.refund.id, status, repeated: intent.repeated };
}

type Intent = Readonly<{ refund: Refund; repeated: boolean }>;

/** The second of two presses that come in the same instant finds the refund of the first. */
async function recordIntentOnce(actor: Actor, input: RequestRefundInput): Promise<Intent> {
  const record = () => db().$transaction((tx) => recordIntent(tx, actor, input));
  try {
    return await record();
  } catch (error) {
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
    if (!isTaken) throw error;
    return record();
  }
}

async function recordIntent(tx: Tx, actor: Actor, input: RequestRefundInput): Promise<Intent> {
  // Refunds of one order queue up here, so that each sees what the one before it reserved.
  const order = await lockOrder(tx, actor.merchantId, input.orderId);
  if (!order) throw new AppError('not-found');
  const earlier = await tx.refund.findUnique({
    where: { merchantId_requestKey: { merchantId: actor.merchantId, requestKey: input.requestKey } },
  });
  if (earlier) return { refund: sameRefund(earlier, input), repeated: true };

  const now = new Date();
  const answer = answerFor(order, await listReturns(tx, order, now), now);
  const stop = answer.can ? amountStop(answer, input.amount) : answer;
  if (stop) throw refusal(stop);
  return { refund: await writeIntent(tx, actor, order, input, now), repeated: false };
}

/** A key names one refund for ever; with another order or amount it would hide what was really asked for. */
function sameRefund(earlier: Refund, input: RequestRefundInput): Refund {
  if (earlier.orderId === input.orderId && earlier.amount === input.amount) return earlier;
  throw new AppError('conflict', 'refunds.form.keyUsed', {
    values: { amountCentavos: String(earlier.amount) },
  });
}

function refusal({ rule, key, values }: RefundStop): AppError {
  const aboutAmount = rule === 1506 || rule === 1511 || rule === 1512 || rule === 1513;
  return new AppError('refused', key, {
    values,
    ...(aboutAmount && { fields: { amount: [{ key, values }] } }),
  });
}

async function writeIntent(
  tx: Tx,
  actor: Actor,
  order: Order,
  { amount, reason, note, requestKey }: RequestRefundInput,
  now: Date,
): Promise<Refund> {
  // For the case that this process dies before it sends; whoever comes first sends, the other finds it done.
  const step = nextStep('READY', 0);
  const refund = await tx.refund.create({
    data: {
      merchantId: actor.merchantId,
      gatewayAppId: order.gatewayAppId,
      origin: 'KAHA',
      orderId: order.id,
      originalTransactionId: order.transactionId ?? '',
      mchRefundOrderId: makeGatewayId('RF', now),
      amount,
      currency: order.currency,
      reason,
      note,
      status: 'READY',
      requestKey,
      requestedById: actor.userId,
      createdAt: now,
      nextCheckAt: step && new Date(now.getTime() + step.afterMs),
    },
  });
  const ids = { merchantId: refund.merchantId, refundId: refund.id };
  if (step) await enqueue(tx, step.job, ids, { afterMs: step.afterMs });
  await writeTimeline(
    tx,
    actor.merchantId,
    { refundId: refund.id, orderId: order.id },
    {
      at: now,
      source: 'PERSON',
      kind: 'requested',
      detail: { amountCentavos: String(amount) },
      actorId: actor.userId,
    },
  );
  await writeAudit(tx, actor, {
    action: 'refund.requested',
    subjectType: 'refund',
    subjectId: refund.id,
    detail: { orderId: order.id, amount: String(amount), reason },
  });
  return refund;
}

/** The intent is committed: from here on a fault may not read as "nothing happened". */
async function sendAtOnce(actor: Actor, refund: Refund): Promise<void> {
  try {
    await sendReadyRefund(actor, refund.id);
  } catch (error) {
    console.error(error);
  }
}
