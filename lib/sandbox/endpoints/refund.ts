import { lockApp, type App } from '../apps';
import { findChannel, type RefundRule } from '../channels';
import type { CollectionRow } from '../collections';
import { inTransaction, type Sql } from '../database';
import { isFirstTry, type Call, type Endpoint } from '../endpoint';
import { newGatewayId } from '../ids';
import { book } from '../ledger';
import { daysBetween, manilaDay, wireTime, wireTimeOrNull } from '../manila-time';
import { refundOutcome, refusesOnce } from '../outcome';
import { fieldReader, RULES } from '../read-fields';
import { Refusal } from '../refusal';
import type { RefundRow } from '../refund-settlement';

const WINDOW_DAYS = 60;

/** The operations of section 8. */
export const REFUND_ENDPOINTS: readonly Endpoint[] = [
  {
    operation: 'refund.create',
    methods: ['POST'],
    path: /^\/api\/payment\/refund$/,
    writes: true,
    bucket: 'requests',
    act: createRefund,
  },
  {
    operation: 'refund.list',
    methods: ['GET', 'POST'],
    path: /^\/api\/payment\/refund\/(?:payments|query)$/,
    writes: false,
    bucket: 'requests',
    act: listRefunds,
  },
];

type RefundInput = Readonly<{
  mchRefundOrderId: string;
  originalTransactionId: string;
  refundAmount: bigint;
  refundReason: string | null;
  refundCallbackUrl: string;
}>;

async function createRefund({ context, app, fields, now }: Call) {
  const input = creationInput(fields);
  const created = await inTransaction(context.pool, async (tx) => {
    const balance = await lockApp(tx, app.appId);
    await checkRefund(tx, app, input, now);
    if (balance < input.refundAmount) throw new Refusal(1006);
    if (refusesOnce(input.refundAmount)) {
      if (await isFirstTry(tx, app.appId, 'refund.create', input.mchRefundOrderId)) return null;
    }
    return accept(tx, app, input, now);
  });
  if (created === null) throw new Refusal(1018);
  return {
    mchRefundOrderId: created.mch_refund_order_id,
    refundTransactionId: created.refund_transaction_id,
    refundAmount: BigInt(created.amount),
    refundCreateTime: wireTime(created.create_time),
    refundStatus: created.status,
  };
}

function creationInput(fields: Call['fields']): RefundInput {
  const read = fieldReader(fields);
  const mchRefundOrderId = read.text('mchRefundOrderId', RULES.ID);
  const originalTransactionId = read.text('originalTransactionId', { max: 50 });
  const amount = read.present('refundAmount');
  if (amount === null) read.blame('refundAmount', 'must not be null');
  else if (amount.kind !== 'number') read.blame('refundAmount', 'must be a number');
  const refundReason = read.optionalText('refundReason', { max: 256 });
  const refundCallbackUrl = read.text('refundCallbackUrl', { ...RULES.URL, max: 256 });
  read.finish();
  if (amount === null || !/^\d{1,18}$/.test(amount.text) || BigInt(amount.text) < 1n) {
    throw new Refusal(1513);
  }
  const refundAmount = BigInt(amount.text);
  return { mchRefundOrderId, originalTransactionId, refundAmount, refundReason, refundCallbackUrl };
}

// The order of section 14, from 1515 to 1506.
async function checkRefund(tx: Sql, app: App, input: RefundInput, now: Date): Promise<void> {
  const repeated = await tx.query(
    'SELECT FROM sandbox.refunds WHERE app_id = $1 AND mch_refund_order_id = $2',
    [app.appId, input.mchRefundOrderId],
  );
  if (repeated.rowCount !== 0) throw new Refusal(1515);
  const original = await findOriginal(tx, app, input.originalTransactionId);
  if (original.status !== 'COMPLETE' || original.complete_time === null) throw new Refusal(1516);
  if (daysBetween(manilaDay(original.complete_time), manilaDay(now)) > WINDOW_DAYS) throw new Refusal(1509);
  const rule =
    app.settings.refundRules[original.channel_code] ??
    findChannel(original.channel_code)?.refund ??
    'UNLISTED';
  if (rule === 'NONE') throw new Refusal(1507);
  if (rule === 'UNLISTED') throw new Refusal(1510);
  if (!app.settings.refundsAllowed) throw new Refusal(1505);
  await checkRemainder(tx, original, rule, input.refundAmount);
}

async function findOriginal(tx: Sql, app: App, transactionId: string): Promise<CollectionRow> {
  const { rows } = await tx.query<CollectionRow & { merchant: string }>(
    'SELECT t.*, a.merchant FROM sandbox.transactions t JOIN sandbox.apps a USING (app_id) WHERE t.transaction_id = $1',
    [transactionId],
  );
  const own = rows.find((row) => row.app_id === app.appId);
  if (own !== undefined) return own;
  throw new Refusal(rows.some((row) => row.merchant === app.merchant) ? 1504 : 1501);
}

async function checkRemainder(
  tx: Sql,
  original: CollectionRow,
  rule: Exclude<RefundRule, 'NONE' | 'UNLISTED'>,
  refundAmount: bigint,
): Promise<void> {
  const { rows } = await tx.query<{ status: string; amount: string }>(
    `SELECT status, amount FROM sandbox.refunds
     WHERE app_id = $1 AND original_transaction_id = $2 AND status IN ('PENDING', 'COMPLETE')`,
    [original.app_id, original.transaction_id],
  );
  const amount = BigInt(original.amount);
  if (rule !== 'MANY' && rows.some((row) => row.status === 'PENDING')) throw new Refusal(1502);
  if (rule !== 'MANY' && rows.length > 0) throw new Refusal(1508);
  if (rule === 'ONE_FULL' && refundAmount < amount) throw new Refusal(1511);
  if (rule === 'ONE_FULL' && refundAmount > amount) throw new Refusal(1512);
  const returned = rows.reduce((sum, row) => sum + BigInt(row.amount), 0n);
  if (returned + refundAmount > amount) throw new Refusal(1506);
}

async function accept(tx: Sql, app: App, input: RefundInput, now: Date): Promise<RefundRow | null> {
  const outcome = refundOutcome(input.refundAmount);
  const dueAt = outcome === null ? null : new Date(now.getTime() + outcome.afterMs / app.timeScale);
  const refundTransactionId = newGatewayId('R', now);
  const { rows } = await tx.query<RefundRow>(
    `INSERT INTO sandbox.refunds (app_id, mch_refund_order_id, refund_transaction_id, original_transaction_id, amount, status,
       create_time, reason, callback_url, due_at, due_status, due_failed_code)
     VALUES ($1, $2, $3, $4, $5, 'PENDING', $6, $7, $8, $9, $10, $11) RETURNING *`,
    [
      app.appId,
      input.mchRefundOrderId,
      refundTransactionId,
      input.originalTransactionId,
      input.refundAmount,
      now,
      input.refundReason,
      input.refundCallbackUrl,
      dueAt,
      outcome?.status ?? null,
      outcome === null ? null : outcome.failedCode,
    ],
  );
  await book(tx, {
    appId: app.appId,
    at: now,
    cause: 'REFUND',
    amount: -input.refundAmount,
    reference: refundTransactionId,
  });
  return rows[0] ?? null;
}

async function listRefunds({ context, app, fields }: Call) {
  const read = fieldReader(fields);
  const originalTransactionId = read.optionalText('originalTransactionId', { max: 32 });
  const refundTransactionId = read.optionalText('refundTransactionId', { max: 32 });
  const mchRefundOrderId = read.optionalText('mchRefundOrderId', { max: 32 });
  if (originalTransactionId === null && refundTransactionId === null && mchRefundOrderId === null) {
    read.blame(
      'originalTransactionId',
      'must not be blank when refundTransactionId and mchRefundOrderId are blank',
    );
  }
  read.finish();
  const { rows } = await context.pool.query<RefundRow>(
    `SELECT * FROM sandbox.refunds
     WHERE app_id = $1 AND ($2::text IS NULL OR original_transaction_id = $2)
       AND ($3::text IS NULL OR refund_transaction_id = $3) AND ($4::text IS NULL OR mch_refund_order_id = $4)
     ORDER BY create_time, refund_transaction_id`,
    [app.appId, originalTransactionId, refundTransactionId, mchRefundOrderId],
  );
  if (rows.length === 0) await refuseUnlessKnown(context.pool, app, originalTransactionId);
  return rows.map(refundLine);
}

// An original without refunds has an empty list; an unknown one is 1501 and an unknown refund 1008.
async function refuseUnlessKnown(sql: Sql, app: App, originalTransactionId: string | null): Promise<void> {
  if (originalTransactionId === null) throw new Refusal(1008);
  const { rowCount } = await sql.query(
    'SELECT FROM sandbox.transactions WHERE app_id = $1 AND transaction_id = $2',
    [app.appId, originalTransactionId],
  );
  if (rowCount === 0) throw new Refusal(1501);
}

function refundLine(row: RefundRow) {
  return {
    mchRefundOrderId: row.mch_refund_order_id,
    originalTransactionId: row.original_transaction_id,
    refundTransactionId: row.refund_transaction_id,
    refundAmount: BigInt(row.amount),
    feeRefunded: BigInt(row.fee_refunded),
    refundStatus: row.status,
    refundCreateTime: wireTime(row.create_time),
    refundReturnTime: wireTimeOrNull(row.return_time),
    failedCode: row.failed_code,
    failedMessage: row.failed_message,
  };
}
