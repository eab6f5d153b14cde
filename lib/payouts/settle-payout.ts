import 'server-only';

import { writeAudit } from '../audit/write-audit';
import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { Payout, Prisma } from '../db/generated/client';
import { AppError } from '../errors';
import type { Message } from '../i18n/message';
import { canBecome, isFinal } from '../refunds/status';
import { writeTimeline } from '../timeline/write-timeline';
import type { PayoutEvidence } from './payout-evidence';
import { raiseOnPayout } from './raise-on-payout';
import { PAYOUT_STATUS_OF } from './status';

export type PayoutSettlement =
  | Readonly<{ kind: 'settled' | 'unchanged'; payoutId: string }>
  | Readonly<{ kind: 'held' | 'contradiction'; payoutId: string; reason: Message }>;

/**
 * The one function that changes a payout. A final state never changes; a contradiction, and evidence that names
 * another amount or transaction, is kept on the timeline and raised, not applied.
 */
export async function settlePayout(
  tx: Tx,
  by: Author,
  payoutId: string,
  evidence: PayoutEvidence,
): Promise<PayoutSettlement> {
  const { merchantId } = by;
  await tx.$queryRaw`
    SELECT 1 FROM "Payout" WHERE "merchantId" = ${merchantId}::uuid AND id = ${payoutId}::uuid FOR UPDATE`;
  const payout = await tx.payout.findUnique({ where: { merchantId_id: { merchantId, id: payoutId } } });
  if (!payout) throw new AppError('not-found');

  const refusal = mismatch(payout, evidence) ?? contradiction(payout, evidence);
  if (refusal) {
    await raiseOnPayout(tx, by, payoutId, refusal.reason, evidence);
    return { ...refusal, payoutId };
  }
  const to = PAYOUT_STATUS_OF[evidence.status];
  const changes = payout.status !== to && canBecome(payout.status, to);
  await update(tx, payout, { ...missingFacts(payout, evidence), ...(changes && whatChanged(evidence)) });
  if (!changes) {
    if (payout.status === to) await confirm(tx, payout, evidence);
    return { kind: 'unchanged', payoutId };
  }
  await tell(tx, payout, KIND[evidence.status], evidence.completedAt ?? evidence.at, evidence);
  await writeAudit(tx, by, {
    action: 'payout.settled',
    subjectType: 'payout',
    subjectId: payoutId,
    detail: { from: payout.status, to, source: evidence.source, code: evidence.failedCode ?? null },
  });
  return { kind: 'settled', payoutId };
}

/** The same thing said again: told once for each source. */
async function confirm(tx: Tx, payout: Payout, evidence: PayoutEvidence): Promise<void> {
  const kind = KIND[evidence.status];
  const told = await tx.timelineEvent.findFirst({
    where: {
      merchantId: payout.merchantId,
      payoutId: payout.id,
      source: evidence.source,
      kind: { in: [kind, `${kind}Too`] },
    },
    select: { id: true },
  });
  if (told) return;
  await tell(tx, payout, isFinal(payout.status) ? `${kind}Too` : kind, evidence.at, evidence);
}

async function tell(tx: Tx, payout: Payout, kind: string, at: Date, evidence: PayoutEvidence): Promise<void> {
  const detail = { ...evidence.detail, ...(evidence.failedCode && { code: evidence.failedCode }) };
  const entry = { at, source: evidence.source, kind, detail };
  await writeTimeline(tx, payout.merchantId, { payoutId: payout.id }, entry);
}

const KIND = {
  PENDING: 'inProgress',
  COMPLETE: 'complete',
  FAILED: 'failed',
  CLOSED: 'cancelled',
} as const satisfies Record<PayoutEvidence['status'], string>;

function mismatch(payout: Payout, evidence: PayoutEvidence) {
  const { transactionId } = payout;
  if (transactionId !== null && transactionId !== evidence.transactionId) {
    return held('otherTransaction', { known: transactionId, told: evidence.transactionId });
  }
  if (payout.amount !== evidence.amount) {
    return held('otherAmount', {
      knownCentavos: String(payout.amount),
      toldCentavos: String(evidence.amount),
    });
  }
  return null;
}

function held(why: string, values: Readonly<Record<string, string>>) {
  return { kind: 'held', reason: { key: `payouts.raised.${why}`, values } } as const;
}

const TAKEN: readonly Payout['status'][] = ['COMPLETE', 'FAILED', 'CANCELLED'];

/** Less than is known is no contradiction; everything else that may not follow is one. */
function contradiction(payout: Payout, evidence: PayoutEvidence) {
  const from = payout.status;
  const to = PAYOUT_STATUS_OF[evidence.status];
  if (from === to || canBecome(from, to) || (to === 'IN_PROGRESS' && TAKEN.includes(from))) return null;
  return {
    kind: 'contradiction',
    reason: { key: 'payouts.raised.contradiction', values: { from, to } },
  } as const;
}

function whatChanged(evidence: PayoutEvidence): Prisma.PayoutUpdateManyMutationInput {
  const over = evidence.status !== 'PENDING';
  return {
    status: PAYOUT_STATUS_OF[evidence.status],
    ...(over && { completedAt: evidence.completedAt ?? evidence.at }),
    ...(evidence.status === 'FAILED' && {
      failedCode: evidence.failedCode ?? null,
      failedMessage: evidence.failedMessage ?? null,
    }),
  };
}

const FACTS = ['transactionId', 'fee', 'accountNo', 'accountName', 'remark'] as const;

function missingFacts(payout: Payout, evidence: PayoutEvidence): Prisma.PayoutUpdateManyMutationInput {
  const facts: Record<string, unknown> = {};
  for (const name of FACTS) {
    const told = evidence[name];
    if (payout[name] === null && told !== null && told !== undefined && told !== '') facts[name] = told;
  }
  return facts;
}

async function update(tx: Tx, payout: Payout, data: Prisma.PayoutUpdateManyMutationInput): Promise<void> {
  if (Object.keys(data).length === 0) return;
  const { count } = await tx.payout.updateMany({
    where: { merchantId: payout.merchantId, id: payout.id, status: payout.status },
    data,
  });
  // The row is locked since it was read; any other count means that somebody changes payouts past this function.
  if (count !== 1) throw new Error(`payout ${payout.id} changed under its lock`);
}
