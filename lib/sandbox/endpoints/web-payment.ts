import { lockApp } from '../apps';
import { CHANNELS, findChannel } from '../channels';
import type { CollectionRow } from '../collections';
import { inTransaction } from '../database';
import { isFirstTry, isOrderIdUsed, type Call, type Endpoint } from '../endpoint';
import { newGatewayId, newLinkCode } from '../ids';
import { wireTime, wireTimeOrNull } from '../manila-time';
import { refusesOnce } from '../outcome';
import { fieldReader, RULES } from '../read-fields';
import { Refusal } from '../refusal';

const LIFETIME_MS = 3_600_000;

/** The operations of section 7. */
export const WEB_PAYMENT_ENDPOINTS: readonly Endpoint[] = [
  {
    operation: 'webPayment.create',
    methods: ['POST'],
    path: /^\/api\/v1\/payment$/,
    writes: true,
    bucket: 'requests',
    act: createWebPayment,
  },
  {
    operation: 'webPayment.get',
    methods: ['GET'],
    path: /^\/api\/v1\/payment\/check$/,
    writes: false,
    bucket: 'requests',
    act: readWebPayment,
  },
  {
    operation: 'webPayment.channels',
    methods: ['GET'],
    path: /^\/api\/v1\/payment\/channel$/,
    writes: false,
    bucket: 'requests',
    act: ({ app }) =>
      Promise.resolve(
        CHANNELS.filter((channel) => channel.product === 'WEB').map((channel) => ({
          channelCode: channel.code,
          channelName: channel.name,
          channelType: channel.type,
          minAmount: channel.minAmount,
          maxAmount: channel.maxAmount,
          status: app.settings.closedChannels.includes(channel.code) ? 'INACTIVE' : 'ACTIVE',
        })),
      ),
  },
];

async function createWebPayment(call: Call) {
  const { context, app, now } = call;
  const input = creationInput(call);
  const created = await inTransaction(context.pool, async (tx) => {
    await lockApp(tx, app.appId);
    if (await isOrderIdUsed(tx, app.appId, input.mchOrderId)) throw new Refusal(1012);
    const channel = findChannel(input.channelCode);
    const isOpen = channel?.product === 'WEB' && !app.settings.closedChannels.includes(channel.code);
    if (!isOpen) throw new Refusal(1011);
    if (input.amount < channel.minAmount || input.amount > channel.maxAmount) throw new Refusal(1007);
    if (refusesOnce(input.amount)) {
      if (await isFirstTry(tx, app.appId, 'webPayment.create', input.mchOrderId)) return null;
    }
    // Unpaid, it closes when its hour ends; paying puts the payment's own outcome in this place.
    const { rows } = await tx.query<CollectionRow>(
      `INSERT INTO sandbox.transactions (app_id, transaction_id, product, channel_code, mch_order_id, amount, status, create_time,
         customer_name, email, mobile, remark, callback_url, redirect_url, link_code, expires_at, due_at, due_status)
       VALUES ($1, $2, 'WEB', $3, $4, $5, 'PENDING', $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, 'CLOSED') RETURNING *`,
      [
        app.appId,
        newGatewayId('C', now),
        input.channelCode,
        input.mchOrderId,
        input.amount,
        now,
        input.customerName,
        input.email,
        input.mobile,
        input.remark,
        input.callbackUrl,
        input.redirectUrl,
        newLinkCode(),
        new Date(now.getTime() + LIFETIME_MS / app.timeScale),
      ],
    );
    return rows[0] ?? null;
  });
  if (created === null) throw new Refusal(1018);
  return {
    redirectUrl: `${context.publicUrl()}/s/${created.link_code ?? ''}`,
    transactionStatus: created.status,
    transactionId: created.transaction_id,
    transactionAmount: BigInt(created.amount),
    expiresTime: wireTimeOrNull(created.expires_at),
  };
}

function creationInput({ fields }: Call) {
  const read = fieldReader(fields);
  read.text('appName', RULES.NAME);
  const mchOrderId = read.text('mchOrderId', RULES.ID);
  const amount = read.integer('amount', 100n, 5_000_000n);
  const customerName = read.optionalText('customerName', { max: 100 });
  const channelCode = read.text('channelCode', { max: 100 });
  const email = read.text('email', RULES.EMAIL);
  const mobile = read.text('mobile', RULES.MOBILE);
  const remark = read.optionalText('remark', { max: 255 });
  const callbackUrl = read.text('callbackUrl', { ...RULES.URL, max: 100 });
  const redirectUrl = read.text('redirectUrl', { ...RULES.URL, max: 100 });
  read.finish();
  return {
    mchOrderId,
    amount,
    customerName,
    channelCode,
    email,
    mobile,
    remark,
    callbackUrl,
    redirectUrl,
  };
}

async function readWebPayment({ context, app, fields }: Call) {
  const read = fieldReader(fields);
  const mchOrderId = read.text('mchOrderId', RULES.ID);
  read.finish();
  const { rows } = await context.pool.query<CollectionRow>(
    "SELECT * FROM sandbox.transactions WHERE app_id = $1 AND mch_order_id = $2 AND product = 'WEB'",
    [app.appId, mchOrderId],
  );
  const row = rows[0];
  if (row === undefined) throw new Refusal(1008);
  return {
    mchOrderId: row.mch_order_id,
    transactionId: row.transaction_id,
    amount: BigInt(row.amount),
    transactionStatus: row.status,
    createTime: wireTime(row.create_time),
    returnTime: wireTimeOrNull(row.complete_time),
    appName: app.appName,
    customerName: row.customer_name,
    channelCode: row.channel_code,
    email: row.email,
    mobile: row.mobile,
    remark: row.remark,
    callbackUrl: row.callback_url,
    failedCode: row.failed_code,
    failedMessage: row.failed_message,
  };
}
