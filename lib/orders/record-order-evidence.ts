import 'server-only';

import { randomUUID } from 'node:crypto';

import { writeAudit } from '../audit/write-audit';
import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { Origin } from '../db/generated/enums';
import type { Message } from '../i18n/message';
import { linkRefunds } from './link-refunds';
import type { EvidenceSource, OrderEvidence } from './order-decision';
import { raiseOnOrder } from './raise-on-order';
import { settleOrder } from './settle-order';

/** The app that the evidence came through, and whether the shop itself may create payments with it. */
export type EvidenceApp = Readonly<{ appId: string; othersCreateOrders: boolean }>;

export type OrderRecord =
  | Readonly<{ kind: 'settled' | 'unchanged' | 'created'; orderId: string }>
  | Readonly<{ kind: 'held' | 'raised' | 'contradiction'; reason: Message; orderId?: string }>;

const ORIGIN = {
  ANSWER: 'QUERY',
  CALLBACK: 'CALLBACK',
  STATEMENT: 'STATEMENT',
  POLL: 'QUERY',
} as const satisfies Record<EvidenceSource, Origin>;

/**
 * Finds the order that evidence speaks of, in the order of design.md "Origin" (transaction, our own intent, an
 * instrument of ours, none), creates it where nobody asked for it here, and ends in `settleOrder`. Callback,
 * statement and query may race: one row comes out. What cannot be true together is held and raised, never a second row.
 */
export async function recordOrderEvidence(
  tx: Tx,
  by: Author,
  app: EvidenceApp,
  evidence: OrderEvidence,
): Promise<OrderRecord> {
  if (evidence.amount <= 0n) {
    return { kind: 'held', reason: { key: 'orders.raised.noAmount', values: amountOf(evidence) } };
  }
  const known =
    (await findByTransaction(tx, by, app, evidence)) ?? (await findByIntent(tx, by, app, evidence));
  if (known) return settleOrder(tx, by, known, evidence);

  const elsewhere = await heldElsewhere(tx, by, app, evidence);
  if (elsewhere) return elsewhere;
  return createOrder(tx, by, app, evidence);
}

async function findByTransaction(tx: Tx, by: Author, app: EvidenceApp, { transactionId }: OrderEvidence) {
  const order = await tx.order.findUnique({
    where: {
      merchantId_gatewayAppId_transactionId: {
        merchantId: by.merchantId,
        gatewayAppId: app.appId,
        transactionId,
      },
    },
    select: { id: true },
  });
  return order?.id ?? null;
}

async function findByIntent(tx: Tx, by: Author, app: EvidenceApp, { mchOrderId }: OrderEvidence) {
  if (mchOrderId === null) return null;
  const order = await tx.order.findUnique({
    where: {
      merchantId_gatewayAppId_intentOrderId: {
        merchantId: by.merchantId,
        gatewayAppId: app.appId,
        intentOrderId: mchOrderId,
      },
    },
    select: { id: true },
  });
  return order?.id ?? null;
}

/** The same transaction under another app of this merchant: two apps cannot both have received it. */
async function heldElsewhere(
  tx: Tx,
  by: Author,
  app: EvidenceApp,
  evidence: OrderEvidence,
): Promise<OrderRecord | null> {
  const other = await tx.order.findFirst({
    where: {
      merchantId: by.merchantId,
      transactionId: evidence.transactionId,
      gatewayAppId: { not: app.appId },
    },
    select: { id: true, gatewayAppId: true },
  });
  if (!other) return null;
  const reason = { key: 'orders.raised.otherApp', values: { known: other.gatewayAppId, told: app.appId } };
  await raiseOnOrder(tx, by, other.id, { event: 'otherApp', reason, news: evidence });
  return { kind: 'held', reason, orderId: other.id };
}

async function createOrder(
  tx: Tx,
  by: Author,
  app: EvidenceApp,
  evidence: OrderEvidence,
): Promise<OrderRecord> {
  const instrument = await findInstrument(tx, by, app, evidence);
  if (instrument?.amount && instrument.amount !== evidence.amount) {
    return {
      kind: 'held',
      reason: {
        key: 'orders.raised.otherAmount',
        values: { knownCentavos: String(instrument.amount), toldCentavos: String(evidence.amount) },
      },
    };
  }
  const orderId = randomUUID();
  const { count } = await tx.order.createMany({
    data: [{ ...newOrder(by, app, evidence), id: orderId, ...ofInstrument(instrument) }],
    skipDuplicates: true,
  });
  // Somebody else created it first and has committed: theirs is the row, and this is one more voice on it.
  if (count === 0) return recordOrderEvidence(tx, by, app, evidence);

  await writeAudit(tx, by, {
    action: 'order.recorded',
    subjectType: 'order',
    subjectId: orderId,
    detail: {
      origin: ORIGIN[evidence.source],
      amount: String(evidence.amount),
      transactionId: evidence.transactionId,
    },
  });
  await settleOrder(tx, by, orderId, evidence);
  await linkRefunds(tx, { ...newOrder(by, app, evidence), id: orderId });
  if (instrument || app.othersCreateOrders) return { kind: 'created', orderId };
  const reason = { key: 'orders.raised.missingHere', values: amountOf(evidence) };
  await raiseOnOrder(tx, by, orderId, { event: 'missingHere', reason, news: evidence });
  return { kind: 'raised', reason, orderId };
}

async function findInstrument(tx: Tx, by: Author, app: EvidenceApp, { mchOrderId, product }: OrderEvidence) {
  if (mchOrderId === null || product !== 'QR_CODE') return null;
  return tx.qrCode.findUnique({
    where: {
      merchantId_gatewayAppId_mchOrderId: {
        merchantId: by.merchantId,
        gatewayAppId: app.appId,
        mchOrderId,
      },
    },
    select: { id: true, amount: true },
  });
}

function ofInstrument(instrument: { id: string } | null) {
  // Codes that Kaha makes name our callback address, so silence about their payments means something.
  return instrument ? { qrCodeId: instrument.id, callbackExpected: true } : {};
}

/** Every order starts open; the settle function says what has become of it. */
function newOrder(by: Author, app: EvidenceApp, evidence: OrderEvidence) {
  return {
    merchantId: by.merchantId,
    gatewayAppId: app.appId,
    origin: ORIGIN[evidence.source],
    product: evidence.product,
    channelCode: evidence.channelCode,
    status: 'PENDING',
    amount: evidence.amount,
    mchOrderId: evidence.mchOrderId,
    transactionId: evidence.transactionId,
    createdAt: evidence.createdAt,
  } as const;
}

function amountOf(evidence: OrderEvidence): Readonly<Record<string, string>> {
  return { amountCentavos: String(evidence.amount), transactionId: evidence.transactionId };
}
