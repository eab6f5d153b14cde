import 'server-only';

import { writeAudit } from '../audit/write-audit';
import { type Author, systemAuthor } from '../auth/actor';
import { db, type Tx } from '../db/client';
import type { Callback, GatewayApp } from '../db/generated/client';
import { type CallbackEvent, readCallbackEvent } from '../gateway';
import type { Message } from '../i18n/message';
import { recordOrderEvidence } from '../orders/record-order-evidence';
import { recordPayoutEvidence } from '../payouts/record-payout-evidence';
import { recordRefundEvidence } from '../refunds/record-refund-evidence';
import { refundEvidenceOf } from '../refunds/refund-evidence';
import { orderEvidenceOf, payoutEvidenceOf } from './callback-evidence';
import { disagreement } from './product-agrees';
import type { CallbackState } from './status';
import { shortText } from './storable-text';

type Outcome = Readonly<{
  state: Exclude<CallbackState, 'RECEIVED' | 'REJECTED' | 'DEAD'>;
  reason: Message;
  orderId?: string;
  refundId?: string;
  payoutId?: string;
}>;
type Stored = Callback & Readonly<{ app: GatewayApp }>;

const AMBIGUOUS = 'callbacks.reason.ambiguous.';

/**
 * Job: does what a stored callback says, once, whatever the order in which callbacks, polls and statements come. It
 * believes the status and not the event's name. What Kaha does not listen to is ignored with the reason; what does
 * not fit our records is held with the reason. An ambiguous one waits until PayCools' own query agrees.
 */
export async function applyCallback({
  merchantId,
  callbackId,
}: Readonly<{ merchantId: string; callbackId: string }>): Promise<void> {
  const stored = await db().callback.findUnique({
    where: { merchantId_id: { merchantId, id: callbackId } },
    include: { app: true },
  });
  if (!stored || !isOpen(stored)) return;

  const event = readCallbackEvent(stored.rawBody);
  const doubt = stored.ambiguous && event ? await disagreement(stored.app, event) : null;
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`
      SELECT 1 FROM "Callback" WHERE "merchantId" = ${merchantId}::uuid AND id = ${callbackId}::uuid FOR UPDATE`;
    const current = await tx.callback.findUnique({
      where: { merchantId_id: { merchantId, id: callbackId } },
    });
    if (!current || !isOpen(current)) return;
    const by = systemAuthor('callback', merchantId);
    const outcome = doubt
      ? ({ state: 'HELD', reason: doubt } as const)
      : ((await asDuplicate(tx, stored)) ?? (await apply(tx, by, stored, event)));
    await conclude(tx, by, current, outcome);
  });
}

/** Work is left on what just came, on what no job could finish, and on what waits for PayCools to confirm it. */
function isOpen({ state, reason }: Pick<Callback, 'state' | 'reason'>): boolean {
  return (
    state === 'RECEIVED' || state === 'DEAD' || (state === 'HELD' && reason?.startsWith(AMBIGUOUS) === true)
  );
}

/** The first delivery stands for all of them, unless its own job was given up. */
async function asDuplicate(tx: Tx, { merchantId, duplicateOfId }: Callback): Promise<Outcome | null> {
  if (duplicateOfId === null) return null;
  const first = await tx.callback.findUnique({
    where: { merchantId_id: { merchantId, id: duplicateOfId } },
    select: { state: true, receivedAt: true },
  });
  if (!first || first.state === 'DEAD') return null;
  const reason = { key: 'callbacks.reason.duplicate', values: { firstAt: first.receivedAt.toISOString() } };
  return { state: 'IGNORED', reason };
}

async function apply(tx: Tx, by: Author, stored: Stored, event: CallbackEvent | null): Promise<Outcome> {
  if (event === null) return { state: 'HELD', reason: { key: 'callbacks.reason.unreadable' } };
  switch (event.kind) {
    case 'other':
      return {
        state: 'IGNORED',
        reason: { key: 'callbacks.reason.otherEvent', values: { event: shortText(event.eventName) ?? '' } },
      };
    case 'unreadable':
      return {
        state: 'HELD',
        reason: { key: 'callbacks.reason.fields', values: { problems: event.problems.join('; ') } },
      };
    case 'collection':
      return outcomeOf(
        await recordOrderEvidence(tx, by, stored.app, orderEvidenceOf(event, stored.receivedAt)),
      );
    case 'payout':
      return outcomeOf(
        await recordPayoutEvidence(tx, by, stored.app, payoutEvidenceOf(event, stored.receivedAt)),
      );
    case 'refund':
      return outcomeOf(
        await recordRefundEvidence(tx, by, stored.app, refundEvidenceOf(event, stored.receivedAt)),
      );
  }
}

type Recorded = Readonly<{ orderId?: string; refundId?: string; payoutId?: string }> &
  (
    | Readonly<{ kind: 'settled' | 'unchanged' | 'created' }>
    | Readonly<{ kind: 'held' | 'raised' | 'contradiction'; reason: Message }>
  );

function outcomeOf({ kind, ...recorded }: Recorded): Outcome {
  const { orderId, refundId, payoutId } = recorded;
  const links = {
    ...(orderId !== undefined && { orderId }),
    ...(refundId !== undefined && { refundId }),
    ...(payoutId !== undefined && { payoutId }),
  };
  if (!('reason' in recorded)) {
    return { state: 'PROCESSED', reason: { key: `callbacks.done.${kind}` }, ...links };
  }
  // Raised means recorded, and that somebody has to explain why it was never asked for here.
  return { state: kind === 'raised' ? 'PROCESSED' : 'HELD', reason: recorded.reason, ...links };
}

async function conclude(
  tx: Tx,
  by: Author,
  callback: Callback,
  { state, reason, ...links }: Outcome,
): Promise<void> {
  await tx.callback.update({
    where: { merchantId_id: { merchantId: callback.merchantId, id: callback.id }, state: callback.state },
    data: {
      state,
      reason: reason.key,
      reasonValues: { ...reason.values },
      processedAt: new Date(),
      ...links,
    },
  });
  await writeAudit(tx, by, {
    action: 'callback.applied',
    subjectType: 'callback',
    subjectId: callback.id,
    detail: { state, reason: reason.key },
  });
}
