import 'server-only';

import { gatewayOf } from '../apps/gateway-of';
import { type Author, systemAuthor } from '../auth/actor';
import { db, type Tx } from '../db/client';
import type { Refund } from '../db/generated/client';
import type { GatewayRefund, GatewayResult } from '../gateway';
import { enqueue, type Jobs } from '../jobs/queue';
import { leftBehindMs, nextStep } from './check-times';
import { lockRefund } from './lock-refund';
import { recordNotFound } from './record-not-found';
import { recordRefundEvidence } from './record-refund-evidence';
import { listedRefund } from './refund-evidence';
import { settleRefund } from './settle-refund';
import { readStatus } from './status';

/** Unknown transaction and unknown original: PayCools has no such refund (8.2). */
const NOT_FOUND = new Set([1008, 1501]);

/**
 * The job: asks PayCools about a refund whose end is not known (8.2), by the original's id, and looks for ours in the
 * list; what else the list holds is recorded too. The next check is planned in the transaction that begins this one,
 * so a process that dies in between loses nothing.
 */
export async function checkRefund({ merchantId, refundId }: Jobs['refund.check']): Promise<void> {
  const by = systemAuthor('refund-check', merchantId);
  const refund = await db().$transaction((tx) => beginCheck(tx, by, refundId));
  if (!refund) return;
  const gateway = await gatewayOf(merchantId, refund.gatewayAppId);
  const askedAt = new Date();
  const answer = await gateway.refund.list({ originalTransactionId: refund.originalTransactionId });
  await db().$transaction((tx) => learn(tx, by, refund, askedAt, answer));
}

/** The refund to ask about, or null where there is nothing to ask now. */
async function beginCheck(tx: Tx, by: Author, refundId: string): Promise<Refund | null> {
  const refund = await lockRefund(tx, by.merchantId, refundId);
  if (!refund) return null;
  const at = new Date();
  if (refund.status === 'SENDING') {
    if (readStatus(refund, at, leftBehindMs()) === 'UNKNOWN') {
      // Settling plans the first question.
      await settleRefund(tx, by, refundId, { to: 'UNKNOWN', source: 'SYSTEM', at, kind: 'leftBehind' });
    }
    return null;
  }
  const step = nextStep(refund.status, refund.checkCount + 1);
  if (step?.job !== 'refund.check' || isInHand(refund, at)) return null;
  await tx.refund.updateMany({
    where: { merchantId: by.merchantId, id: refundId },
    data: { checkCount: refund.checkCount + 1, nextCheckAt: new Date(at.getTime() + step.afterMs) },
  });
  await enqueue(tx, 'refund.check', { merchantId: by.merchantId, refundId }, { afterMs: step.afterMs });
  return refund;
}

/** Clocks differ a little, so a job that comes early is told from a second chain of checks by half of the pause. */
function isInHand({ status, checkCount, nextCheckAt }: Refund, now: Date): boolean {
  const pauseMs = nextStep(status, checkCount)?.afterMs ?? 0;
  return nextCheckAt !== null && nextCheckAt.getTime() - now.getTime() > pauseMs / 2;
}

async function learn(
  tx: Tx,
  by: Author,
  refund: Refund,
  askedAt: Date,
  answer: GatewayResult<readonly GatewayRefund[]>,
): Promise<void> {
  const { merchantId } = by;
  const isAbsent = answer.outcome === 'rejected' && NOT_FOUND.has(answer.code);
  // Anything else says nothing about the refund; the next check is planned already.
  if (answer.outcome !== 'accepted' && !isAbsent) return;

  const listed = answer.outcome === 'accepted' ? answer.data : [];
  if (listed.length > 0) await recordList(tx, by, refund, listed);
  const current = await lockRefund(tx, merchantId, refund.id);
  if (!current) return;
  await tx.refund.updateMany({ where: { merchantId, id: refund.id }, data: { lastCheckedAt: new Date() } });
  const isListed = listed.some(({ mchRefundOrderId }) => mchRefundOrderId === refund.mchRefundOrderId);
  // Sent again meanwhile: an answer to a question from before says nothing about that.
  if (!isListed && current.sendCount === refund.sendCount) await recordNotFound(tx, by, current, askedAt);
}

async function recordList(
  tx: Tx,
  by: Author,
  { merchantId, gatewayAppId, originalTransactionId }: Refund,
  listed: readonly GatewayRefund[],
): Promise<void> {
  const app = await tx.gatewayApp.findUniqueOrThrow({
    where: { merchantId_appId: { merchantId, appId: gatewayAppId } },
    select: { appId: true, othersSendMoney: true },
  });
  const at = new Date();
  for (const one of listed) {
    await recordRefundEvidence(tx, by, app, listedRefund(one, originalTransactionId, at));
  }
}
