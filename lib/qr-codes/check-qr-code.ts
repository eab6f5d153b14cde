import 'server-only';

import { gatewayOf } from '../apps/gateway-of';
import { systemAuthor } from '../auth/actor';
import { db, type Tx } from '../db/client';
import type { QrCode } from '../db/generated/client';
import type { Gateway } from '../gateway';
import { type WaitingTimes, waitingTimes } from '../jobs/waiting-times';
import { writeTimeline } from '../timeline/write-timeline';
import { planCheck } from './plan-check';
import { NOT_FOUND, type QrEvidence } from './qr-step';
import { lockQrCode, settleQrCode } from './settle-qr-code';
import { isFinal } from './status';

export type CheckQrCodeJob = Readonly<{ merchantId: string; qrCodeId: string }>;

/**
 * The job that asks PayCools about a QR code (5.2) whose making is not known yet, or whose time has run out, until
 * it is final. A job that comes before the planned check does nothing: the plan has its own job.
 */
export async function checkQrCode({ merchantId, qrCodeId }: CheckQrCodeJob): Promise<void> {
  const by = systemAuthor('qr-code-check', merchantId);
  const known = await db().qrCode.findUnique({ where: { merchantId_id: { merchantId, id: qrCodeId } } });
  const times = waitingTimes();
  if (!known || !isDue(known, times)) return;

  if (known.status === 'SENDING') {
    const evidence = {
      source: 'SYSTEM',
      at: new Date(),
      kind: 'unknown',
      why: 'left-behind',
      code: null,
    } as const;
    await db().$transaction((tx) => settleQrCode(tx, by, qrCodeId, evidence));
  }
  const answer = await ask(await gatewayOf(merchantId, known.gatewayAppId), known);

  await db().$transaction(async (tx) => {
    const row = await lockQrCode(tx, merchantId, qrCodeId);
    if (!row || isFinal(row.status)) return;
    const counted = await tx.qrCode.update({
      where: { merchantId_id: { merchantId, id: qrCodeId } },
      data: { checkCount: row.checkCount + 1 },
    });
    const evidence = answer === 'not-found' ? await absence(tx, row, times) : answer;
    const settled = evidence && (await settleQrCode(tx, by, qrCodeId, evidence));
    if (!settled || settled.kind === 'unchanged') await planCheck(tx, counted, new Date());
  });
}

function isDue(known: QrCode, times: WaitingTimes): boolean {
  if (isFinal(known.status) || known.nextCheckAt === null) return false;
  // Clocks of two machines may differ a little; asking early does no harm, two chains of checks would.
  return known.nextCheckAt.getTime() - Date.now() <= times.sendingLeftBehind / 4;
}

async function ask(gateway: Gateway, { mchOrderId }: QrCode): Promise<QrEvidence | 'not-found' | null> {
  const answer = await gateway.qrCode.get({ mchOrderId });
  if (answer.outcome === 'accepted')
    return { source: 'POLL', at: new Date(), kind: 'described', code: answer.data };
  return answer.outcome === 'rejected' && answer.code === NOT_FOUND ? 'not-found' : null;
}

/** Not taken needs two not-found answers, the first long enough after the call, the second long enough after it. */
async function absence(tx: Tx, row: QrCode, times: WaitingTimes): Promise<QrEvidence | null> {
  const { merchantId, id, status, sentAt, createdAt } = row;
  const at = new Date();
  if (status !== 'UNKNOWN') return null;
  if (at.getTime() - (sentAt ?? createdAt).getTime() < times.absenceAfterCall) return null;
  const first = await tx.timelineEvent.findFirst({
    where: { merchantId, qrCodeId: id, kind: 'notFound' },
    orderBy: { at: 'asc' },
  });
  if (first && at.getTime() - first.at.getTime() >= times.absenceApart)
    return { source: 'POLL', at, kind: 'notTaken' };
  if (!first) await writeTimeline(tx, merchantId, { qrCodeId: id }, { at, source: 'POLL', kind: 'notFound' });
  return null;
}
