import 'server-only';

import { writeAudit } from '../audit/write-audit';
import type { Actor } from '../auth/actor';
import type { Tx } from '../db/client';
import { AppError } from '../errors';
import { writeTimeline } from '../timeline/write-timeline';
import { lockOrder } from './lock-order';
import type { OrderStatus } from './status';

/** The three facts of an order that a statement may say otherwise; centavos. */
export type OrderFacts = Readonly<{ status: OrderStatus; amount: bigint; completedAt: Date | null }>;

export type Correction = Readonly<{ orderId: string; from: OrderFacts; to: OrderFacts }>;

/**
 * The one way past a final state (design.md, States): a person accepted what the statement says. Written as a row
 * of its own on the order's timeline, from what to what and by whom. `expected` is what the person saw; where the
 * order has changed since, nothing is corrected and it is a conflict.
 */
export async function correctOrder(
  tx: Tx,
  by: Actor,
  orderId: string,
  change: Readonly<{ to: OrderFacts; expected?: OrderFacts; isUndo?: boolean }>,
): Promise<Correction> {
  const order = await lockOrder(tx, by.merchantId, orderId);
  if (!order) throw new AppError('not-found');
  const from: OrderFacts = { status: order.status, amount: order.amount, completedAt: order.completedAt };
  const { to, expected, isUndo = false } = change;
  if (expected && !isSame(from, expected))
    throw new AppError('conflict', 'reconciliation.refused.orderChanged');
  const { count } = await tx.order.updateMany({
    where: { merchantId: by.merchantId, id: orderId, status: order.status },
    data: { ...to, nextCheckAt: null },
  });
  if (count !== 1) throw new Error(`order ${orderId} changed under its lock`);
  const detail = {
    from: from.status,
    to: to.status,
    fromCentavos: from.amount.toString(),
    toCentavos: to.amount.toString(),
    fromAt: from.completedAt?.toISOString() ?? '',
    toAt: to.completedAt?.toISOString() ?? '',
  };
  await writeTimeline(
    tx,
    by.merchantId,
    { orderId },
    {
      at: new Date(),
      source: 'PERSON',
      kind: isUndo ? 'correctionUndone' : kindOf(from, to),
      detail,
      actorId: by.userId,
    },
  );
  await writeAudit(tx, by, { action: 'order.corrected', subjectType: 'order', subjectId: orderId, detail });
  return { orderId, from, to };
}

/** A payment that only counts on another day was moved, not changed. */
function kindOf(from: OrderFacts, to: OrderFacts): 'moved' | 'corrected' {
  return from.status === to.status && from.amount === to.amount ? 'moved' : 'corrected';
}

function isSame(a: OrderFacts, b: OrderFacts): boolean {
  return (
    a.status === b.status &&
    a.amount === b.amount &&
    (a.completedAt?.getTime() ?? null) === (b.completedAt?.getTime() ?? null)
  );
}
