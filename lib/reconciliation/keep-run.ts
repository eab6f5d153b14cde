import 'server-only';

import { db, type Tx } from '../db/client';
import type { DayScope } from './day-scope';
import { type DayProof, StoredRun } from './schema';

/** A run that was asked for this long ago and never ended was left behind; the day may be run again. */
const LEFT_BEHIND_MS = 15 * 60_000;

const NOTHING_YET: StoredRun = { runningSince: null, failure: null, proof: null };

/** Reads what a row holds; a shape of an earlier version counts as not run yet. */
export function storedRunOf(stored: unknown): StoredRun {
  const parsed = StoredRun.safeParse(stored);
  return parsed.success ? parsed.data : NOTHING_YET;
}

/** True while somebody is at it. */
export function isRunning({ runningSince }: StoredRun, now: Date): boolean {
  return runningSince !== null && now.getTime() - new Date(runningSince).getTime() < LEFT_BEHIND_MS;
}

/** Shows that a run is under way; the figures of the last one stay until it ends. */
export async function markRunning(tx: Tx, scope: DayScope, requestedById: string, now: Date): Promise<void> {
  const key = keyOf(scope);
  await tx.dayRun.createMany({
    data: [{ ...key, requestedById, ranAt: now, proof: NOTHING_YET, matched: 0, lineCount: 0 }],
    skipDuplicates: true,
  });
  const row = await tx.dayRun.findUniqueOrThrow({ where: { merchantId_gatewayAppId_day: key } });
  const run = storedRunOf(row.proof);
  if (isRunning(run, now)) return;
  await tx.dayRun.update({
    where: { merchantId_gatewayAppId_day: key },
    data: { proof: { ...run, runningSince: now.toISOString(), failure: null } },
  });
}

/** Says that the last run broke off; it is tried again by itself, and a person may press the button too. */
export async function markFailed(scope: DayScope): Promise<void> {
  const key = keyOf(scope);
  const row = await db().dayRun.findUnique({ where: { merchantId_gatewayAppId_day: key } });
  if (!row) return;
  const failure = { key: 'reconciliation.failure.brokeOff' };
  await db().dayRun.update({
    where: { merchantId_gatewayAppId_day: key },
    data: { proof: { ...storedRunOf(row.proof), runningSince: null, failure } },
  });
}

type Finished = Readonly<{
  proof: DayProof;
  matched: number;
  lineCount: number;
  ranAt: Date;
  requestedById: string;
}>;

export async function saveRun(tx: Tx, scope: DayScope, { proof, ...columns }: Finished): Promise<void> {
  await tx.dayRun.update({
    where: { merchantId_gatewayAppId_day: keyOf(scope) },
    data: {
      ...columns,
      unexplained: proof.unexplained === null ? null : BigInt(proof.unexplained),
      proof: { runningSince: null, failure: null, proof } satisfies StoredRun,
    },
  });
}

function keyOf({ merchantId, gatewayAppId, column }: DayScope) {
  return { merchantId, gatewayAppId, day: column };
}
