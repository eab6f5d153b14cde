import { feeOf, findChannel } from '../channels';
import type { CollectionRow } from '../collections';
import { inTransaction } from '../database';
import { emvQr } from '../emv-qr';
import { isFirstTry, isOrderIdUsed, type Call, type Endpoint } from '../endpoint';
import { newGatewayId, newLinkCode } from '../ids';
import { lockApp } from '../apps';
import { addDays, daysBetween, startOfManilaDay, wireTime, wireTimeOrNull } from '../manila-time';
import { refusesOnce } from '../outcome';
import { findQrCode, type QrCodeRow } from '../qr-codes';
import { fieldReader, RULES } from '../read-fields';
import { Refusal } from '../refusal';

const KINDS = {
  pattern: /^QRPH_(STATIC|DYNAMIC|HYBRID)_QR$/,
  rule: 'must be one of QRPH_STATIC_QR, QRPH_DYNAMIC_QR, QRPH_HYBRID_QR',
};
const LONGEST_RANGE_DAYS = 31;

/** The operations of section 5; the fixed paths come before the ones that carry an id. */
export const QR_CODE_ENDPOINTS: readonly Endpoint[] = [
  {
    operation: 'qrCode.create',
    methods: ['POST'],
    path: /^\/api\/v1\/qrcode$/,
    writes: true,
    bucket: 'requests',
    act: createQrCode,
  },
  {
    operation: 'qrCode.cancel',
    methods: ['POST'],
    path: /^\/api\/v1\/qrcode\/cancel$/,
    writes: true,
    bucket: 'requests',
    act: cancelQrCode,
  },
  {
    operation: 'qrCode.update',
    methods: ['POST'],
    path: /^\/api\/v1\/qrcode\/update$/,
    writes: true,
    bucket: 'requests',
    act: updateQrCode,
  },
  {
    operation: 'qrCode.get',
    methods: ['GET'],
    path: /^\/api\/v1\/qrcode\/detail$/,
    writes: false,
    bucket: 'requests',
    act: readQrCode,
  },
  {
    operation: 'qrCode.payments',
    methods: ['GET'],
    path: /^\/api\/v1\/qrcode\/([^/]+)\/payments$/,
    writes: false,
    bucket: 'requests',
    act: listQrPayments,
  },
  {
    operation: 'qrCode.get',
    methods: ['GET'],
    path: /^\/api\/v1\/qrcode\/([^/]+)$/,
    writes: false,
    bucket: 'requests',
    act: readQrCode,
  },
];

async function createQrCode(call: Call) {
  const { context, app, now } = call;
  const input = creationInput(call);
  const created = await inTransaction(context.pool, async (tx) => {
    await lockApp(tx, app.appId);
    if (await isOrderIdUsed(tx, app.appId, input.mchOrderId)) throw new Refusal(1012);
    if (app.settings.closedChannels.includes(input.channelCode)) throw new Refusal(1011);
    const most = findChannel(input.channelCode)?.maxAmount ?? 0n;
    if (input.amount !== null && input.amount > most) throw new Refusal(1007);
    if (input.amount !== null && refusesOnce(input.amount)) {
      if (await isFirstTry(tx, app.appId, 'qrCode.create', input.mchOrderId)) return null;
    }
    const qrcodeId = newGatewayId('QR', now);
    const content = emvQr({ merchantName: app.appName, amount: input.amount, reference: qrcodeId });
    const lifetimeMs = (Number(input.expireSeconds) * 1_000) / app.timeScale;
    const { rows } = await tx.query<QrCodeRow>(
      `INSERT INTO sandbox.qr_codes (app_id, mch_order_id, qrcode_id, qrcode_content, channel_code, amount, customer_name, email,
         callback_url, remark, status, create_time, update_time, expires_at, link_code)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'ACTIVE', $11, $11, $12, $13) RETURNING *`,
      [
        app.appId,
        input.mchOrderId,
        qrcodeId,
        content,
        input.channelCode,
        input.amount,
        input.customerName,
        input.email,
        input.callbackUrl,
        input.remark,
        now,
        input.amount === null ? null : new Date(now.getTime() + lifetimeMs),
        newLinkCode(),
      ],
    );
    return rows[0] ?? null;
  });
  if (created === null) throw new Refusal(1018);
  return qrObject(call, created);
}

function creationInput({ fields }: Call) {
  const read = fieldReader(fields);
  read.text('appName', RULES.NAME);
  const mchOrderId = read.text('mchOrderId', RULES.ID);
  const channelCode = read.text('channelCode', KINDS);
  const isFixed = channelCode !== 'QRPH_STATIC_QR';
  if (isFixed && read.present('amount') === null) {
    read.blame('amount', 'must not be null for a dynamic or hybrid code', 1020);
  }
  const amount = isFixed ? read.optionalInteger('amount', 2_000n, null) : null;
  const customerName = read.text('customerName', { max: 128 });
  const email = read.optionalText('email', { ...RULES.EMAIL, max: 128 });
  const callbackUrl = read.optionalText('callbackUrl', { ...RULES.URL, max: 256 });
  const remark = read.optionalText('remark', { max: 256 });
  const expireSeconds = isFixed ? (read.optionalInteger('expireSeconds', 60n, 3_600n) ?? 3_600n) : 0n;
  read.finish();
  return { mchOrderId, channelCode, amount, customerName, email, callbackUrl, remark, expireSeconds };
}

async function readQrCode(call: Call) {
  const row = await knownQrCode(call);
  const amount = row.amount === null ? null : BigInt(row.amount);
  const fee = amount === null ? null : feeOf(row.channel_code, amount);
  return { ...qrObject(call, row), amount, fee };
}

async function listQrPayments(call: Call) {
  const read = fieldReader(call.fields);
  const startDate = read.day('startDate');
  const endDate = read.day('endDate');
  if (startDate > endDate) read.blame('endDate', 'must not be before startDate');
  else if (daysBetween(startDate, endDate) >= LONGEST_RANGE_DAYS) {
    read.blame('endDate', 'must be within 31 days of startDate');
  }
  read.finish();
  const code = await knownQrCode(call);
  const { rows } = await call.context.pool.query<CollectionRow>(
    `SELECT * FROM sandbox.transactions
     WHERE app_id = $1 AND mch_order_id = $2 AND product = 'QR' AND create_time >= $3 AND create_time < $4
     ORDER BY create_time, transaction_id`,
    [call.app.appId, code.mch_order_id, startOfManilaDay(startDate), startOfManilaDay(addDays(endDate, 1))],
  );
  return rows.map((row) => ({
    transactionId: row.transaction_id,
    transactionCreateTime: wireTime(row.create_time),
    transactionReturnTime: wireTimeOrNull(row.complete_time),
    transactionAmount: BigInt(row.amount),
    channelCode: row.channel_code,
    transactionStatus: row.status,
    remark: row.remark,
  }));
}

async function cancelQrCode(call: Call) {
  const read = fieldReader(call.fields);
  const mchOrderId = read.text('mchOrderId', RULES.ID);
  read.finish();
  const { rows } = await call.context.pool.query<QrCodeRow>(
    `UPDATE sandbox.qr_codes SET update_time = CASE WHEN status = 'ACTIVE' THEN $3 ELSE update_time END, status = 'INACTIVE'
     WHERE app_id = $1 AND mch_order_id = $2 RETURNING *`,
    [call.app.appId, mchOrderId, call.now],
  );
  const row = rows[0];
  if (row === undefined) throw new Refusal(1008);
  return qrObject(call, row);
}

async function updateQrCode(call: Call) {
  const read = fieldReader(call.fields);
  const mchOrderId = read.text('mchOrderId', RULES.ID);
  const customerName = read.text('customerName', { max: 128 });
  const callbackUrl = read.optionalText('callbackUrl', { ...RULES.URL, max: 256 });
  const email = read.optionalText('email', { ...RULES.EMAIL, max: 128 });
  const remark = read.optionalText('remark', { max: 256 });
  read.finish();
  const updated = await inTransaction(call.context.pool, async (tx) => {
    const row = await findQrCode(tx, call.app.appId, mchOrderId, 'FOR UPDATE');
    if (row === null) throw new Refusal(1008);
    if (statusAt(row, call.now) !== 'ACTIVE') throw new Refusal(1009, 'mchOrderId:must name an ACTIVE code');
    const { rows } = await tx.query<QrCodeRow>(
      `UPDATE sandbox.qr_codes SET customer_name = $3, callback_url = coalesce($4, callback_url), email = coalesce($5, email),
         remark = coalesce($6, remark), update_time = $7
       WHERE app_id = $1 AND mch_order_id = $2 RETURNING *`,
      [call.app.appId, mchOrderId, customerName, callbackUrl, email, remark, call.now],
    );
    return rows[0] ?? row;
  });
  return qrObject(call, updated);
}

async function knownQrCode({ context, app, fields, pathId }: Call): Promise<QrCodeRow> {
  const read = fieldReader(fields);
  const named = read.optionalText('mchOrderId', RULES.ID);
  if (pathId === null && named === null) read.blame('mchOrderId', 'must not be blank');
  if (pathId !== null && named !== null && pathId !== named) {
    read.blame('mchOrderId', 'must be the same in the path and in the query');
  }
  read.finish();
  const row = await findQrCode(context.pool, app.appId, pathId ?? named ?? '');
  if (row === null) throw new Refusal(1008);
  return row;
}

function statusAt(row: QrCodeRow, now: Date): QrCodeRow['status'] {
  return row.expires_at !== null && row.expires_at <= now ? 'INACTIVE' : row.status;
}

function qrObject({ context, now }: Call, row: QrCodeRow) {
  return {
    mchOrderId: row.mch_order_id,
    qrcodeId: row.qrcode_id,
    qrcodeContent: row.qrcode_content,
    channelCode: row.channel_code,
    callbackUrl: row.callback_url,
    createTime: wireTime(row.create_time),
    updateTime: wireTime(row.update_time),
    expiresTime: wireTimeOrNull(row.expires_at),
    remark: row.remark,
    status: statusAt(row, now),
    qrLink: `${context.publicUrl()}/s/${row.link_code}`,
  };
}
