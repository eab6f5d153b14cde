import type { CallbackBody } from '../callbacks';
import type { Product } from '../channels';
import { wireTime } from '../manila-time';
import { failureMessageOf } from '../refusal';
import type { HistoryPayout, HistoryRefund, SaleFacts } from './history-facts';

const EVENTS: Readonly<Record<Product, string>> = {
  QR: 'qrcode.payment',
  WEB: 'h5.payment',
  VA: 'payment',
  TRANSFER: 'transfer.payment',
};

/** The callback of a collection that has ended (4.8, 5.5, 6.4, 7.4). */
export function saleCallback(facts: SaleFacts): CallbackBody {
  return {
    eventName: `${EVENTS[facts.product]}.${facts.status === 'COMPLETE' ? 'success' : 'failed'}`,
    mchOrderId: facts.mchOrderId,
    ...(facts.product === 'VA' ? { codeMchOrderId: facts.mchOrderId } : {}),
    transactionId: facts.transactionId,
    channelCode: facts.channelCode,
    ...(facts.product === 'VA' ? { paymentCode: facts.paymentCode, referenceNumber: facts.paymentCode } : {}),
    ...(facts.product === 'TRANSFER' ? { paymentAccount: facts.paymentCode } : {}),
    amount: facts.amount,
    transactionStatus: facts.status,
    createTime: time(facts.createTime),
    returnTime: time(facts.completeTime ?? facts.createTime),
    ...(facts.remark === null ? {} : { remark: facts.remark }),
    ...failureOf(facts.failedCode),
  };
}

/** The callback of a refund (8.3). */
export function refundCallback(refund: HistoryRefund): CallbackBody {
  return {
    eventName: `payment.refund.${refund.status === 'COMPLETE' ? 'success' : 'failed'}`,
    mchRefundOrderId: refund.mchRefundOrderId,
    refundTransactionId: refund.refundTransactionId,
    originalTransactionId: refund.originalTransactionId,
    refundAmount: refund.amount,
    feeRefunded: 0n,
    refundStatus: refund.status,
    refundCreateTime: time(refund.createTime),
    refundReturnTime: time(refund.returnTime),
    refundReason: refund.reason,
    ...failureOf(refund.failedCode),
  };
}

/** The callback of a payout (3.3). */
export function payoutCallback(payout: HistoryPayout): CallbackBody {
  return {
    eventName: `disbursement.${payout.status === 'COMPLETE' ? 'success' : 'failed'}`,
    mchOrderId: payout.mchOrderId,
    transactionId: payout.transactionId,
    amount: payout.amount,
    transactionStatus: payout.status,
    createTime: time(payout.createTime),
    returnTime: time(payout.completeTime),
    ...failureOf(payout.failedCode),
    remark: payout.remark,
  };
}

function failureOf(failedCode: number | null): CallbackBody {
  return failedCode === null ? {} : { failedCode, failedMessage: failureMessageOf(failedCode) };
}

function time(at: number): string {
  return wireTime(new Date(at));
}
