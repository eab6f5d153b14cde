import type { App } from '../apps';
import { ControlError } from '../control-error';
import { insertRows, type Sql } from '../database';
import { emvQr } from '../emv-qr';
import { newLinkCode } from '../ids';
import { failureMessageOf } from '../refusal';
import { generateHistory, type History } from './generate-history';
import type { HistoryPayout, HistoryRefund, Sale, SaleFacts } from './history-facts';
import type { HistoryOrder } from './history-order';

const DAY_MS = 86_400_000;
const DEFAULT_OPENING = '50000000';
const DEFAULT_CALLBACK_URL = 'https://shop.example/callbacks';

type HistoryInput = Omit<HistoryOrder, 'openingBalance'>;

/** Writes a seeded history into the app's books; the same order again changes nothing, another one is refused. */
export async function makeHistory(
  tx: Sql,
  app: App,
  input: HistoryInput,
  openingBalance: bigint | null,
): Promise<void> {
  if (app.history !== null) {
    const asked = openingBalance?.toString() ?? app.history.openingBalance;
    if (isSameOrder(app.history, { ...input, openingBalance: asked })) return;
    throw new ControlError(409, 'the app has another history already');
  }
  const known = await takeBackOpening(tx, app);
  const opening = openingBalance?.toString() ?? known ?? DEFAULT_OPENING;
  const order = { ...input, openingBalance: opening };
  const history = generateHistory(order, app.appId);
  await insertRows(tx, 'qr_codes', qrCodeRows(app, history));
  await insertRows(
    tx,
    'transactions',
    history.sales.flatMap((sale) => transactionRows(app, sale)),
  );
  await insertRows(
    tx,
    'refunds',
    history.refunds.flatMap((refund) => refundRows(app, refund)),
  );
  await insertRows(
    tx,
    'payouts',
    history.payouts.map((payout) => payoutRow(app, payout)),
  );
  await insertRows(
    tx,
    'ledger',
    history.movements.map((movement) => ({
      app_id: app.appId,
      at: iso(movement.at),
      cause: movement.cause,
      amount: movement.amount.toString(),
      reference: movement.reference,
    })),
  );
  const moved = history.movements.reduce((sum, movement) => sum + movement.amount, 0n);
  await tx.query('UPDATE sandbox.apps SET history = $2, balance = balance + $3 WHERE app_id = $1', [
    app.appId,
    JSON.stringify(order),
    moved,
  ]);
}

// An app that was opened before it got its history had the balance from its first day on, not from now.
async function takeBackOpening(tx: Sql, app: App): Promise<string | null> {
  const { rows } = await tx.query<{ amount: string }>(
    "DELETE FROM sandbox.ledger WHERE app_id = $1 AND cause = 'OPENING' RETURNING amount",
    [app.appId],
  );
  const amount = rows[0]?.amount ?? null;
  await tx.query('UPDATE sandbox.apps SET balance = balance - $2 WHERE app_id = $1', [
    app.appId,
    amount ?? '0',
  ]);
  return amount;
}

function isSameOrder(known: HistoryOrder, asked: HistoryOrder): boolean {
  const inOneOrder = ({
    seed,
    endDate,
    days,
    rowsPerDay,
    planted,
    adjustment,
    openingBalance,
  }: HistoryOrder) => JSON.stringify([seed, endDate, days, rowsPerDay, planted, adjustment, openingBalance]);
  return inOneOrder(known) === inOneOrder(asked);
}

function transactionRows(app: App, { line, copies }: Sale) {
  if (line === null) return [];
  return [
    {
      app_id: app.appId,
      transaction_id: line.transactionId,
      product: line.product,
      channel_code: line.channelCode,
      mch_order_id: line.mchOrderId,
      amount: line.amount.toString(),
      fee: line.fee.toString(),
      status: line.status,
      create_time: iso(line.createTime),
      complete_time: line.completeTime === null ? null : iso(line.completeTime),
      paid_at: line.status === 'CLOSED' ? null : iso(line.createTime),
      failed_code: line.failedCode,
      failed_message: line.failedCode === null ? null : failureMessageOf(line.failedCode),
      customer_name: line.customerName,
      email: line.email,
      mobile: line.mobile,
      remark: line.remark,
      callback_url: app.callbackUrl ?? DEFAULT_CALLBACK_URL,
      statement_copies: copies,
    },
  ];
}

function refundRows(app: App, refund: HistoryRefund) {
  if (!refund.theirs) return [];
  return [
    {
      app_id: app.appId,
      mch_refund_order_id: refund.mchRefundOrderId,
      refund_transaction_id: refund.refundTransactionId,
      original_transaction_id: refund.originalTransactionId,
      amount: refund.amount.toString(),
      fee_refunded: '0',
      status: refund.status,
      create_time: iso(refund.createTime),
      return_time: iso(refund.returnTime),
      reason: refund.reason,
      callback_url: app.callbackUrl ?? DEFAULT_CALLBACK_URL,
      failed_code: refund.failedCode,
      failed_message: refund.failedCode === null ? null : failureMessageOf(refund.failedCode),
    },
  ];
}

function payoutRow(app: App, payout: HistoryPayout) {
  return {
    app_id: app.appId,
    transaction_id: payout.transactionId,
    mch_order_id: payout.mchOrderId,
    amount: payout.amount.toString(),
    fee: payout.fee.toString(),
    status: payout.status,
    create_time: iso(payout.createTime),
    complete_time: iso(payout.completeTime),
    pay_method_code: payout.payMethodCode,
    receiving_channel: payout.receivingChannel,
    recipient_name: payout.accountName,
    recipient_account: payout.accountNo,
    remitting_bank: 'Union Bank',
    remitting_account: '109412345678',
    remark: payout.remark,
    failed_code: payout.failedCode,
    failed_message: payout.failedCode === null ? null : failureMessageOf(payout.failedCode),
  };
}

// Every QR payment has its code, the counters' static codes one each.
function qrCodeRows(app: App, { sales, ids, movements }: History) {
  const counters = [1, 2, 3].map((number) => {
    const openedAt = (movements[0]?.at ?? 0) - number * DAY_MS;
    return qrCodeRow(app, {
      mchOrderId: ids.counter(number),
      qrcodeId: `QR${ids.collection('2000-01-01', number).slice(1)}`,
      customerName: `Counter ${number}`,
      createTime: openedAt,
      sale: null,
    });
  });
  const dynamic = sales.flatMap(({ line }) =>
    line?.channelCode === 'QRPH_DYNAMIC_QR'
      ? [
          qrCodeRow(app, {
            mchOrderId: line.mchOrderId,
            qrcodeId: `QR${line.transactionId.slice(1)}`,
            customerName: line.customerName,
            createTime: line.createTime - 90_000,
            sale: line,
          }),
        ]
      : [],
  );
  return [...counters, ...dynamic];
}

type QrFacts = Readonly<{
  mchOrderId: string;
  qrcodeId: string;
  customerName: string;
  createTime: number;
  sale: SaleFacts | null;
}>;

function qrCodeRow(app: App, { mchOrderId, qrcodeId, customerName, createTime, sale }: QrFacts) {
  const amount = sale?.amount ?? null;
  return {
    app_id: app.appId,
    mch_order_id: mchOrderId,
    qrcode_id: qrcodeId,
    qrcode_content: emvQr({ merchantName: app.appName, amount, reference: qrcodeId }),
    channel_code: sale?.channelCode ?? 'QRPH_STATIC_QR',
    amount: amount === null ? null : amount.toString(),
    customer_name: customerName,
    email: sale?.email ?? null,
    callback_url: null,
    remark: sale?.remark ?? null,
    status: sale === null ? 'ACTIVE' : 'INACTIVE',
    create_time: iso(createTime),
    update_time: iso(sale?.completeTime ?? createTime),
    expires_at: sale === null ? null : iso(createTime + 3_600_000),
    link_code: newLinkCode(),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
