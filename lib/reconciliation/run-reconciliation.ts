import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { manilaDayOf } from '../dates/manila-day';
import { db } from '../db/client';
import { AppError, fieldError } from '../errors';
import { enqueue } from '../jobs/queue';
import { dayScope } from './day-scope';
import { markRunning } from './keep-run';
import type { ReconcileRequest } from './schema';

/** Asks for a day to be reconciled (again): shown as running and enqueued in one transaction. */
export async function runReconciliation(
  actor: Actor,
  { gatewayAppId, day }: ReconcileRequest,
  now: Date = new Date(),
): Promise<void> {
  assertCan(actor, 'reconciliation:work');
  const today = manilaDayOf(now);
  if (day > today) throw fieldError('day', 'statements.fields.dayAhead', { todayDay: today });
  const { merchantId, userId } = actor;
  await db().$transaction(async (tx) => {
    const app = await tx.gatewayApp.findUnique({
      where: { merchantId_appId: { merchantId, appId: gatewayAppId } },
      select: { appId: true },
    });
    if (!app) throw new AppError('not-found');
    await markRunning(tx, dayScope(merchantId, gatewayAppId, day), userId, now);
    await enqueue(tx, 'day.reconcile', { merchantId, gatewayAppId, day, requestedById: userId });
  });
}
