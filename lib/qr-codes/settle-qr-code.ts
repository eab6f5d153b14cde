import 'server-only';

import { writeAudit } from '../audit/write-audit';
import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { Prisma, QrCode } from '../db/generated/client';
import { AppError } from '../errors';
import { writeTimeline } from '../timeline/write-timeline';
import { planCheck } from './plan-check';
import { NOT_FOUND, type QrEvidence, type QrStep, qrStep } from './qr-step';
import type { QrCodeStatus } from './status';

export type QrSettlement = Readonly<{ kind: 'settled' | 'unchanged' | 'held'; status: QrCodeStatus }>;

/** Reads a QR code and holds its row until the transaction ends; null where this merchant has no such code. */
export async function lockQrCode(tx: Tx, merchantId: string, qrCodeId: string): Promise<QrCode | null> {
  await tx.$queryRaw`
    SELECT 1 FROM "QrCode" WHERE "merchantId" = ${merchantId}::uuid AND id = ${qrCodeId}::uuid FOR UPDATE`;
  return tx.qrCode.findUnique({ where: { merchantId_id: { merchantId, id: qrCodeId } } });
}

/**
 * The one function that changes the state of a QR code: action, answer and poll all end here. Another amount or
 * kind under our id is held and told, never settled; a final state never changes. Plans the next check.
 */
export async function settleQrCode(
  tx: Tx,
  by: Author,
  qrCodeId: string,
  evidence: QrEvidence,
): Promise<QrSettlement> {
  const known = await lockQrCode(tx, by.merchantId, qrCodeId);
  if (!known) throw new AppError('not-found');
  const step = qrStep(known, evidence);
  if (step.kind === 'nothing') return { kind: 'unchanged', status: known.status };

  const isMove = step.to !== known.status;
  const changed = await tx.qrCode.update({
    where: { merchantId_id: { merchantId: by.merchantId, id: qrCodeId } },
    data: {
      status: step.to,
      ...(isMove && { checkCount: 0 }),
      ...(step.kind === 'move' && factsOf(known, evidence)),
    },
  });
  await writeTimeline(
    tx,
    by.merchantId,
    { qrCodeId },
    {
      at: evidence.at,
      source: evidence.source,
      kind: step.event,
      detail: detailOf(step, evidence),
    },
  );
  if (isMove) {
    await writeAudit(tx, by, {
      action: 'qr-code.settled',
      subjectType: 'qr-code',
      subjectId: qrCodeId,
      detail: {
        from: known.status,
        to: step.to,
        source: evidence.source,
        code: changed.refusedCode?.toString() ?? null,
      },
    });
  }
  // A held code is for a person to look at; asking again would tell the same.
  if (step.kind === 'hold') await tx.qrCode.updateMany({ where: idOf(known), data: { nextCheckAt: null } });
  else await planCheck(tx, changed, evidence.at);
  return { kind: step.kind === 'hold' ? 'held' : 'settled', status: step.to };
}

function factsOf(known: QrCode, evidence: QrEvidence): Prisma.QrCodeUpdateInput {
  switch (evidence.kind) {
    case 'described':
    case 'cancelled': {
      const { qrcodeId, qrcodeContent, qrLink, expiresTime } = evidence.code;
      return {
        qrcodeId,
        content: known.content ?? qrcodeContent,
        qrLink: known.qrLink ?? qrLink,
        expiresAt: known.expiresAt ?? expiresTime,
      };
    }
    case 'refused':
      return { refusedCode: evidence.code };
    case 'notTaken':
      return { refusedCode: NOT_FOUND };
    case 'unknown':
      return {};
  }
}

function detailOf(step: Exclude<QrStep, { kind: 'nothing' }>, evidence: QrEvidence): Prisma.InputJsonObject {
  if (step.kind === 'hold') return step.told;
  switch (evidence.kind) {
    case 'described':
    case 'cancelled':
      return { qrcodeId: evidence.code.qrcodeId };
    case 'refused':
      return { code: evidence.code, said: evidence.gatewayMessage };
    case 'unknown':
      return { why: evidence.why, ...(evidence.code !== null && { code: evidence.code }) };
    case 'notTaken':
      return {};
  }
}

function idOf({ merchantId, id }: QrCode) {
  return { merchantId, id };
}
