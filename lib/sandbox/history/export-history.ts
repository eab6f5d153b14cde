import type { App } from '../apps';
import { signedBody, type CallbackBody } from '../callbacks';
import { ControlError } from '../control-error';
import { isoManila } from '../manila-time';
import { failureMessageOf } from '../refusal';
import { generateHistory, type History } from './generate-history';
import { payoutCallback, refundCallback, saleCallback } from './history-callbacks';
import type { HistoryPayout, HistoryRefund, Sale } from './history-facts';

/**
 * Kaha's side of the seeded history, as its books would stand had it run all the time: orders with how they were
 * learnt, the callbacks byte for byte, refunds, payouts, and the balance at each Manila midnight.
 */
export function exportHistory(app: App) {
  if (app.history === null) throw new ControlError(409, 'the app has no history');
  const history = generateHistory(app.history, app.appId);
  return {
    orders: history.sales.flatMap(orderOf).sort((a, b) => byText(a.createTime, b.createTime)),
    callbacks: callbacksOf(app, history),
    refunds: history.refunds.map(refundOf).sort((a, b) => byText(a.refundCreateTime, b.refundCreateTime)),
    payouts: history.payouts.map(payoutOf).sort((a, b) => byText(a.createTime, b.createTime)),
    balances: history.balances.map(({ at, balance }) => ({ at: time(at), balance: balance.toString() })),
  };
}

function orderOf({ ours, learntBy }: Sale) {
  if (ours === null) return [];
  return [
    {
      product: ours.product,
      channelCode: ours.channelCode,
      mchOrderId: ours.mchOrderId,
      transactionId: ours.transactionId,
      amount: ours.amount.toString(),
      status: ours.status,
      createTime: time(ours.createTime),
      completeTime: ours.completeTime === null ? null : time(ours.completeTime),
      customerName: ours.customerName,
      email: ours.email,
      mobile: ours.mobile,
      remark: ours.remark,
      failedCode: ours.failedCode,
      failedMessage: messageOf(ours.failedCode),
      learntBy,
    },
  ];
}

function refundOf(refund: HistoryRefund) {
  return {
    mchRefundOrderId: refund.mchRefundOrderId,
    originalTransactionId: refund.originalTransactionId,
    refundTransactionId: refund.refundTransactionId,
    refundAmount: refund.amount.toString(),
    feeRefunded: '0',
    refundStatus: refund.status,
    refundCreateTime: time(refund.createTime),
    refundReturnTime: time(refund.returnTime),
    failedCode: refund.failedCode,
    failedMessage: messageOf(refund.failedCode),
    refundReason: refund.reason,
  };
}

function payoutOf(payout: HistoryPayout) {
  return {
    mchOrderId: payout.mchOrderId,
    transactionId: payout.transactionId,
    idempotencyId: payout.idempotencyId,
    amount: payout.amount.toString(),
    fee: payout.fee.toString(),
    transactionStatus: payout.status,
    createTime: time(payout.createTime),
    returnTime: time(payout.completeTime),
    payMethodCode: payout.payMethodCode,
    bankCode: payout.payMethodCode === 'BANK' ? payout.receivingChannel : null,
    ewalletCode: payout.payMethodCode === 'EWALLET' ? payout.receivingChannel : null,
    accountNo: payout.accountNo,
    accountName: payout.accountName,
    remark: payout.remark,
    failedCode: payout.failedCode,
    failedMessage: messageOf(payout.failedCode),
  };
}

function callbacksOf(app: App, { sales, refunds, payouts }: History) {
  const received: { receivedAt: number; content: CallbackBody }[] = [
    ...sales.flatMap(({ ours, receivedAt }) =>
      ours === null || receivedAt === null ? [] : [{ receivedAt, content: saleCallback(ours) }],
    ),
    ...refunds.map((refund) => ({ receivedAt: refund.receivedAt, content: refundCallback(refund) })),
    ...payouts.map((payout) => ({ receivedAt: payout.receivedAt, content: payoutCallback(payout) })),
  ];
  return received
    .sort((a, b) => a.receivedAt - b.receivedAt)
    .map(({ receivedAt, content }) => ({ receivedAt: time(receivedAt), body: signedBody(app, content) }));
}

function messageOf(failedCode: number | null): string | null {
  return failedCode === null ? null : failureMessageOf(failedCode);
}

function time(at: number): string {
  return isoManila(new Date(at));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
