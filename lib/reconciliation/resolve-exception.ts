import 'server-only';

import { writeAudit } from '../audit/write-audit';
import { type Actor, assertCan } from '../auth/actor';
import { dayOfColumn } from '../dates/day-column';
import { manilaDayOf } from '../dates/manila-day';
import { db, type Tx } from '../db/client';
import type { Prisma, StatementLine } from '../db/generated/client';
import { AppError } from '../errors';
import { enqueue } from '../jobs/queue';
import { correctOrder } from '../orders/correct-order';
import { recordOrderEvidence } from '../orders/record-order-evidence';
import { lineEvidence } from './apply-lines';
import { dayScope } from './day-scope';
import { markRunning } from './keep-run';
import { acceptEffect } from './may-accept';
import { ExceptionDetail, type OrderCorrection, type ResolveRequest, type UndoRequest } from './schema';
import { UNDECIDED } from './store-exceptions';

/**
 * Decides about one exception: accept PayCools' word (the books follow, as far as they can), write it off, wait for
 * PayCools (it stays open), or another reason. The day is reconciled again, in the same transaction.
 */
export async function resolveException(
  actor: Actor,
  { exceptionId, resolution, note }: ResolveRequest,
): Promise<void> {
  assertCan(actor, 'reconciliation:work');
  await db().$transaction(async (tx) => {
    const row = await lockException(tx, actor, exceptionId);
    if (row.state !== 'OPEN') throw new AppError('conflict', 'reconciliation.refused.notOpen');
    const detail = ExceptionDetail.parse(row.detail);
    const followed = resolution === 'ACCEPTED' ? await follow(tx, actor, row, detail) : {};
    await tx.reconException.update({
      where: { merchantId_id: { merchantId: actor.merchantId, id: row.id } },
      data: {
        state: resolution === 'WAITING' ? 'OPEN' : 'RESOLVED',
        resolution,
        resolutionNote: note,
        resolvedAt: new Date(),
        resolvedById: actor.userId,
        detail: { ...detail, ...followed },
      },
    });
    await writeAudit(tx, actor, {
      action: 'exception.resolved',
      subjectType: 'exception',
      subjectId: row.id,
      detail: { type: row.type, resolution, note },
    });
    await runAgain(tx, actor, row);
  });
}

/** Takes a decision back: the exception is open as before, and a correction of the books is undone with it. */
export async function undoResolution(actor: Actor, { exceptionId }: UndoRequest): Promise<void> {
  assertCan(actor, 'reconciliation:work');
  await db().$transaction(async (tx) => {
    const row = await lockException(tx, actor, exceptionId);
    if (row.resolution === null) throw new AppError('conflict', 'reconciliation.refused.notDecided');
    const { correction, ...detail } = ExceptionDetail.parse(row.detail);
    // The order is in the books now, and other things may hang on it.
    if (detail.createdOrderId) throw new AppError('refused', 'reconciliation.refused.orderCreated');
    if (correction) {
      await correctOrder(tx, actor, correction.orderId, {
        to: factsOf(correction.from),
        expected: factsOf(correction.to),
        isUndo: true,
      });
    }
    await tx.reconException.update({
      where: { merchantId_id: { merchantId: actor.merchantId, id: row.id } },
      data: { ...UNDECIDED, state: 'OPEN', detail },
    });
    await writeAudit(tx, actor, {
      action: 'exception.reopened',
      subjectType: 'exception',
      subjectId: row.id,
      detail: { type: row.type },
    });
    await runAgain(tx, actor, row);
  });
}

type Locked = Prisma.ReconExceptionGetPayload<{ include: { line: true } }>;
type Followed = Pick<ExceptionDetail, 'correction' | 'createdOrderId'>;

/** Does what accepting means for this kind, on the word of a line that still stands on the current statement. */
async function follow(tx: Tx, actor: Actor, row: Locked, detail: ExceptionDetail): Promise<Followed> {
  const effect = acceptEffect({ type: row.type, subject: detail.subject, variant: detail.variant });
  if (effect === null) throw new AppError('refused', 'reconciliation.refused.cannotAccept');
  if (effect === 'nothing') return {};
  const line = await currentLine(tx, row);
  if (effect === 'create-order') {
    const app = { appId: row.gatewayAppId, othersCreateOrders: true };
    const recorded = await recordOrderEvidence(tx, actor, app, lineEvidence(line));
    if (recorded.kind !== 'created') throw new AppError('conflict', 'reconciliation.refused.lineChanged');
    return { createdOrderId: recorded.orderId };
  }
  if (row.orderId === null) throw new AppError('conflict', 'reconciliation.refused.lineChanged');
  const { from, to, orderId } = await correctOrder(tx, actor, row.orderId, {
    to: {
      status: line.status === 'COMPLETE' ? 'COMPLETE' : 'FAILED',
      amount: line.amount,
      completedAt: line.completedAt,
    },
  });
  return { correction: { orderId, from: textsOf(from), to: textsOf(to) } };
}

async function currentLine(tx: Tx, { merchantId, line }: Locked): Promise<StatementLine> {
  const statement =
    line &&
    (await tx.statement.findUnique({
      where: { merchantId_id: { merchantId, id: line.statementId } },
      select: { current: true },
    }));
  if (!line || !statement?.current) throw new AppError('conflict', 'reconciliation.refused.lineChanged');
  return line;
}

async function lockException(tx: Tx, { merchantId }: Actor, id: string): Promise<Locked> {
  await tx.$queryRaw`
    SELECT 1 FROM "ReconException" WHERE "merchantId" = ${merchantId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const row = await tx.reconException.findUnique({
    where: { merchantId_id: { merchantId, id } },
    include: { line: true },
  });
  if (!row) throw new AppError('not-found');
  return row;
}

/** The day of the exception, and where a line stands on another day, that day too. */
async function runAgain(tx: Tx, actor: Actor, row: Locked): Promise<void> {
  const { merchantId, gatewayAppId } = row;
  const days = new Set([dayOfColumn(row.day), ...otherDays(row)]);
  for (const day of days) {
    await markRunning(tx, dayScope(merchantId, gatewayAppId, day), actor.userId, new Date());
    await enqueue(tx, 'day.reconcile', { merchantId, gatewayAppId, day, requestedById: actor.userId });
  }
}

function otherDays({ line }: Pick<Locked, 'line'>) {
  if (!line) return [];
  return [dayOfColumn(line.day), ...(line.completedAt ? [manilaDayOf(line.completedAt)] : [])];
}

type Facts = Parameters<typeof correctOrder>[3]['to'];

function textsOf({ status, amount, completedAt }: Facts): OrderCorrection['from'] {
  return { status, amount: amount.toString(), completedAt: completedAt?.toISOString() ?? null };
}

function factsOf({ status, amount, completedAt }: OrderCorrection['from']): Facts {
  return {
    status: status as Facts['status'],
    amount: BigInt(amount),
    completedAt: completedAt === null ? null : new Date(completedAt),
  };
}
