import 'server-only';

import { gatewayOf } from '../apps/gateway-of';
import { manilaDayOf } from '../dates/manila-day';
import type { CallbackEvent, CollectionEvent, Gateway, GatewayResult, RefundEvent } from '../gateway';
import type { Message } from '../i18n/message';

type App = Readonly<{ merchantId: string; appId: string }>;

/** What PayCools says about the record that an ambiguous callback names; null where it knows no such record. */
type Told = Readonly<{
  transactionId: string;
  amount: bigint;
  status: string;
  original?: string | null;
  channelCode?: string | null;
}>;

const NOT_FOUND = new Set([1008, 1501]);

/**
 * Asks the product's own query whether an ambiguous callback says the truth. Null means that PayCools agrees in
 * every point; otherwise the reason why the callback stays held. Throws where there was no answer, so that the job asks again.
 */
export async function disagreement(app: App, event: CallbackEvent): Promise<Message | null> {
  const gateway = await gatewayOf(app.merchantId, app.appId);
  if (event.kind === 'refund') return compare(refundClaim(event), await askRefund(gateway, event));
  if (event.kind === 'collection' && event.product === 'WEB_PAYMENT') {
    return compare(collectionClaim(event), await askWebPayment(gateway, event));
  }
  if (event.kind === 'collection' && event.product === 'QR_CODE') {
    return compare(collectionClaim(event), await askQrCode(gateway, event));
  }
  return { key: 'callbacks.reason.noQuery' };
}

function collectionClaim(event: CollectionEvent): Told {
  const { transactionId, amount, transactionStatus: status, channelCode } = event;
  return { transactionId, amount, status, channelCode };
}

function refundClaim(event: RefundEvent): Told {
  return {
    transactionId: event.refundTransactionId,
    amount: event.refundAmount,
    status: event.refundStatus,
    original: event.originalTransactionId,
  };
}

function compare(claim: Told, told: Told | null | Message): Message | null {
  if (told === null) return { key: 'callbacks.reason.notKnownThere' };
  if ('key' in told) return told;
  const agrees =
    told.transactionId === claim.transactionId &&
    told.amount === claim.amount &&
    told.status === claim.status &&
    (told.original ?? claim.original) === claim.original &&
    (told.channelCode ?? claim.channelCode) === (claim.channelCode ?? told.channelCode);
  return agrees ? null : { key: 'callbacks.reason.disagrees' };
}

async function askWebPayment(gateway: Gateway, { mchOrderId }: CollectionEvent) {
  return readAnswer(await gateway.webPayment.get({ mchOrderId }), (payment) => ({
    transactionId: payment.transactionId,
    amount: payment.amount,
    status: payment.transactionStatus,
    channelCode: payment.channelCode,
  }));
}

async function askQrCode(gateway: Gateway, event: CollectionEvent) {
  const answer = await gateway.qrCode.payments({
    mchOrderId: event.mchOrderId,
    startDate: manilaDayOf(event.createTime),
    endDate: manilaDayOf(event.returnTime ?? event.createTime),
  });
  return readAnswer(answer, (payments) => {
    const payment = payments.find(({ transactionId }) => transactionId === event.transactionId);
    if (!payment) return null;
    const { transactionId, transactionAmount: amount, transactionStatus: status, channelCode } = payment;
    return { transactionId, amount, status, channelCode };
  });
}

async function askRefund(gateway: Gateway, event: RefundEvent) {
  const answer = await gateway.refund.list({ refundTransactionId: event.refundTransactionId });
  return readAnswer(answer, (refunds) => {
    const refund = refunds.find(({ mchRefundOrderId }) => mchRefundOrderId === event.mchRefundOrderId);
    if (!refund) return null;
    return {
      transactionId: refund.refundTransactionId,
      amount: refund.refundAmount,
      status: refund.refundStatus,
      original: refund.originalTransactionId,
    };
  });
}

function readAnswer<Data>(
  answer: GatewayResult<Data>,
  read: (data: Data) => Told | null,
): Told | null | Message {
  if (answer.outcome === 'accepted') return read(answer.data);
  if (answer.outcome === 'refused') return { key: 'callbacks.reason.cannotAsk' };
  if (answer.outcome === 'rejected' && NOT_FOUND.has(answer.code)) return null;
  throw new Error('PayCools did not say whether an ambiguous callback is true');
}
