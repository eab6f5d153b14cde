import 'server-only';

import { gatewayOf } from '../apps/gateway-of';
import { findDefaultApp } from '../apps/queries';
import { writeAudit } from '../audit/write-audit';
import { type Actor, assertCan } from '../auth/actor';
import { insertOnce } from '../collect/insert-once';
import { callbackAddress } from '../collect/own-addresses';
import { refusalError } from '../collect/refusal-error';
import { db, type Tx } from '../db/client';
import type { QrCode } from '../db/generated/client';
import { AppError } from '../errors';
import type { Gateway } from '../gateway';
import { makeGatewayId } from '../ids/gateway-id';
import { writeTimeline } from '../timeline/write-timeline';
import { planCheck } from './plan-check';
import type { QrEvidence } from './qr-step';
import { channelOfKind, type CreateQrCodeInput } from './schema';
import { settleQrCode } from './settle-qr-code';
import type { QrCodeStatus } from './status';

export type CreatedQrCode = Readonly<{ id: string; status: QrCodeStatus }>;

const FORM_FIELDS = {
  amount: 'amount',
  customerName: 'customerName',
  email: 'email',
  remark: 'remark',
  channelCode: 'kind',
} as const;

/**
 * Asks PayCools for a QR code (5.1): the intent first, one call, then what the answer proves. The same request key
 * is the same code, whatever is pressed. Refused: `gateway-rejected` with the fault at its field, nothing was made.
 * An outcome that is not known is no error: the code is UNKNOWN and asked about until it is known.
 */
export async function createQrCode(actor: Actor, input: CreateQrCodeInput): Promise<CreatedQrCode> {
  assertCan(actor, 'collect:manage');
  const appId = input.appId ?? (await findDefaultApp(actor))?.appId;
  if (appId === undefined) throw new AppError('unavailable', 'collect.noApp');
  const gateway = await gatewayOf(actor.merchantId, appId);

  const { row, isNew } = await insertOnce(
    () => db().$transaction((tx) => writeIntent(tx, actor, appId, input)),
    () => findByRequestKey(actor, input.requestKey),
  );
  if (!isNew) return repeated(row, input);

  const evidence = await send(gateway, row);
  const settled = await db().$transaction((tx) => settleQrCode(tx, actor, row.id, evidence));
  if (evidence.kind === 'refused' && settled.status === 'REFUSED') {
    throw refusalError(evidence.code, evidence.gatewayMessage, FORM_FIELDS);
  }
  return { id: row.id, status: settled.status };
}

async function writeIntent(tx: Tx, actor: Actor, appId: string, input: CreateQrCodeInput): Promise<QrCode> {
  const { merchantId, userId } = actor;
  const now = new Date();
  const row = await tx.qrCode.create({
    data: {
      merchantId,
      gatewayAppId: appId,
      mchOrderId: makeGatewayId('QR', now),
      channelCode: channelOfKind(input.kind).code,
      amount: input.amount,
      customerName: input.customerName,
      email: input.email,
      remark: input.remark,
      status: 'SENDING',
      requestKey: input.requestKey,
      createdById: userId,
      createdAt: now,
      sentAt: now,
    },
  });
  await writeTimeline(
    tx,
    merchantId,
    { qrCodeId: row.id },
    {
      at: now,
      source: 'PERSON',
      kind: 'requested',
      actorId: userId,
    },
  );
  await writeAudit(tx, actor, {
    action: 'qr-code.requested',
    subjectType: 'qr-code',
    subjectId: row.id,
    detail: {
      mchOrderId: row.mchOrderId,
      channelCode: row.channelCode,
      amount: row.amount?.toString() ?? null,
    },
  });
  // Should this process die before the answer is written, a check finds the intent and asks.
  await planCheck(tx, row, now);
  return row;
}

async function send(gateway: Gateway, row: QrCode): Promise<QrEvidence> {
  const answer = await gateway.qrCode.create(
    {
      mchOrderId: row.mchOrderId,
      channelCode: row.channelCode,
      amount: row.amount,
      customerName: row.customerName,
      email: row.email,
      callbackUrl: callbackAddress(row.gatewayAppId),
      remark: row.remark,
    },
    { idsAreOurs: true },
  );
  const heard = { source: 'ANSWER', at: new Date() } as const;
  switch (answer.outcome) {
    case 'accepted':
      return { ...heard, kind: 'described', code: answer.data };
    case 'rejected':
      return { ...heard, kind: 'refused', code: answer.code, gatewayMessage: answer.gatewayMessage };
    case 'refused':
      return { ...heard, kind: 'refused', code: answer.code, gatewayMessage: '' };
    case 'unknown':
      return { ...heard, kind: 'unknown', why: answer.why, code: answer.code };
  }
}

function findByRequestKey({ merchantId }: Actor, requestKey: string): Promise<QrCode | null> {
  return db().qrCode.findUnique({ where: { merchantId_requestKey: { merchantId, requestKey } } });
}

/** A second press: the code of the first one, as long as it asks for the same. */
function repeated(row: QrCode, input: CreateQrCodeInput): CreatedQrCode {
  const isSame = row.channelCode === channelOfKind(input.kind).code && row.amount === input.amount;
  if (!isSame) {
    throw new AppError('conflict', 'qrCodes.form.sentBefore', {
      values: { askedCentavos: row.amount?.toString() ?? 'none' },
    });
  }
  if (row.status === 'REFUSED' && row.refusedCode !== null)
    throw refusalError(row.refusedCode, '', FORM_FIELDS);
  return { id: row.id, status: row.status };
}
