import { createHash, randomUUID } from 'node:crypto';

import { gatewayOf } from '../apps/gateway-of';
import { meaningHash } from '../callbacks/meaning-hash';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import type { Gateway } from '../gateway';
import { ExportedBooks } from './exported-books';

type Into = Readonly<{
  merchantId: string;
  gatewayAppId: string;
  /** DEMO by default: neither asked for here nor brought by somebody else. */
  origin?: 'DEMO' | 'KAHA';
}>;

type Ids = ReadonlyMap<string, string>;
type Line = Omit<Prisma.TimelineEventCreateManyInput, 'merchantId' | 'detail'> &
  Readonly<{ detail?: Prisma.InputJsonObject }>;

const ROWS_PER_INSERT = 1_000;

/**
 * Writes exported books as plain rows, as they stand after everything was applied: orders, refunds, payouts, the
 * callbacks byte for byte, and the balance at each midnight. Nothing is enqueued and no gateway is asked.
 */
export async function loadExport(into: Into, exported: unknown): Promise<void> {
  const books = ExportedBooks.parse(exported);
  const orders = await loadOrders(into, books);
  const refunds = await loadRefunds(into, books, orders);
  const payouts = await loadPayouts(into, books);
  const gateway = await gatewayOf(into.merchantId, into.gatewayAppId);
  const callbacks = books.callbacks.map((each) =>
    callbackRow(into, gateway, each, { orders, refunds, payouts }),
  );
  await inChunks(callbacks, (data) => db().callback.createMany({ data }));
  const now = new Date();
  // The history's last midnight may lie ahead: nobody has said that balance yet.
  const told = books.balances.filter(({ at }) => at <= now);
  await inChunks(told, (chunk) =>
    db().balanceSnapshot.createMany({
      data: chunk.map(({ at, balance }) => ({
        merchantId: into.merchantId,
        gatewayAppId: into.gatewayAppId,
        balance,
        requestedAt: at,
        answeredAt: at,
        reason: 'midnight',
      })),
    }),
  );
}

async function loadOrders(into: Into, books: ExportedBooks): Promise<Ids> {
  const rows = books.orders.map((order) => orderRow(into, order));
  await inChunks(rows, (data) => db().order.createMany({ data }));
  const ids = new Map(rows.map(({ transactionId, id }) => [transactionId, id]));
  await loadTimeline(
    into.merchantId,
    books.orders.flatMap((order) => orderStory(ids.get(order.transactionId) ?? '', order)),
  );
  return ids;
}

type ExportedOrder = ExportedBooks['orders'][number];

function orderRow({ merchantId, gatewayAppId, origin = 'DEMO' }: Into, order: ExportedOrder) {
  return {
    id: randomUUID(),
    merchantId,
    gatewayAppId,
    origin,
    product: order.product,
    channelCode: order.channelCode,
    status: order.status,
    amount: order.amount,
    mchOrderId: order.mchOrderId,
    // A web payment is asked for under an id of ours; the other products are payments to an instrument.
    intentOrderId: order.product === 'WEB_PAYMENT' ? order.mchOrderId : null,
    transactionId: order.transactionId,
    customerName: order.customerName,
    email: order.email,
    mobile: order.mobile,
    remark: order.remark,
    callbackExpected: true,
    failedCode: order.failedCode,
    failedMessage: order.failedMessage,
    createdAt: order.createTime,
    completedAt: order.completeTime,
  };
}

function orderStory(orderId: string, order: ExportedOrder): Line[] {
  const { status, createTime, completeTime, failedCode, learntBy } = order;
  const created: Line = { orderId, at: createTime, source: 'ANSWER', kind: 'pending' };
  if (status === 'PENDING') return [created];
  return [
    created,
    {
      orderId,
      at: completeTime ?? createTime,
      source: learntBy === 'CALLBACK' ? 'CALLBACK' : 'POLL',
      kind: status.toLowerCase(),
      ...(failedCode !== null && { detail: { code: failedCode } }),
    },
  ];
}

async function loadRefunds(
  { merchantId, gatewayAppId, origin = 'DEMO' }: Into,
  books: ExportedBooks,
  orders: Ids,
): Promise<Ids> {
  const rows = books.refunds.map(({ refundAmount, refundStatus, refundReason, ...refund }) => ({
    ...refund,
    id: randomUUID(),
    merchantId,
    gatewayAppId,
    origin,
    orderId: orders.get(refund.originalTransactionId) ?? null,
    amount: refundAmount,
    status: refundStatus,
    reason: refundReason,
    sentAt: refund.refundCreateTime,
    sendCount: 1,
    createdAt: refund.refundCreateTime,
  }));
  await inChunks(rows, (data) => db().refund.createMany({ data }));
  await loadTimeline(
    merchantId,
    rows.flatMap(
      ({ id, orderId, amount, status, refundCreateTime, refundReturnTime, failedCode }): Line[] => {
        const detail = {
          amountCentavos: amount.toString(),
          ...(failedCode !== null && { code: failedCode }),
        };
        const about = { refundId: id, orderId, detail };
        const kind = (
          { COMPLETE: 'complete', FAILED: 'failed', CANCELLED: 'cancelled', IN_PROGRESS: null } as const
        )[status];
        return [
          { ...about, at: refundCreateTime, source: 'ANSWER', kind: 'accepted' },
          ...(kind === null
            ? []
            : [{ ...about, at: refundReturnTime ?? refundCreateTime, source: 'CALLBACK' as const, kind }]),
        ];
      },
    ),
  );
  return new Map(rows.map(({ mchRefundOrderId, id }) => [mchRefundOrderId, id]));
}

async function loadPayouts(
  { merchantId, gatewayAppId, origin = 'DEMO' }: Into,
  books: ExportedBooks,
): Promise<Ids> {
  const rows = books.payouts.map(({ createTime, returnTime, transactionStatus, ...payout }) => ({
    ...payout,
    id: randomUUID(),
    merchantId,
    gatewayAppId,
    origin,
    status: transactionStatus,
    createdAt: createTime,
    completedAt: returnTime,
  }));
  await inChunks(rows, (data) => db().payout.createMany({ data }));
  return new Map(rows.map(({ transactionId, id }) => [transactionId, id]));
}

type Exported = ExportedBooks['callbacks'][number];

function callbackRow(
  { merchantId, gatewayAppId }: Into,
  gateway: Gateway,
  { receivedAt, body }: Exported,
  ids: Readonly<{ orders: Ids; refunds: Ids; payouts: Ids }>,
): Prisma.CallbackCreateManyInput {
  const rawBody = Uint8Array.from(Buffer.from(body, 'utf8'));
  const verdict = gateway.verifyCallback(rawBody);
  if (!verdict.genuine) throw new Error(`an exported callback is not genuine: ${body}`);
  const { event, fields } = verdict;
  const text = (name: string) => fields[name] ?? null;
  return {
    merchantId,
    gatewayAppId,
    receivedAt,
    rawBody,
    bodySha256: createHash('sha256').update(rawBody).digest('hex'),
    meaningHash: meaningHash(fields, verdict.ambiguous),
    genuine: true,
    ambiguous: verdict.ambiguous,
    canonical: verdict.canonical,
    eventName: text('eventName'),
    subjectId: text('mchRefundOrderId') ?? text('mchOrderId'),
    state: 'PROCESSED',
    processedAt: receivedAt,
    orderId: event.kind === 'collection' ? (ids.orders.get(event.transactionId) ?? null) : null,
    refundId: event.kind === 'refund' ? (ids.refunds.get(event.mchRefundOrderId) ?? null) : null,
    payoutId: event.kind === 'payout' ? (ids.payouts.get(event.transactionId) ?? null) : null,
  };
}

async function loadTimeline(merchantId: string, lines: readonly Line[]): Promise<void> {
  await inChunks(lines, (chunk) =>
    db().timelineEvent.createMany({
      data: chunk.map(({ detail = {}, ...line }) => ({ ...line, merchantId, detail })),
    }),
  );
}

async function inChunks<Row>(
  rows: readonly Row[],
  insert: (chunk: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await insert(rows.slice(from, from + ROWS_PER_INSERT));
  }
}
