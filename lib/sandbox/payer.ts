import type { App } from './apps';
import { settleCollection, type CollectionRow } from './collections';
import type { Sql } from './database';
import { newGatewayId } from './ids';
import { collectionOutcome } from './outcome';
import { findQrCode, type QrCodeRow } from './qr-codes';

/** What a payer does at the hosted page or through the control interface. */
export type PayerAct = Readonly<{
  mchOrderId?: string | undefined;
  transactionId?: string | undefined;
  /** Centavos; only where the code carries no amount. */
  amount?: bigint | undefined;
  /** When it happened; a past moment is settled at once with its own times. */
  at: Date;
  now: Date;
}>;

/** Why nothing was paid; the payer sees the sentence, the merchant hears nothing. */
export class PayerRefusal extends Error {
  override readonly name = 'PayerRefusal';
}

/** Pays a web payment or QR code: the outcome of its amount (section 14) starts running. Returns the transaction id. */
export async function pay(tx: Sql, app: App, act: PayerAct): Promise<string> {
  const row = await payable(tx, app, act);
  const outcome = collectionOutcome(BigInt(row.amount));
  const waitMs = outcome === null ? 0 : outcome.afterMs / app.timeScale;
  const dueAt = outcome === null ? null : new Date(act.at.getTime() + waitMs);
  await tx.query(
    `UPDATE sandbox.transactions SET paid_at = $3, create_time = least(create_time, $3), due_at = $4, due_status = $5, due_failed_code = $6
     WHERE app_id = $1 AND transaction_id = $2`,
    [
      app.appId,
      row.transaction_id,
      act.at,
      dueAt,
      outcome?.status ?? null,
      outcome === null ? null : outcome.failedCode,
    ],
  );
  const isPast = dueAt !== null && act.at < act.now && dueAt <= act.now;
  if (outcome !== null && isPast) {
    const createTime = row.create_time < act.at ? row.create_time : act.at;
    const ending = { status: outcome.status, failedCode: outcome.failedCode, at: dueAt };
    await settleCollection(tx, app, { ...row, create_time: createTime }, ending);
  }
  return row.transaction_id;
}

/** The payer's channel refuses: FAILED with -10004 unless another code is named. Returns the transaction id. */
export async function failPayment(
  tx: Sql,
  app: App,
  act: PayerAct,
  failedCode: number = -10004,
): Promise<string> {
  const row = await payable(tx, app, act);
  await settleCollection(tx, app, row, { status: 'FAILED', failedCode, at: act.at });
  return row.transaction_id;
}

/** Lets the time of an unpaid web payment (CLOSED) or an active QR code (INACTIVE) run out now. */
export async function expire(tx: Sql, app: App, act: PayerAct): Promise<string | null> {
  const row = await lockWebPayment(tx, app, act);
  if (row !== null) {
    if (!(await settleCollection(tx, app, row, { status: 'CLOSED', failedCode: null, at: act.at }))) {
      throw new PayerRefusal(`${row.transaction_id} is ${row.status} already`);
    }
    return row.transaction_id;
  }
  const { rowCount } = await tx.query(
    "UPDATE sandbox.qr_codes SET status = 'INACTIVE', update_time = $3 WHERE app_id = $1 AND mch_order_id = $2 AND status = 'ACTIVE'",
    [app.appId, act.mchOrderId ?? '', act.at],
  );
  if (rowCount === 0)
    throw new PayerRefusal('there is no unpaid web payment and no active QR code with this id');
  return null;
}

async function payable(tx: Sql, app: App, act: PayerAct): Promise<CollectionRow> {
  const row = await lockWebPayment(tx, app, act);
  if (row === null) return openQrPayment(tx, app, act);
  if (row.status !== 'PENDING') throw new PayerRefusal(`${row.transaction_id} is ${row.status} already`);
  if (row.paid_at !== null) throw new PayerRefusal(`${row.transaction_id} has been paid already`);
  return row;
}

async function lockWebPayment(tx: Sql, app: App, act: PayerAct): Promise<CollectionRow | null> {
  const { rows } = await tx.query<CollectionRow>(
    `SELECT * FROM sandbox.transactions
     WHERE app_id = $1 AND product = 'WEB' AND (transaction_id = $2 OR ($2 IS NULL AND mch_order_id = $3)) FOR UPDATE`,
    [app.appId, act.transactionId ?? null, act.mchOrderId ?? null],
  );
  return rows[0] ?? null;
}

async function openQrPayment(tx: Sql, app: App, act: PayerAct): Promise<CollectionRow> {
  const code = await findQrCode(tx, app.appId, act.mchOrderId ?? '', 'FOR UPDATE');
  if (code === null) throw new PayerRefusal('there is no web payment and no QR code with this id');
  const amount = await amountToPay(tx, app, code, act);
  const { rows } = await tx.query<CollectionRow>(
    `INSERT INTO sandbox.transactions (app_id, transaction_id, product, channel_code, mch_order_id, amount, status, create_time,
       paid_at, customer_name, email, remark, callback_url)
     VALUES ($1, $2, 'QR', $3, $4, $5, 'PENDING', $6, $6, $7, $8, $9, $10) RETURNING *`,
    [
      app.appId,
      newGatewayId('C', act.at),
      code.channel_code,
      code.mch_order_id,
      amount,
      act.at,
      code.customer_name,
      code.email,
      code.remark,
      code.callback_url ?? app.qrCallbackUrl ?? app.callbackUrl,
    ],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('the payment was not written');
  return row;
}

async function amountToPay(tx: Sql, app: App, code: QrCodeRow, act: PayerAct): Promise<bigint> {
  const expired = code.expires_at !== null && code.expires_at <= act.now;
  if (code.status !== 'ACTIVE' || expired) throw new PayerRefusal('this QR code is not active');
  if (code.amount !== null) {
    const { rowCount } = await tx.query(
      "SELECT FROM sandbox.transactions WHERE app_id = $1 AND mch_order_id = $2 AND status = 'PENDING'",
      [app.appId, code.mch_order_id],
    );
    if (rowCount !== 0) throw new PayerRefusal('a payment of this QR code is under way');
    return BigInt(code.amount);
  }
  if (act.amount === undefined) throw new PayerRefusal('this QR code carries no amount: name one');
  if (act.amount < 2_000n || act.amount > 5_000_000n) {
    throw new PayerRefusal('QR Ph takes amounts from 20.00 to 50,000.00 pesos');
  }
  return act.amount;
}
