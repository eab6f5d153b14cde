import type { CollectionEvent, PayoutEvent } from '../gateway';
import type { OrderEvidence } from '../orders/order-decision';
import type { PayoutEvidence } from '../payouts/payout-evidence';
import { storableText } from './storable-text';

/** A payment callback as evidence about an order (4.8, 5.5, 6.4, 7.4, 9.5, 10.7); its fee is the statement's to say. */
export function orderEvidenceOf(event: CollectionEvent, receivedAt: Date): OrderEvidence {
  return {
    source: 'CALLBACK',
    at: receivedAt,
    status: event.transactionStatus,
    transactionId: event.transactionId,
    mchOrderId: event.mchOrderId,
    amount: event.amount,
    product: event.product,
    channelCode: event.channelCode,
    createdAt: event.createTime,
    completedAt: event.returnTime,
    failedCode: event.failedCode,
    failedMessage: kept(event.failedMessage),
    remark: kept(event.remark),
    detail: { event: event.eventName },
  };
}

/** A payout callback as evidence about a payout (3.3). */
export function payoutEvidenceOf(event: PayoutEvent, receivedAt: Date): PayoutEvidence {
  return {
    source: 'CALLBACK',
    at: receivedAt,
    status: event.transactionStatus,
    transactionId: event.transactionId,
    mchOrderId: event.mchOrderId,
    amount: event.amount,
    createdAt: event.createTime,
    completedAt: event.returnTime,
    failedCode: event.failedCode,
    failedMessage: kept(event.failedMessage),
    remark: kept(event.remark),
    detail: { event: event.eventName },
  };
}

function kept(text: string | null): string | null {
  return text === null ? null : storableText(text);
}
