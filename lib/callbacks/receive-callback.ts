import 'server-only';

import { createHash, randomUUID } from 'node:crypto';

import { gatewayConfigOf } from '../apps/gateway-of';
import { db, type Tx } from '../db/client';
import type { GatewayApp, Prisma } from '../db/generated/client';
import { callbackKeys, type CallbackVerdict, profileOf, verifyCallback } from '../gateway';
import type { Message } from '../i18n/message';
import { enqueue } from '../jobs/queue';
import { meaningHash } from './meaning-hash';
import type { CappedBody } from './read-capped-body';
import { shortText, storableText } from './storable-text';

/** What the sender is told. Only what is stored together with its job is acknowledged. */
export type Reception =
  | Readonly<{ kind: 'acknowledged'; body: string }>
  | Readonly<{ kind: 'unknown-app' | 'not-genuine' | 'too-large' }>;

type Genuine = Extract<CallbackVerdict, { genuine: true }>;
type Rejected = Extract<CallbackVerdict, { genuine: false }>;

/** A sender without our secret could otherwise fill the database. */
export const REJECTED_KEPT_PER_HOUR = 100;
const HOUR_MS = 3_600_000;

/**
 * Takes one callback: judges the raw bytes with the app's keys, stores them together with their job in one
 * transaction, and only then acknowledges. An unknown app is not stored at all; what is not genuine is stored as
 * rejected, up to a cap for each app and hour, and never acknowledged.
 */
export async function receiveCallback(appId: string, body: CappedBody): Promise<Reception> {
  const app = await db().gatewayApp.findUnique({ where: { appId } });
  if (!app) return { kind: 'unknown-app' };

  const receivedAt = new Date();
  if (body.tooLarge) {
    await keepRejected(app, body.bytes, receivedAt, {
      genuine: false,
      why: 'too-large',
      canonical: null,
      fields: {},
    });
    return { kind: 'too-large' };
  }
  const verdict = verifyCallback(body.bytes, callbackKeys(gatewayConfigOf(app)));
  if (!verdict.genuine) {
    await keepRejected(app, body.bytes, receivedAt, verdict);
    return { kind: 'not-genuine' };
  }
  await db().$transaction((tx) => keepGenuine(tx, app, body.bytes, receivedAt, verdict));
  return { kind: 'acknowledged', body: profileOf(app.profile).acknowledgement };
}

async function keepGenuine(
  tx: Tx,
  app: GatewayApp,
  bytes: Uint8Array<ArrayBuffer>,
  receivedAt: Date,
  verdict: Genuine,
): Promise<void> {
  const { merchantId, appId } = app;
  const meaning = meaningHash(verdict.fields, verdict.ambiguous);
  // Two deliveries of one message at one moment: the second waits here and then sees the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${appId}:${meaning}`}, 0))`;
  const first = await tx.callback.findFirst({
    where: { merchantId, gatewayAppId: appId, meaningHash: meaning, duplicateOfId: null },
    select: { id: true },
  });
  const callbackId = randomUUID();
  await tx.callback.create({
    data: {
      ...rowOf(app, bytes, receivedAt, verdict),
      id: callbackId,
      meaningHash: meaning,
      genuine: true,
      ambiguous: verdict.ambiguous,
      duplicateOfId: first?.id ?? null,
      ...(verdict.ambiguous ? held(ambiguityReason(verdict)) : { state: 'RECEIVED' }),
    },
  });
  await enqueue(tx, 'callback.apply', { merchantId, callbackId });
}

async function keepRejected(
  app: GatewayApp,
  bytes: Uint8Array<ArrayBuffer>,
  receivedAt: Date,
  verdict: Rejected,
): Promise<void> {
  const kept = await db().callback.count({
    where: {
      merchantId: app.merchantId,
      gatewayAppId: app.appId,
      state: 'REJECTED',
      receivedAt: { gt: new Date(receivedAt.getTime() - HOUR_MS) },
    },
  });
  if (kept >= REJECTED_KEPT_PER_HOUR) return;
  await db().callback.create({
    data: {
      ...rowOf(app, bytes, receivedAt, verdict),
      genuine: false,
      state: 'REJECTED',
      reason: `callbacks.reason.${REJECTED_BECAUSE[verdict.why]}`,
    },
  });
}

const REJECTED_BECAUSE = {
  'too-large': 'tooLarge',
  unreadable: 'unreadable',
  'no-sign': 'noSign',
  'bad-sign': 'badSign',
} as const satisfies Record<Rejected['why'], string>;

function rowOf(
  { merchantId, appId }: GatewayApp,
  bytes: Uint8Array<ArrayBuffer>,
  receivedAt: Date,
  { canonical, fields }: CallbackVerdict,
) {
  return {
    merchantId,
    gatewayAppId: appId,
    receivedAt,
    rawBody: bytes,
    bodySha256: createHash('sha256').update(bytes).digest('hex'),
    canonical: canonical === null ? null : storableText(canonical),
    eventName: shortText(fields['eventName']),
    subjectId: shortText(subjectOf(fields)),
  };
}

/** The id that a person would look for: the refund's own where it is one, else the transaction's. */
function subjectOf(fields: Readonly<Record<string, string | null>>): string | null {
  return (
    fields['mchRefundOrderId'] ?? fields['mchOrderId'] ?? fields['transactionId'] ?? fields['ekycId'] ?? null
  );
}

function ambiguityReason({ ambiguities }: Genuine): Message {
  const [first] = ambiguities;
  return {
    key: `callbacks.reason.ambiguous.${first?.why ?? 'nested'}`,
    values: { field: shortText(first?.field) ?? '' },
  };
}

function held({ key, values }: Message) {
  return {
    state: 'HELD',
    reason: key,
    reasonValues: { ...values } satisfies Prisma.InputJsonObject,
  } as const;
}
