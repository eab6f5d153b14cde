import { storableText } from '../callbacks/storable-text';
import type { GatewayRefund, RefundEvent, RefundStatus as GatewayStatus } from '../gateway';
import type { RefundFacts } from './refund-decision';

/** What PayCools says of one refund that it has, and where it said it; money in centavos. */
export type RefundEvidence = RefundFacts &
  Readonly<{
    source: 'CALLBACK' | 'POLL';
    /** When we learnt it. */
    at: Date;
    originalTransactionId: string;
    status: GatewayStatus;
    reason: string | null;
    /** For the timeline: the name of the event, or the section of the question. */
    detail: Readonly<Record<string, string>>;
  }>;

/** A refund callback as evidence (8.3). */
export function refundEvidenceOf(event: RefundEvent, receivedAt: Date): RefundEvidence {
  return {
    source: 'CALLBACK',
    at: receivedAt,
    mchRefundOrderId: event.mchRefundOrderId,
    refundTransactionId: event.refundTransactionId,
    originalTransactionId: event.originalTransactionId,
    amount: event.refundAmount,
    feeRefunded: event.feeRefunded,
    status: event.refundStatus,
    createdAt: event.refundCreateTime,
    returnedAt: event.refundReturnTime,
    failedCode: event.failedCode,
    failedMessage: kept(event.failedMessage),
    reason: kept(event.refundReason),
    detail: { event: event.eventName },
  };
}

/** One refund of PayCools' list as evidence (8.2); `askedFor` is the original that the list was asked with. */
export function listedRefund(refund: GatewayRefund, askedFor: string, at: Date): RefundEvidence {
  return {
    source: 'POLL',
    at,
    mchRefundOrderId: refund.mchRefundOrderId,
    refundTransactionId: refund.refundTransactionId,
    originalTransactionId: refund.originalTransactionId ?? askedFor,
    amount: refund.refundAmount,
    feeRefunded: refund.feeRefunded,
    status: refund.refundStatus,
    createdAt: refund.refundCreateTime,
    returnedAt: refund.refundReturnTime,
    failedCode: refund.failedCode,
    failedMessage: kept(refund.failedMessage),
    reason: null,
    detail: { section: '8.2' },
  };
}

function kept(text: string | null): string | null {
  return text === null ? null : storableText(text);
}
