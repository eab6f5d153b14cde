import 'server-only';

import { db } from '../db/client';
import { enqueue } from '../jobs/queue';
import { waitingTimes } from '../jobs/waiting-times';
import type { SnapshotReason } from './take-snapshot';

/**
 * Asks for a snapshot of every app. Several workers may do so at the same time: an app whose last snapshot is
 * younger than half the interval is left alone, except at start and at midnight.
 */
export async function requestSnapshots(reason: SnapshotReason, now: Date = new Date()): Promise<void> {
  const fresh = new Date(now.getTime() - waitingTimes().balanceEvery / 2);
  const apps = await db().gatewayApp.findMany({
    where: reason === 'interval' ? { snapshots: { none: { answeredAt: { gt: fresh } } } } : {},
    select: { merchantId: true, appId: true },
  });
  if (apps.length === 0) return;
  await db().$transaction(async (tx) => {
    for (const { merchantId, appId } of apps) {
      await enqueue(tx, 'balance.snapshot', { merchantId, gatewayAppId: appId, reason });
    }
  });
}
