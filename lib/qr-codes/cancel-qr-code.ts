import 'server-only';

import { gatewayOf } from '../apps/gateway-of';
import { writeAudit } from '../audit/write-audit';
import { type Actor, assertCan } from '../auth/actor';
import { db, type Tx } from '../db/client';
import type { QrCode } from '../db/generated/client';
import { AppError } from '../errors';
import { writeTimeline } from '../timeline/write-timeline';
import { planCheckSoon } from './plan-check';
import { NOT_FOUND } from './qr-step';
import { lockQrCode, settleQrCode } from './settle-qr-code';
import { isCancellable, isFinal, type QrCodeStatus } from './status';

/**
 * Switches a QR code off at PayCools (5.4), so that nobody can pay it any more; what was paid stays. One that is
 * over already stays as it is. Throws `gateway-rejected` or `gateway-unknown` when it is not known to be off.
 */
export async function cancelQrCode(
  actor: Actor,
  input: Readonly<{ qrCodeId: string }>,
): Promise<Readonly<{ status: QrCodeStatus }>> {
  assertCan(actor, 'collect:manage');
  const { qrCodeId } = input;
  const row = await db().$transaction((tx) => writeIntent(tx, actor, qrCodeId));
  if (isFinal(row.status)) return { status: row.status };

  const gateway = await gatewayOf(actor.merchantId, row.gatewayAppId);
  const answer = await gateway.qrCode.cancel({ mchOrderId: row.mchOrderId });
  const heard = { source: 'ANSWER', at: new Date() } as const;
  switch (answer.outcome) {
    case 'accepted': {
      const evidence = { ...heard, kind: 'cancelled', code: answer.data } as const;
      const { status, kind } = await db().$transaction((tx) => settleQrCode(tx, actor, qrCodeId, evidence));
      if (kind === 'held' || status === 'ACTIVE')
        throw new AppError('gateway-rejected', 'qrCodes.cancel.stillActive');
      return { status };
    }
    case 'rejected':
    case 'refused': {
      await tell(actor, qrCodeId, heard.at, 'cancelRefused', { code: answer.code });
      const key = answer.code === NOT_FOUND ? 'qrCodes.cancel.notFound' : 'qrCodes.cancel.refused';
      throw new AppError('gateway-rejected', key, { values: { code: answer.code } });
    }
    case 'unknown':
      await tell(actor, qrCodeId, heard.at, 'cancelUnknown', {});
      await db().$transaction((tx) => planCheckSoon(tx, row, heard.at));
      throw new AppError('gateway-unknown', 'qrCodes.cancel.unknown');
  }
}

async function writeIntent(tx: Tx, actor: Actor, qrCodeId: string): Promise<QrCode> {
  const row = await lockQrCode(tx, actor.merchantId, qrCodeId);
  if (!row) throw new AppError('not-found');
  if (isFinal(row.status)) return row;
  if (!isCancellable(row.status)) throw new AppError('conflict', 'qrCodes.cancel.tooEarly');
  await writeTimeline(
    tx,
    actor.merchantId,
    { qrCodeId },
    {
      at: new Date(),
      source: 'PERSON',
      kind: 'cancelRequested',
      actorId: actor.userId,
    },
  );
  await writeAudit(tx, actor, {
    action: 'qr-code.cancel-requested',
    subjectType: 'qr-code',
    subjectId: qrCodeId,
    detail: { mchOrderId: row.mchOrderId },
  });
  return row;
}

async function tell(
  { merchantId }: Actor,
  qrCodeId: string,
  at: Date,
  kind: string,
  detail: Readonly<Record<string, number>>,
): Promise<void> {
  await db().$transaction((tx) =>
    writeTimeline(tx, merchantId, { qrCodeId }, { at, source: 'ANSWER', kind, detail }),
  );
}
