import 'server-only';

import { gatewayOf } from '../apps/gateway-of';
import { type Author, systemAuthor } from '../auth/actor';
import { db, type Tx } from '../db/client';
import type { Refund } from '../db/generated/client';
import { callbackAddress } from '../collect/own-addresses';
import type { CreatedRefund, GatewayResult } from '../gateway';
import type { Jobs } from '../jobs/queue';
import { lockOrder } from '../orders/lock-order';
import { lockRefund } from './lock-refund';
import { amountStop, type RefundStop } from './refund-answer';
import { answerFor, listReturns } from './refund-facts';
import type { RefundNews } from './refund-decision';
import { settleRefund } from './settle-refund';
import { statusFor } from './refund-status-for';

const CLOCKS_DIFFER_MS = 1_000;

/** The job: sends a refund that waits to be sent, unless another process has done so or its pause is not over. */
export async function sendRefund({ merchantId, refundId }: Jobs['refund.send']): Promise<void> {
  const refund = await db().refund.findUnique({ where: { merchantId_id: { merchantId, id: refundId } } });
  const pauseMs = (refund?.nextCheckAt?.getTime() ?? 0) - Date.now();
  // A later job stands for the end of a longer pause.
  if (pauseMs > CLOCKS_DIFFER_MS) return;
  await sendReadyRefund(systemAuthor('refund-sender', merchantId), refundId);
}

/**
 * Sends a READY refund once (8.1) and settles its answer. Only the caller that turns it to SENDING calls PayCools,
 * whoever else tries at the same moment; no answer makes it call again.
 */
export async function sendReadyRefund(by: Author, refundId: string): Promise<void> {
  const { merchantId } = by;
  const ready = await db().refund.findFirst({ where: { merchantId, id: refundId, status: 'READY' } });
  if (!ready) return;
  const gateway = await gatewayOf(merchantId, ready.gatewayAppId);
  const refund = await db().$transaction((tx) => claim(tx, by, refundId));
  if (!refund) return;

  const result = await gateway.refund.create(
    {
      mchRefundOrderId: refund.mchRefundOrderId,
      originalTransactionId: refund.originalTransactionId,
      refundAmount: refund.amount,
      refundReason: refund.reason,
      refundCallbackUrl: callbackAddress(refund.gatewayAppId),
    },
    // A refusal of ids that were sent before may be the echo of their first sending.
    { idsAreOurs: true, secondSending: refund.sendCount > 1 },
  );
  await db().$transaction((tx) => settleAnswer(tx, by, refund, result));
}

/** Turns READY to SENDING, committed before the call; null where another did, or where the rules no longer hold. */
async function claim(tx: Tx, by: Author, refundId: string): Promise<Refund | null> {
  const refund = await lockRefund(tx, by.merchantId, refundId);
  if (refund?.status !== 'READY') return null;
  const at = new Date();
  const stop = await stillStopped(tx, refund, at);
  if (stop) {
    const detail = { rule: stop.rule, ...stop.values };
    await settleRefund(tx, by, refundId, { to: 'EXPIRED', source: 'SYSTEM', at, detail });
    return null;
  }
  await settleRefund(tx, by, refundId, { to: 'SENDING', source: 'SYSTEM', at });
  return tx.refund.findUniqueOrThrow({
    where: { merchantId_id: { merchantId: by.merchantId, id: refundId } },
  });
}

/** The check of the request, repeated: time and other refunds may have passed it by. Its own amount is not counted twice. */
async function stillStopped(tx: Tx, refund: Refund, now: Date): Promise<RefundStop | null> {
  const order = refund.orderId === null ? null : await lockOrder(tx, refund.merchantId, refund.orderId);
  if (!order) throw new Error(`refund ${refund.id} has no order to be sent for`);
  const others = (await listReturns(tx, order, now))
    .filter(({ id }) => id !== refund.id)
    // This one was there before the other became unknown; that one's amount is reserved all the same.
    .map((one) => (one.status === 'UNKNOWN' ? { ...one, status: 'IN_PROGRESS' as const } : one));
  const answer = answerFor(order, others, now);
  return answer.can ? amountStop(answer, refund.amount) : answer;
}

async function settleAnswer(
  tx: Tx,
  by: Author,
  refund: Refund,
  result: GatewayResult<CreatedRefund>,
): Promise<void> {
  const settled = await settleRefund(tx, by, refund.id, newsOf(result));
  if (settled.kind !== 'held') return;
  // Taken, but not as it was asked for: what became of ours is not known.
  await settleRefund(tx, by, refund.id, {
    to: 'UNKNOWN',
    source: 'ANSWER',
    at: new Date(),
    detail: { section: '8.1', why: 'mismatch' },
  });
}

/** Words that a message can choose by. */
const WHY = {
  'no-answer': 'noAnswer',
  unreadable: 'unreadable',
  'server-error': 'serverError',
  'unlisted-code': 'unlistedCode',
  code: 'code',
} as const satisfies Record<Extract<GatewayResult<unknown>, { outcome: 'unknown' }>['why'], string>;

function newsOf(result: GatewayResult<CreatedRefund>): RefundNews {
  const section = { section: '8.1' } as const;
  const about = { source: 'ANSWER', at: new Date(), detail: section } as const;
  switch (result.outcome) {
    case 'accepted': {
      const { data } = result;
      const facts = {
        mchRefundOrderId: data.mchRefundOrderId,
        refundTransactionId: data.refundTransactionId,
        originalTransactionId: null,
        amount: data.refundAmount,
        feeRefunded: null,
        createdAt: data.refundCreateTime,
        returnedAt: null,
        failedCode: null,
        failedMessage: null,
      };
      return {
        ...about,
        to: statusFor(data.refundStatus),
        facts,
        detail: { ...section, told: data.refundTransactionId },
      };
    }
    case 'rejected':
      return result.maySendAgain
        ? { ...about, to: 'READY', code: result.code, kind: 'busy' }
        : { ...about, to: 'REFUSED', code: result.code };
    case 'refused':
      return { ...about, to: 'REFUSED', code: result.code };
    case 'unknown':
      return { ...about, to: 'UNKNOWN', code: result.code, detail: { ...section, why: WHY[result.why] } };
  }
}
