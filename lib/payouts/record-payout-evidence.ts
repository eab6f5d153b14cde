import 'server-only';

import { randomUUID } from 'node:crypto';

import { writeAudit } from '../audit/write-audit';
import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { Message } from '../i18n/message';
import type { PayoutEvidence } from './payout-evidence';
import { raiseOnPayout } from './raise-on-payout';
import { settlePayout } from './settle-payout';

/** The app that the evidence came through, and whether somebody else may send money with it. */
export type PayoutApp = Readonly<{ appId: string; othersSendMoney: boolean }>;

export type PayoutRecord =
  | Readonly<{ kind: 'settled' | 'unchanged' | 'created'; payoutId: string }>
  | Readonly<{ kind: 'held' | 'raised' | 'contradiction'; reason: Message; payoutId?: string }>;

const ORIGIN = { ANSWER: 'QUERY', CALLBACK: 'CALLBACK', STATEMENT: 'STATEMENT', POLL: 'QUERY' } as const;

/**
 * Finds the payout that evidence speaks of, by transaction and then by our order id, and ends in `settlePayout`.
 * One that nobody asked for here is created, because the day's proof needs it, and raised as missing here unless
 * the app's `othersSendMoney` is on.
 */
export async function recordPayoutEvidence(
  tx: Tx,
  by: Author,
  app: PayoutApp,
  evidence: PayoutEvidence,
): Promise<PayoutRecord> {
  const values = { amountCentavos: String(evidence.amount), transactionId: evidence.transactionId };
  if (evidence.amount <= 0n) return { kind: 'held', reason: { key: 'payouts.raised.noAmount', values } };

  const known = await findPayout(tx, by, app, evidence);
  if (known) return settlePayout(tx, by, known, evidence);
  // Every payout has an order id of whoever asked for it; one without cannot be told from others.
  if (evidence.mchOrderId === null) {
    return { kind: 'held', reason: { key: 'payouts.raised.noOrderId', values } };
  }

  const payoutId = randomUUID();
  const { count } = await tx.payout.createMany({
    data: [
      {
        merchantId: by.merchantId,
        id: payoutId,
        gatewayAppId: app.appId,
        origin: ORIGIN[evidence.source],
        mchOrderId: evidence.mchOrderId,
        transactionId: evidence.transactionId,
        amount: evidence.amount,
        status: 'IN_PROGRESS',
        createdAt: evidence.createdAt,
      },
    ],
    skipDuplicates: true,
  });
  // Somebody else created it first and has committed: theirs is the row, and this is one more voice on it.
  if (count === 0) return recordPayoutEvidence(tx, by, app, evidence);

  await writeAudit(tx, by, {
    action: 'payout.recorded',
    subjectType: 'payout',
    subjectId: payoutId,
    detail: { origin: ORIGIN[evidence.source], amount: String(evidence.amount) },
  });
  await settlePayout(tx, by, payoutId, evidence);
  if (app.othersSendMoney) return { kind: 'created', payoutId };
  const reason = { key: 'payouts.raised.missingHere', values };
  await raiseOnPayout(tx, by, payoutId, reason, evidence);
  return { kind: 'raised', reason, payoutId };
}

async function findPayout(
  tx: Tx,
  by: Author,
  app: PayoutApp,
  { transactionId, mchOrderId }: PayoutEvidence,
): Promise<string | null> {
  const place = { merchantId: by.merchantId, gatewayAppId: app.appId };
  const byTransaction = await tx.payout.findUnique({
    where: { merchantId_gatewayAppId_transactionId: { ...place, transactionId } },
    select: { id: true },
  });
  if (byTransaction || mchOrderId === null) return byTransaction?.id ?? null;
  const byOrderId = await tx.payout.findUnique({
    where: { merchantId_gatewayAppId_mchOrderId: { ...place, mchOrderId } },
    select: { id: true },
  });
  return byOrderId?.id ?? null;
}
