import 'server-only';

import { z } from 'zod';

import { type Actor, assertCan, can } from '../auth/actor';
import { maskEmail } from '../collect/mask-email';
import { db } from '../db/client';
import type { Order } from '../db/generated/client';
import { toAnswerData } from '../refunds/answer-data';
import { answerFor, listReturns } from '../refunds/refund-facts';
import { isMoving as isRefundMoving } from '../refunds/status';
import type { OrderDetail } from './detail-schema';
import { maskMobile } from './mask-mobile';
import { orderMoney } from './order-money';
import { tellStory } from './order-story';
import { RAISED_EVENTS } from './raise-on-order';
import { isFinal } from './status';

const SHOWN = 50;

/** Everything about one order; null for another merchant's, exactly as for one that never was. */
export async function findOrder(actor: Actor, orderId: string): Promise<OrderDetail | null> {
  assertCan(actor, 'orders:read');
  if (!z.uuid().safeParse(orderId).success) return null;
  const { merchantId } = actor;
  const order = await db().order.findUnique({
    where: { merchantId_id: { merchantId, id: orderId } },
    include: {
      app: { select: { appName: true } },
      qrCode: { select: { id: true, mchOrderId: true } },
      refunds: { orderBy: { createdAt: 'desc' } },
      payouts: { select: { amount: true, status: true } },
      lines: {
        where: { statement: { current: true } },
        include: { statement: true },
        orderBy: { day: 'desc' },
        take: SHOWN,
      },
    },
  });
  if (!order) return null;
  const now = new Date();
  const [story, callbacks, raised, returns] = await Promise.all([
    tellStory(order, order.lines),
    can(actor, 'callbacks:read') ? callbacksOf(order) : null,
    raisedOn(order),
    listReturns(db(), order, now),
  ]);
  return {
    ...factsOf(order),
    isMoving: !isFinal(order.status) || order.refunds.some(({ status }) => isRefundMoving(status)),
    money: order.status === 'COMPLETE' ? orderMoney(order, order.refunds, order.payouts) : null,
    refundAnswer: toAnswerData(answerFor(order, returns, now)),
    mayRefund: can(actor, 'refunds:request'),
    appName: order.app.appName,
    canReveal: can(actor, 'personal:reveal'),
    raised,
    qrCode: order.qrCode,
    refunds: order.refunds.map(({ id, mchRefundOrderId, amount, status, createdAt }) => ({
      id,
      refundId: mchRefundOrderId,
      amount: String(amount),
      status,
      createdAt: createdAt.toISOString(),
    })),
    callbacks,
    lines: can(actor, 'statements:read') ? order.lines.map(lineOf) : null,
    story,
  };
}

function factsOf(order: Order) {
  const { id, status, product, channelCode, origin, transactionId, customerName, remark } = order;
  return {
    id,
    status,
    product,
    channelCode,
    origin,
    transactionId,
    customerName,
    remark,
    amount: String(order.amount),
    orderId: order.mchOrderId,
    appId: order.gatewayAppId,
    email: order.email === null ? null : maskEmail(order.email),
    mobile: order.mobile === null ? null : maskMobile(order.mobile),
    payUrl: status === 'PENDING' ? order.payUrl : null,
    expiresAt: order.expiresAt?.toISOString() ?? null,
    createdAt: order.createdAt.toISOString(),
    completedAt: order.completedAt?.toISOString() ?? null,
    failed: failureOf(order),
  };
}

/** The code that explains why there is no money, with PayCools' own words for it. */
function failureOf({ status, failedCode, failedMessage, refusedCode }: Order): OrderDetail['failed'] {
  if (status === 'FAILED' && failedCode !== null) {
    return { place: 'failedCode', code: failedCode, words: failedMessage };
  }
  const isRefused = status === 'REFUSED' || status === 'CLOSED';
  return isRefused && refusedCode !== null
    ? { place: 'answer', code: String(refusedCode), words: null }
    : null;
}

async function callbacksOf({ merchantId, id: orderId }: Order) {
  const first = await db().callback.findMany({ where: { merchantId, orderId }, select: { id: true } });
  const all = await db().callback.findMany({
    where: { merchantId, OR: [{ orderId }, { duplicateOfId: { in: first.map(({ id }) => id) } }] },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    select: { id: true, eventName: true, state: true, receivedAt: true, duplicateOfId: true },
  });
  return all.map(({ receivedAt, duplicateOfId, ...callback }) => ({
    ...callback,
    receivedAt: receivedAt.toISOString(),
    isDuplicate: duplicateOfId !== null,
  }));
}

async function raisedOn({ merchantId, id: orderId }: Order) {
  const events = await db().timelineEvent.findMany({
    where: { merchantId, orderId, refundId: null, kind: { in: [...RAISED_EVENTS] } },
    orderBy: { recordedAt: 'desc' },
    take: SHOWN,
  });
  const values = z.record(z.string(), z.union([z.string(), z.number()])).catch({});
  return events.map(({ kind, detail }) => ({ key: `orders.raised.${kind}`, values: values.parse(detail) }));
}

type Line = Readonly<{
  id: string;
  statementId: string;
  day: Date;
  page: number;
  lineNo: number;
  amount: bigint;
  fee: bigint;
  status: 'PENDING' | 'COMPLETE' | 'FAILED';
}>;

function lineOf({ id, statementId, day, page, lineNo, amount, fee, status }: Line) {
  return {
    id,
    statementId,
    day: day.toISOString().slice(0, 10),
    page,
    lineNo,
    amount: String(amount),
    fee: String(fee),
    status,
  };
}
