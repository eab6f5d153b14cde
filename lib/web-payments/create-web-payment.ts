import 'server-only';

import { gatewayOf } from '../apps/gateway-of';
import { findDefaultApp } from '../apps/queries';
import { writeAudit } from '../audit/write-audit';
import { type Actor, assertCan } from '../auth/actor';
import { insertOnce } from '../collect/insert-once';
import { callbackAddress, thankYouAddress } from '../collect/own-addresses';
import { refusalError } from '../collect/refusal-error';
import { db, type Tx } from '../db/client';
import type { Order } from '../db/generated/client';
import { AppError } from '../errors';
import type { Gateway } from '../gateway';
import { makeGatewayId } from '../ids/gateway-id';
import { enqueue } from '../jobs/queue';
import { pauseBefore, waitingTimes } from '../jobs/waiting-times';
import type { OrderNews } from '../orders/order-decision';
import { settleOrder } from '../orders/settle-order';
import type { OrderStatus } from '../orders/status';
import { writeTimeline } from '../timeline/write-timeline';
import type { CreateWebPaymentInput } from './schema';

export type CreatedWebPayment = Readonly<{ orderId: string; status: OrderStatus }>;

type Answer = Readonly<{ news: OrderNews; gatewayMessage: string }>;

const SECTION = '7.1';
const FORM_FIELDS = {
  amount: 'amount',
  channelCode: 'channelCode',
  customerName: 'customerName',
  email: 'email',
  mobile: 'mobile',
  remark: 'remark',
} as const;

/**
 * Asks PayCools for a web payment (7.1): the intent first, one call, then what the answer proves. The same request
 * key is the same order, whatever is pressed. Refused: `gateway-rejected` with the fault at its field, nothing was
 * made. An outcome that is not known is no error: the order is UNKNOWN and asked about (7.2) until it is known.
 */
export async function createWebPayment(
  actor: Actor,
  input: CreateWebPaymentInput,
): Promise<CreatedWebPayment> {
  assertCan(actor, 'collect:manage');
  const appId = input.appId ?? (await findDefaultApp(actor))?.appId;
  if (appId === undefined) throw new AppError('unavailable', 'collect.noApp');
  const gateway = await gatewayOf(actor.merchantId, appId);

  const { row, isNew } = await insertOnce(
    () => db().$transaction((tx) => writeIntent(tx, actor, appId, input)),
    () => findByRequestKey(actor, input.requestKey),
  );
  if (!isNew) return repeated(row, input);

  const { news, gatewayMessage } = await send(gateway, row);
  const status = await db().$transaction((tx) => settle(tx, actor, row.id, news));
  if (status === 'REFUSED') throw refusalError(news.refusedCode ?? 0, gatewayMessage, FORM_FIELDS);
  return { orderId: row.id, status };
}

async function writeIntent(
  tx: Tx,
  actor: Actor,
  appId: string,
  input: CreateWebPaymentInput,
): Promise<Order> {
  const { merchantId, userId } = actor;
  const now = new Date();
  const mchOrderId = makeGatewayId('WB', now);
  const { sendingLeftBehind } = waitingTimes();
  const order = await tx.order.create({
    data: {
      merchantId,
      gatewayAppId: appId,
      origin: 'KAHA',
      product: 'WEB_PAYMENT',
      channelCode: input.channelCode,
      status: 'SENDING',
      amount: input.amount,
      mchOrderId,
      intentOrderId: mchOrderId,
      customerName: input.customerName,
      email: input.email,
      mobile: input.mobile,
      remark: input.remark,
      callbackExpected: true,
      requestKey: input.requestKey,
      createdById: userId,
      sentAt: now,
      createdAt: now,
      nextCheckAt: new Date(now.getTime() + sendingLeftBehind),
    },
  });
  await writeTimeline(
    tx,
    merchantId,
    { orderId: order.id },
    {
      at: now,
      source: 'PERSON',
      kind: 'requested',
      actorId: userId,
      detail: { contact: input.contact },
    },
  );
  await writeAudit(tx, actor, {
    action: 'web-payment.requested',
    subjectType: 'order',
    subjectId: order.id,
    detail: { mchOrderId, amount: order.amount.toString(), channelCode: input.channelCode },
  });
  // Should this process die before the answer is written, a check finds the intent and asks.
  await enqueue(tx, 'order.check', { merchantId, orderId: order.id }, { afterMs: sendingLeftBehind });
  return order;
}

async function send(gateway: Gateway, order: Order): Promise<Answer> {
  const answer = await gateway.webPayment.create(
    {
      mchOrderId: order.intentOrderId ?? '',
      amount: order.amount,
      customerName: order.customerName,
      channelCode: order.channelCode ?? '',
      email: order.email ?? '',
      mobile: order.mobile ?? '',
      remark: order.remark,
      callbackUrl: callbackAddress(order.gatewayAppId),
      redirectUrl: thankYouAddress(),
    },
    { idsAreOurs: true },
  );
  const heard = { source: 'ANSWER', at: new Date(), detail: { section: SECTION } } as const;
  switch (answer.outcome) {
    case 'accepted': {
      const { transactionStatus, transactionId, transactionAmount, redirectUrl, expiresTime } = answer.data;
      return {
        news: {
          ...heard,
          status: transactionStatus,
          transactionId,
          amount: transactionAmount,
          payUrl: redirectUrl,
          expiresAt: expiresTime,
        },
        gatewayMessage: '',
      };
    }
    case 'rejected':
    case 'refused':
      return {
        news: { ...heard, status: 'REFUSED', refusedCode: answer.code },
        gatewayMessage: answer.outcome === 'rejected' ? answer.gatewayMessage : '',
      };
    case 'unknown': {
      const detail = { ...heard.detail, why: answer.why, ...(answer.code !== null && { code: answer.code }) };
      return { news: { ...heard, status: 'UNKNOWN', detail }, gatewayMessage: '' };
    }
  }
}

async function settle(tx: Tx, actor: Actor, orderId: string, news: OrderNews): Promise<OrderStatus> {
  await settleOrder(tx, actor, orderId, news);
  const { merchantId } = actor;
  const { status } = await tx.order.findUniqueOrThrow({
    where: { merchantId_id: { merchantId, id: orderId } },
    select: { status: true },
  });
  if (status === 'UNKNOWN') {
    const afterMs = pauseBefore(waitingTimes().unknownChecks, 0);
    await enqueue(tx, 'order.check', { merchantId, orderId }, { afterMs });
  }
  return status;
}

function findByRequestKey({ merchantId }: Actor, requestKey: string): Promise<Order | null> {
  return db().order.findUnique({ where: { merchantId_requestKey: { merchantId, requestKey } } });
}

/** A second press: the order of the first one, as long as it asks for the same. */
function repeated(order: Order, input: CreateWebPaymentInput): CreatedWebPayment {
  const isSame = order.channelCode === input.channelCode && order.amount === input.amount;
  if (!isSame) {
    throw new AppError('conflict', 'webPayments.form.sentBefore', {
      values: { id: order.intentOrderId ?? '', amountCentavos: order.amount.toString() },
    });
  }
  if (order.status === 'REFUSED') throw refusalError(order.refusedCode ?? 0, '', FORM_FIELDS);
  return { orderId: order.id, status: order.status };
}
