import 'server-only';

import { gatewayOf } from '../apps/gateway-of';
import { db } from '../db/client';
import type { Jobs } from '../jobs/queue';

/** Why a balance was asked for. */
export const SNAPSHOT_REASONS = ['start', 'interval', 'midnight', 'reconcile'] as const;
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number];

/**
 * Job: asks PayCools for an app's balance and keeps it with the moments of asking and answering (2.1). Without an
 * answer nothing is kept, so the newest snapshot always says how old it is; only a midnight, which is the boundary
 * of a day, is worth trying again.
 */
export async function takeSnapshot({
  merchantId,
  gatewayAppId,
  reason,
}: Jobs['balance.snapshot']): Promise<void> {
  const gateway = await gatewayOf(merchantId, gatewayAppId);
  const result = await gateway.account.balance();
  if (result.outcome === 'accepted') {
    const { sentAt, answeredAt } = result.exchange;
    await db().balanceSnapshot.create({
      data: {
        merchantId,
        gatewayAppId,
        balance: result.data.balance,
        requestedAt: sentAt,
        answeredAt,
        reason,
      },
    });
    return;
  }
  if (reason === 'midnight') throw new Error(`no balance at midnight: ${result.outcome}`);
}
