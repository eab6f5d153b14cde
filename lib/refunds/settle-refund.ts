import 'server-only';

import { writeAudit } from '../audit/write-audit';
import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { Prisma, Refund } from '../db/generated/client';
import { AppError } from '../errors';
import type { Message } from '../i18n/message';
import { enqueue } from '../jobs/queue';
import { writeTimeline } from '../timeline/write-timeline';
import { writeTimelineOnce } from '../timeline/write-timeline-once';
import { nextStep } from './check-times';
import { lockRefund } from './lock-refund';
import { raiseOnRefund } from './raise-on-refund';
import { decideRefund, type RefundDecision, type RefundNews } from './refund-decision';
import { isFinal, type RefundStatus } from './status';

export type RefundSettlement =
  | Readonly<{ kind: 'settled' | 'unchanged'; refundId: string; status: RefundStatus }>
  | Readonly<{ kind: 'held' | 'contradiction'; refundId: string; status: RefundStatus; reason: Message }>;

/**
 * The one function that changes a refund: person, answer, callback, poll and job all end here. A final state
 * never changes; what contradicts it, and what names another amount, original or id, is kept on the timeline and
 * raised, not applied. What has to happen next is put in the queue in the same transaction.
 */
export async function settleRefund(
  tx: Tx,
  by: Author,
  refundId: string,
  news: RefundNews,
): Promise<RefundSettlement> {
  const refund = await lockRefund(tx, by.merchantId, refundId);
  if (!refund) throw new AppError('not-found');

  const decision = (await transactionElsewhere(tx, refund, news)) ?? decideRefund(refund, news);
  if (decision.kind === 'change') {
    await change(tx, by, refund, decision.to, news);
    return { kind: 'settled', refundId, status: decision.to };
  }
  if (decision.kind === 'nothing') {
    await confirm(tx, by, refund, news);
    return { kind: 'unchanged', refundId, status: refund.status };
  }
  await raiseOnRefund(tx, by, refund, { event: decision.event, reason: decision.reason, news });
  return { kind: decision.kind, refundId, status: refund.status, reason: decision.reason };
}

async function change(tx: Tx, by: Author, refund: Refund, to: RefundStatus, news: RefundNews): Promise<void> {
  const step = nextStep(to, to === 'READY' && news.code ? refund.sendCount - 1 : 0);
  await update(tx, refund, {
    ...factsOf(refund, news),
    ...fieldsOf(to, refund, news),
    status: to,
    checkCount: 0,
    nextCheckAt: step && new Date(news.at.getTime() + step.afterMs),
  });
  if (step) {
    await enqueue(
      tx,
      step.job,
      { merchantId: refund.merchantId, refundId: refund.id },
      { afterMs: step.afterMs },
    );
  }
  // The first sending follows the request at once: one line tells both.
  if (to !== 'SENDING' || refund.sendCount > 0) {
    await writeTimeline(
      tx,
      refund.merchantId,
      { refundId: refund.id, orderId: refund.orderId },
      {
        at: news.at,
        source: news.source,
        kind: news.kind ?? KIND[to],
        detail: { amountCentavos: String(refund.amount), ...codeOf(news), ...news.detail },
        ...(news.source === 'PERSON' && { actorId: by.userId }),
      },
    );
  }
  await writeAudit(tx, by, {
    action: 'refund.settled',
    subjectType: 'refund',
    subjectId: refund.id,
    detail: { from: refund.status, to, source: news.source, code: codeOf(news).code ?? null },
  });
}

/** The timeline's usual word for having become this. */
const KIND = {
  WAITING_APPROVAL: 'waitsForApproval',
  READY: 'ready',
  SENDING: 'sent',
  IN_PROGRESS: 'accepted',
  UNKNOWN: 'unknown',
  COMPLETE: 'complete',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  REFUSED: 'refused',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
  EXPIRED: 'expired',
} as const satisfies Record<RefundStatus, string>;

/** What a refund knows about being in this state. */
function fieldsOf(to: RefundStatus, refund: Refund, news: RefundNews): Prisma.RefundUncheckedUpdateManyInput {
  const settledDoubt = { unknownSince: null, firstNotFoundAt: null, provedNotTakenAt: null };
  switch (to) {
    case 'SENDING':
      return { ...settledDoubt, sentAt: news.at, sendCount: refund.sendCount + 1 };
    case 'UNKNOWN':
      return { ...settledDoubt, unknownSince: news.at };
    case 'REFUSED':
      return { ...settledDoubt, refusedCode: news.code ?? null };
    case 'FAILED':
    case 'CANCELLED':
      return {
        ...settledDoubt,
        failedCode: news.facts?.failedCode ?? null,
        failedMessage: news.facts?.failedMessage ?? null,
      };
    // The proof that it was not taken stays on the record of a refund that was given up.
    case 'WITHDRAWN':
      return {};
    default:
      return settledDoubt;
  }
}

/** The same said again, or less: told once for each source, and what was missing is filled in. */
async function confirm(tx: Tx, by: Author, refund: Refund, news: RefundNews): Promise<void> {
  if (news.to !== refund.status || !news.facts || !isFinal(refund.status)) return;
  const facts = factsOf(refund, news);
  if (Object.keys(facts).length > 0) {
    await update(tx, refund, facts);
    await writeAudit(tx, by, {
      action: 'refund.settled',
      subjectType: 'refund',
      subjectId: refund.id,
      detail: { from: refund.status, to: refund.status, source: news.source },
    });
  }
  if (news.source === 'ANSWER') return;
  await writeTimelineOnce(
    tx,
    refund.merchantId,
    { refundId: refund.id, orderId: refund.orderId },
    { at: news.at, source: news.source, kind: `${KIND[refund.status]}Too`, detail: { ...news.detail } },
  );
}

/** What PayCools said and was not known yet; nothing known is overwritten. */
function factsOf(refund: Refund, { facts }: RefundNews): Prisma.RefundUncheckedUpdateManyInput {
  if (!facts) return {};
  return {
    ...(refund.refundTransactionId === null && { refundTransactionId: facts.refundTransactionId }),
    ...(facts.feeRefunded !== null && refund.feeRefunded === null && { feeRefunded: facts.feeRefunded }),
    ...(facts.createdAt && !refund.refundCreateTime && { refundCreateTime: facts.createdAt }),
    ...(facts.returnedAt && !refund.refundReturnTime && { refundReturnTime: facts.returnedAt }),
  };
}

function codeOf({ code, facts }: RefundNews): Readonly<{ code?: string }> {
  const said = code ?? facts?.failedCode;
  return said === null || said === undefined ? {} : { code: String(said) };
}

async function update(tx: Tx, refund: Refund, data: Prisma.RefundUncheckedUpdateManyInput): Promise<void> {
  const { count } = await tx.refund.updateMany({
    where: { merchantId: refund.merchantId, id: refund.id, status: refund.status },
    data,
  });
  // The row is locked since it was read; any other count means that somebody changes refunds past this function.
  if (count !== 1) throw new Error(`refund ${refund.id} changed under its lock`);
}

/** PayCools' id belongs to one refund; news that would give it to a second one is held. */
async function transactionElsewhere(
  tx: Tx,
  refund: Refund,
  { facts }: RefundNews,
): Promise<RefundDecision | null> {
  if (!facts || refund.refundTransactionId !== null) return null;
  const { refundTransactionId } = facts;
  const other = await tx.refund.findUnique({
    where: {
      merchantId_gatewayAppId_refundTransactionId: {
        merchantId: refund.merchantId,
        gatewayAppId: refund.gatewayAppId,
        refundTransactionId,
      },
    },
    select: { id: true },
  });
  if (!other) return null;
  return {
    kind: 'held',
    event: 'transactionElsewhere',
    reason: { key: 'refunds.raised.transactionElsewhere', values: { told: refundTransactionId } },
  };
}
