import 'server-only';

import { writeAudit } from '../audit/write-audit';
import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { Refund } from '../db/generated/client';
import { enqueue } from '../jobs/queue';
import { waitingTimes } from '../jobs/waiting-times';
import { writeTimeline } from '../timeline/write-timeline';
import { type Absence, weighAbsence } from './absence';
import { raiseOnRefund } from './raise-on-refund';

/**
 * PayCools, asked at `askedAt`, does not know this refund. Proved on an unknown one, that is a mark which lets a person
 * send it again or withdraw it, and nothing else; on one that PayCools had accepted it is raised. The caller holds its lock.
 */
export async function recordNotFound(tx: Tx, by: Author, refund: Refund, askedAt: Date): Promise<void> {
  if (refund.status !== 'UNKNOWN' && refund.status !== 'IN_PROGRESS') return;
  if (refund.provedNotTakenAt !== null) return;
  // The call had ended when it became unknown: the later of its two ends is the safer one to count from.
  const since = refund.unknownSince ?? refund.sentAt ?? refund.createdAt;
  const absence = weighAbsence({ since, firstNotFoundAt: refund.firstNotFoundAt }, askedAt, waitingTimes());
  if (absence.kind !== 'proved') return askSooner(tx, refund, absence);
  if (refund.status === 'UNKNOWN') return markNotTaken(tx, by, refund, askedAt);
  await raiseOnRefund(tx, by, refund, {
    event: 'lostThere',
    reason: {
      key: 'refunds.raised.lostThere',
      values: { refundTransactionId: refund.refundTransactionId ?? '' },
    },
    news: { source: 'POLL', at: askedAt, detail: { section: '8.2' } },
  });
}

async function markNotTaken(tx: Tx, by: Author, refund: Refund, at: Date): Promise<void> {
  const { merchantId, id } = refund;
  const firstNotFoundAt = (refund.firstNotFoundAt ?? at).toISOString();
  await tx.refund.updateMany({ where: { merchantId, id }, data: { provedNotTakenAt: at } });
  await writeTimeline(
    tx,
    merchantId,
    { refundId: id, orderId: refund.orderId },
    {
      at,
      source: 'POLL',
      kind: 'notTaken',
      detail: { amountCentavos: String(refund.amount), section: '8.2', firstAskedAt: firstNotFoundAt },
    },
  );
  await writeAudit(tx, by, {
    action: 'refund.proved-not-taken',
    subjectType: 'refund',
    subjectId: id,
    detail: { firstNotFoundAt },
  });
}

/** Nobody should wait for the next usual check when the next answer can already be the proof. */
async function askSooner(
  tx: Tx,
  { merchantId, id: refundId, nextCheckAt }: Refund,
  { firstNotFoundAt, askAgainAfterMs }: Exclude<Absence, { kind: 'proved' }>,
): Promise<void> {
  const soon = new Date(Date.now() + askAgainAfterMs);
  const isSooner = nextCheckAt === null || soon < nextCheckAt;
  await tx.refund.updateMany({
    where: { merchantId, id: refundId },
    data: { firstNotFoundAt, ...(isSooner && { nextCheckAt: soon }) },
  });
  if (isSooner) await enqueue(tx, 'refund.check', { merchantId, refundId }, { afterMs: askAgainAfterMs });
}
