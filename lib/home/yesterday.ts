import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { dayColumn } from '../dates/day-column';
import { addDays, type ManilaDay, manilaDayOf } from '../dates/manila-day';
import { db } from '../db/client';
import { isRunning, storedRunOf } from '../reconciliation/keep-run';
import type { DayProof } from '../reconciliation/schema';

/** Yesterday of one app as its last run proved it; `proof` is null while nobody has reconciled it. */
export type Yesterday = Readonly<{
  gatewayAppId: string;
  appName: string;
  day: ManilaDay;
  running: boolean;
  proof: DayProof | null;
  openExceptions: number;
}>;

/** The last finished Manila day of every app, the oldest app first. */
export async function listYesterday(actor: Actor, now: Date = new Date()): Promise<readonly Yesterday[]> {
  assertCan(actor, 'reconciliation:read');
  const { merchantId } = actor;
  const day = addDays(manilaDayOf(now), -1);
  const column = dayColumn(day);
  const [apps, runs, open] = await Promise.all([
    db().gatewayApp.findMany({
      where: { merchantId },
      orderBy: { createdAt: 'asc' },
      select: { appId: true, appName: true },
    }),
    db().dayRun.findMany({ where: { merchantId, day: column }, select: { gatewayAppId: true, proof: true } }),
    db().reconException.groupBy({
      by: ['gatewayAppId'],
      where: { merchantId, day: column, state: 'OPEN' },
      _count: true,
    }),
  ]);
  return apps.map(({ appId, appName }) => {
    const stored = storedRunOf(runs.find(({ gatewayAppId }) => gatewayAppId === appId)?.proof);
    return {
      gatewayAppId: appId,
      appName,
      day,
      running: isRunning(stored, now),
      proof: stored.proof,
      openExceptions: open.find(({ gatewayAppId }) => gatewayAppId === appId)?._count ?? 0,
    };
  });
}
