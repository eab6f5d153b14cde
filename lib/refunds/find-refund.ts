import 'server-only';

import { type Actor, assertCan, can } from '../auth/actor';
import { db } from '../db/client';
import type { Order, Refund } from '../db/generated/client';
import { leftBehindMs } from './check-times';
import { answerFor, listReturns } from './refund-facts';
import { type RefundStoryEvent, tellRefundStory } from './refund-events';
import { isMoving, readStatus, type RefundStatus } from './status';
import type { Message } from '../i18n/message';

/** Everything that the page of one refund shows; amounts are centavos as text, times ISO text. */
export type RefundDetail = Readonly<{
  id: string;
  status: RefundStatus;
  isMoving: boolean;
  amount: string;
  mchRefundOrderId: string;
  refundTransactionId: string | null;
  originalTransactionId: string;
  origin: Refund['origin'];
  appName: string;
  reason: string | null;
  note: string | null;
  requestedBy: string | null;
  feeRefunded: string | null;
  code: RefundStoryEvent['code'];
  gatewayWords: string | null;
  sendCount: number;
  createdAt: string;
  sentAt: string | null;
  unknownSince: string | null;
  firstNotFoundAt: string | null;
  provedNotTakenAt: string | null;
  nextCheckAt: string | null;
  lastCheckedAt: string | null;
  refundCreateTime: string | null;
  refundReturnTime: string | null;
  order: RefundedOrder | null;
  /** A person with the right may send it again or withdraw it. */
  canDecide: boolean;
  /** Another refund of its order may start now, by this person. */
  canStartAnother: boolean;
  raised: readonly Message[];
  story: readonly RefundStoryEvent[];
}>;

type RefundedOrder = Readonly<{
  id: string;
  reference: string;
  customerName: string | null;
  channelCode: string | null;
  paid: string;
  /** What the other refunds and payouts of the order returned or reserved, and what is left. */
  others: string;
  left: string;
}>;

/** One refund with its story; null for another merchant's, exactly as for one that never was. */
export async function findRefund(actor: Actor, refundId: string): Promise<RefundDetail | null> {
  assertCan(actor, 'refunds:read');
  const { merchantId } = actor;
  const refund = await db().refund.findUnique({
    where: { merchantId_id: { merchantId, id: refundId } },
    include: { app: { select: { appName: true } }, order: true },
  });
  if (!refund) return null;
  const now = new Date();
  const status = readStatus(refund, now, leftBehindMs());
  const [{ story, raised }, requestedBy, order] = await Promise.all([
    tellRefundStory(merchantId, refundId),
    nameOf(refund.requestedById),
    refund.order && orderOf(refund.order, refund.id, now),
  ]);
  const mayRequest = can(actor, 'refunds:request');
  return {
    ...factsOf(refund),
    status,
    isMoving: isMoving(status),
    appName: refund.app.appName,
    requestedBy,
    code: codeOf(refund),
    order: order?.facts ?? null,
    canDecide: mayRequest && status === 'UNKNOWN' && refund.provedNotTakenAt !== null,
    canStartAnother: mayRequest && order?.canRefund === true,
    raised,
    story,
  };
}

/** What changes whenever the page of a refund would: an open page compares it to know that there is news. */
export async function findRefundVersion(
  actor: Actor,
  refundId: string,
): Promise<Readonly<{ version: string; isMoving: boolean }> | null> {
  assertCan(actor, 'refunds:read');
  const { merchantId } = actor;
  const refund = await db().refund.findUnique({
    where: { merchantId_id: { merchantId, id: refundId } },
    include: { _count: { select: { timeline: true } } },
  });
  if (!refund) return null;
  const status = readStatus(refund, new Date(), leftBehindMs());
  const parts = [
    status,
    refund._count.timeline,
    refund.lastCheckedAt?.getTime(),
    refund.nextCheckAt?.getTime(),
  ];
  return { version: parts.join(':'), isMoving: isMoving(status) };
}

async function nameOf(personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const person = await db().person.findUnique({ where: { id: personId }, select: { name: true } });
  return person?.name ?? null;
}

async function orderOf(order: Order, refundId: string, now: Date) {
  const returns = await listReturns(db(), order, now);
  const ended: readonly RefundStatus[] = [
    'FAILED',
    'CANCELLED',
    'REFUSED',
    'REJECTED',
    'WITHDRAWN',
    'EXPIRED',
  ];
  const counted = returns.filter(({ status }) => !ended.includes(status));
  const sum = (rows: readonly { amount: bigint }[]) => rows.reduce((total, { amount }) => total + amount, 0n);
  const facts: RefundedOrder = {
    id: order.id,
    reference: order.mchOrderId ?? order.transactionId ?? '',
    customerName: order.customerName,
    channelCode: order.channelCode,
    paid: String(order.amount),
    others: String(sum(counted.filter(({ id }) => id !== refundId))),
    left: String(order.amount - sum(counted)),
  };
  return { facts, canRefund: answerFor(order, returns, now).can };
}

function codeOf({ status, refusedCode, failedCode }: Refund): RefundDetail['code'] {
  if (status === 'REFUSED' && refusedCode !== null) return { place: 'answer', code: String(refusedCode) };
  return failedCode === null ? null : { place: 'failedCode', code: failedCode };
}

function factsOf(refund: Refund) {
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return {
    id: refund.id,
    amount: String(refund.amount),
    mchRefundOrderId: refund.mchRefundOrderId,
    refundTransactionId: refund.refundTransactionId,
    originalTransactionId: refund.originalTransactionId,
    origin: refund.origin,
    reason: refund.reason,
    note: refund.note,
    feeRefunded: refund.feeRefunded === null ? null : String(refund.feeRefunded),
    gatewayWords: refund.failedMessage,
    sendCount: refund.sendCount,
    createdAt: refund.createdAt.toISOString(),
    sentAt: iso(refund.sentAt),
    unknownSince: iso(refund.unknownSince ?? (refund.status === 'SENDING' ? refund.sentAt : null)),
    firstNotFoundAt: iso(refund.firstNotFoundAt),
    provedNotTakenAt: iso(refund.provedNotTakenAt),
    nextCheckAt: iso(refund.nextCheckAt),
    lastCheckedAt: iso(refund.lastCheckedAt),
    refundCreateTime: iso(refund.refundCreateTime),
    refundReturnTime: iso(refund.refundReturnTime),
  };
}
