import 'server-only';

import { type Actor, can } from '../auth/actor';
import { db } from '../db/client';
import type { AppBalance } from './schema';

/** The latest balance of each app, the oldest app first; null for a role that may not read balances. */
export async function listBalances(actor: Actor): Promise<AppBalance[] | null> {
  if (!can(actor, 'balances:read')) return null;
  const apps = await db().gatewayApp.findMany({
    where: { merchantId: actor.merchantId },
    orderBy: { createdAt: 'asc' },
    select: {
      appId: true,
      appName: true,
      snapshots: {
        orderBy: [{ answeredAt: 'desc' }],
        take: 1,
        select: { balance: true, answeredAt: true },
      },
    },
  });
  return apps.map(({ appId, appName, snapshots }) => ({
    appId,
    appName,
    balance: snapshots[0]?.balance.toString() ?? null,
    at: snapshots[0]?.answeredAt.toISOString() ?? null,
  }));
}
