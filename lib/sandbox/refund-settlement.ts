import type { App } from './apps';
import { queueCallback } from './callbacks';
import { shareOf } from './channels';
import type { Sql } from './database';
import { book } from './ledger';
import { wireTime } from './manila-time';
import type { FinalStatus } from './outcome';
import { failureMessageOf } from './refusal';

/** A refund as it is kept; bigint columns arrive as text. */
export type RefundRow = {
  app_id: string;
  mch_refund_order_id: string;
  refund_transaction_id: string;
  original_transaction_id: string;
  amount: string;
  fee_refunded: string;
  status: 'PENDING' | FinalStatus;
  create_time: Date;
  return_time: Date | null;
  reason: string | null;
  callback_url: string;
  due_at: Date | null;
  due_status: FinalStatus | null;
  due_failed_code: number | null;
  failed_code: number | null;
  failed_message: string | null;
};

/** How a refund ends. */
export type RefundEnding = Readonly<{
  status: 'COMPLETE' | 'FAILED' | 'CANCEL';
  failedCode: number | null;
  at: Date;
}>;

const EVENTS = {
  COMPLETE: 'payment.refund.success',
  FAILED: 'payment.refund.failed',
  CANCEL: 'payment.refund.cancel',
} as const;

/**
 * Ends a PENDING refund: failure or cancel gives the amount back to the balance, success gives back the fee where the
 * app is set so; the merchant is called back. False when it was final already; the caller holds its row.
 */
export async function settleRefund(
  tx: Sql,
  app: App,
  row: RefundRow,
  ending: RefundEnding,
): Promise<boolean> {
  if (row.status !== 'PENDING') return false;
  const { status, failedCode, at } = ending;
  const failedMessage = failedCode === null ? null : failureMessageOf(failedCode);
  const feeRefunded = status === 'COMPLETE' ? await feeToReturn(tx, app, row) : 0n;
  await tx.query(
    `UPDATE sandbox.refunds SET status = $3, return_time = $4, failed_code = $5, failed_message = $6, fee_refunded = $7,
       due_at = NULL, due_status = NULL, due_failed_code = NULL
     WHERE app_id = $1 AND mch_refund_order_id = $2`,
    [app.appId, row.mch_refund_order_id, status, at, failedCode, failedMessage, feeRefunded],
  );
  await book(tx, {
    appId: app.appId,
    at,
    cause: status === 'COMPLETE' ? 'FEE_REFUNDED' : 'REFUND_RETURNED',
    amount: status === 'COMPLETE' ? feeRefunded : BigInt(row.amount),
    reference: row.refund_transaction_id,
  });
  const body = {
    eventName: EVENTS[status],
    mchRefundOrderId: row.mch_refund_order_id,
    refundTransactionId: row.refund_transaction_id,
    originalTransactionId: row.original_transaction_id,
    refundAmount: BigInt(row.amount),
    feeRefunded,
    refundStatus: status,
    refundCreateTime: wireTime(row.create_time),
    refundReturnTime: wireTime(at),
    ...(row.reason === null ? {} : { refundReason: row.reason }),
    ...(failedCode === null ? {} : { failedCode, failedMessage }),
  };
  const message = {
    eventName: EVENTS[status],
    reference: row.refund_transaction_id,
    mchOrderId: row.mch_refund_order_id,
    url: row.callback_url,
    body,
  };
  await queueCallback(tx, app, message, new Date());
  return true;
}

async function feeToReturn(tx: Sql, app: App, row: RefundRow): Promise<bigint> {
  if (app.settings.feeOnRefund === 'KEPT') return 0n;
  const { rows } = await tx.query<{ amount: string; fee: string }>(
    'SELECT amount, fee FROM sandbox.transactions WHERE app_id = $1 AND transaction_id = $2',
    [row.app_id, row.original_transaction_id],
  );
  const original = rows[0];
  if (original === undefined) return 0n;
  return shareOf(BigInt(original.fee), BigInt(row.amount), BigInt(original.amount));
}
