import type { App } from './apps';
import { queueCallback } from './callbacks';
import { feeOf, type Product } from './channels';
import type { Sql } from './database';
import { book } from './ledger';
import { wireTime } from './manila-time';
import type { FinalStatus } from './outcome';
import { failureMessageOf } from './refusal';

/** A collection as it is kept; bigint columns arrive as text. */
export type CollectionRow = {
  app_id: string;
  transaction_id: string;
  product: Product;
  channel_code: string;
  mch_order_id: string;
  amount: string;
  fee: string;
  status: 'PENDING' | FinalStatus;
  create_time: Date;
  complete_time: Date | null;
  paid_at: Date | null;
  due_at: Date | null;
  due_status: FinalStatus | null;
  due_failed_code: number | null;
  failed_code: number | null;
  failed_message: string | null;
  customer_name: string | null;
  email: string | null;
  mobile: string | null;
  remark: string | null;
  callback_url: string | null;
  redirect_url: string | null;
  link_code: string | null;
  expires_at: Date | null;
};

/** How a collection ends. */
export type Ending = Readonly<{ status: FinalStatus; failedCode: number | null; at: Date }>;

/**
 * Ends a PENDING collection: the balance gets amount − fee at once, a one-payment QR is used up, and the merchant is
 * called back. False when it was final already; the caller holds its row.
 */
export async function settleCollection(
  tx: Sql,
  app: App,
  row: CollectionRow,
  ending: Ending,
): Promise<boolean> {
  if (row.status !== 'PENDING') return false;
  const { status, failedCode, at } = ending;
  const fee = status === 'COMPLETE' ? feeOf(row.channel_code, BigInt(row.amount)) : 0n;
  const failedMessage = failedCode === null ? null : failureMessageOf(failedCode);
  await tx.query(
    `UPDATE sandbox.transactions SET status = $3, fee = $4, complete_time = $5, failed_code = $6, failed_message = $7,
       due_at = NULL, due_status = NULL, due_failed_code = NULL
     WHERE app_id = $1 AND transaction_id = $2`,
    [app.appId, row.transaction_id, status, fee, at, failedCode, failedMessage],
  );
  if (status === 'COMPLETE') {
    // The code before the app, as the payer locks them.
    await tx.query(
      `UPDATE sandbox.qr_codes SET status = 'INACTIVE', update_time = $3
       WHERE app_id = $1 AND mch_order_id = $2 AND channel_code <> 'QRPH_STATIC_QR' AND $4 = 'QR'`,
      [app.appId, row.mch_order_id, at, row.product],
    );
    await book(tx, {
      appId: app.appId,
      at,
      cause: 'COLLECTION',
      amount: BigInt(row.amount) - fee,
      reference: row.transaction_id,
    });
  }
  await callBack(tx, app, { ...row, status, failed_code: failedCode, failed_message: failedMessage }, at);
  return true;
}

async function callBack(tx: Sql, app: App, row: CollectionRow, at: Date): Promise<void> {
  const event = eventOf(row);
  if (event === null || row.callback_url === null) return;
  const body = {
    eventName: event,
    mchOrderId: row.mch_order_id,
    transactionId: row.transaction_id,
    amount: BigInt(row.amount),
    channelCode: row.channel_code,
    transactionStatus: row.status,
    createTime: wireTime(row.create_time),
    returnTime: wireTime(at),
    ...(row.remark === null ? {} : { remark: row.remark }),
    ...(row.failed_code === null ? {} : { failedCode: row.failed_code, failedMessage: row.failed_message }),
  };
  const message = {
    eventName: event,
    reference: row.transaction_id,
    mchOrderId: row.mch_order_id,
    url: row.callback_url,
    body,
  };
  await queueCallback(tx, app, message, new Date());
}

// Nothing is sent for a closed payment, and static QR codes tell successes only (1.7).
function eventOf({ product, status, channel_code: channelCode }: CollectionRow): string | null {
  if (status !== 'COMPLETE' && status !== 'FAILED') return null;
  if (status === 'FAILED' && channelCode === 'QRPH_STATIC_QR') return null;
  const family = product === 'QR' ? 'qrcode.payment' : 'h5.payment';
  return `${family}.${status === 'COMPLETE' ? 'success' : 'failed'}`;
}
