import 'server-only';

import { randomUUID } from 'node:crypto';

import { writeAudit } from '../audit/write-audit';
import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { Message } from '../i18n/message';
import { enqueue } from '../jobs/queue';
import { lockOrder } from '../orders/lock-order';
import { writeTimeline } from '../timeline/write-timeline';
import { nextStep } from './check-times';
import { raiseOnRefund } from './raise-on-refund';
import type { RefundEvidence } from './refund-evidence';
import { statusFor } from './refund-status-for';
import { settleRefund } from './settle-refund';

/** The app that the evidence came through, and whether somebody else may send money with it. */
export type RefundApp = Readonly<{ appId: string; othersSendMoney: boolean }>;

export type RefundRecord =
  | Readonly<{ kind: 'settled' | 'unchanged' | 'created'; refundId: string; orderId?: string }>
  | Readonly<{
      kind: 'held' | 'raised' | 'contradiction';
      reason: Message;
      refundId?: string;
      orderId?: string;
    }>;

const ORIGIN = { CALLBACK: 'CALLBACK', POLL: 'QUERY' } as const;

/**
 * Finds the refund that evidence speaks of, by PayCools' id and then by ours, and ends in `settleRefund`. One that
 * nobody asked for here is created, because the remainder and the day's proof need it, and raised as missing here
 * unless the app's `othersSendMoney` is on.
 */
export async function recordRefundEvidence(
  tx: Tx,
  by: Author,
  app: RefundApp,
  evidence: RefundEvidence,
): Promise<RefundRecord> {
  const values = {
    amountCentavos: String(evidence.amount),
    refundTransactionId: evidence.refundTransactionId,
  };
  if (evidence.amount <= 0n) return { kind: 'held', reason: { key: 'refunds.raised.noAmount', values } };

  const known = await findKnown(tx, by, app, evidence);
  if (known) {
    const { at, source, detail } = evidence;
    const news = { to: statusFor(evidence.status), source, at, facts: evidence, detail };
    return { ...(await settleRefund(tx, by, known.id, news)), ...linkOf(known.orderId) };
  }
  const elsewhere = await heldElsewhere(tx, by, app, evidence);
  return elsewhere ?? importRefund(tx, by, app, evidence);
}

async function findKnown(tx: Tx, by: Author, app: RefundApp, evidence: RefundEvidence) {
  const place = { merchantId: by.merchantId, gatewayAppId: app.appId };
  const { refundTransactionId, mchRefundOrderId } = evidence;
  const select = { id: true, orderId: true } as const;
  return (
    (await tx.refund.findUnique({
      where: { merchantId_gatewayAppId_refundTransactionId: { ...place, refundTransactionId } },
      select,
    })) ??
    (await tx.refund.findUnique({
      where: { merchantId_gatewayAppId_mchRefundOrderId: { ...place, mchRefundOrderId } },
      select,
    }))
  );
}

/** The same refund under another app of this merchant: two apps cannot both have made it. */
async function heldElsewhere(
  tx: Tx,
  by: Author,
  app: RefundApp,
  evidence: RefundEvidence,
): Promise<RefundRecord | null> {
  const other = await tx.refund.findFirst({
    where: {
      merchantId: by.merchantId,
      gatewayAppId: { not: app.appId },
      OR: [
        { refundTransactionId: evidence.refundTransactionId },
        { mchRefundOrderId: evidence.mchRefundOrderId },
      ],
    },
    select: { id: true, orderId: true, gatewayAppId: true },
  });
  if (!other) return null;
  const reason = { key: 'refunds.raised.otherApp', values: { known: other.gatewayAppId, told: app.appId } };
  await raiseOnRefund(tx, by, other, { event: 'otherApp', reason, news: evidence });
  return { kind: 'held', reason, refundId: other.id, ...linkOf(other.orderId) };
}

async function importRefund(
  tx: Tx,
  by: Author,
  app: RefundApp,
  evidence: RefundEvidence,
): Promise<RefundRecord> {
  const { merchantId } = by;
  const orderId = await lockOriginal(tx, by, app, evidence);
  const refundId = randomUUID();
  const step = nextStep('IN_PROGRESS', 0);
  const { count } = await tx.refund.createMany({
    data: [
      {
        merchantId,
        id: refundId,
        gatewayAppId: app.appId,
        origin: ORIGIN[evidence.source],
        orderId,
        originalTransactionId: evidence.originalTransactionId,
        mchRefundOrderId: evidence.mchRefundOrderId,
        refundTransactionId: evidence.refundTransactionId,
        amount: evidence.amount,
        reason: evidence.reason,
        status: 'IN_PROGRESS',
        createdAt: evidence.createdAt ?? evidence.at,
        refundCreateTime: evidence.createdAt,
        nextCheckAt: step && new Date(Date.now() + step.afterMs),
      },
    ],
    skipDuplicates: true,
  });
  // Somebody else created it first and has committed: theirs is the row, and this is one more voice on it.
  if (count === 0) return recordRefundEvidence(tx, by, app, evidence);

  if (step) await enqueue(tx, step.job, { merchantId, refundId }, { afterMs: step.afterMs });
  const values = {
    amountCentavos: String(evidence.amount),
    refundTransactionId: evidence.refundTransactionId,
  };
  const { at, source, detail } = evidence;
  await writeTimeline(
    tx,
    merchantId,
    { refundId, orderId },
    { at, source, kind: 'imported', detail: { ...detail, ...values } },
  );
  await writeAudit(tx, by, {
    action: 'refund.imported',
    subjectType: 'refund',
    subjectId: refundId,
    detail: { origin: ORIGIN[source], amount: String(evidence.amount) },
  });
  await settleRefund(tx, by, refundId, {
    to: statusFor(evidence.status),
    source,
    at,
    facts: evidence,
    detail,
  });
  if (app.othersSendMoney) return { kind: 'created', refundId, ...linkOf(orderId) };
  const reason = { key: 'refunds.raised.missingHere', values };
  await raiseOnRefund(tx, by, { id: refundId, orderId }, { event: 'missingHere', reason, news: evidence });
  return { kind: 'raised', reason, refundId, ...linkOf(orderId) };
}

/** The order that it returns money of, held so that a refund asked for at this moment sees this one. */
async function lockOriginal(
  tx: Tx,
  by: Author,
  app: RefundApp,
  { originalTransactionId: transactionId }: RefundEvidence,
): Promise<string | null> {
  const { merchantId } = by;
  const order = await tx.order.findUnique({
    where: {
      merchantId_gatewayAppId_transactionId: { merchantId, gatewayAppId: app.appId, transactionId },
    },
    select: { id: true },
  });
  if (!order) return null;
  await lockOrder(tx, merchantId, order.id);
  return order.id;
}

function linkOf(orderId: string | null): Readonly<{ orderId?: string }> {
  return orderId === null ? {} : { orderId };
}
