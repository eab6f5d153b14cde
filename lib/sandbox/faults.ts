import type { Sql } from './database';

/** What can go wrong on command, before or after the gateway has acted, or on the way of a callback. */
export const FAULTS = [
  'no-answer',
  'drop-answer',
  'error-before',
  'error-after',
  'act-then-1018',
  'truncated',
  'html',
  'slow',
  'down',
  'answer-code',
  'duplicate-callbacks',
  'reordered-callbacks',
  'forged-callback',
] as const;

/** The name of a fault. */
export type FaultName = (typeof FAULTS)[number];

/** A fault's own figures; each has a default where it is used. */
type FaultSettings = Readonly<{
  code?: number | undefined;
  status?: number | undefined;
  delayMs?: number | undefined;
  copies?: number | undefined;
}>;

/** A fault that is to happen now. */
export type Fault = Readonly<{ fault: FaultName; settings: FaultSettings }>;

/** A fault as an app has it; `timesLeft` null means until it is removed. */
export type StandingFault = Readonly<{
  fault: FaultName;
  operation: string | null;
  timesLeft: number | null;
  settings: FaultSettings;
}>;

type FaultRow = {
  fault: FaultName;
  operation: string | null;
  times_left: number | null;
  settings: FaultSettings;
};

/** The oldest of the named faults that stands for this operation, counted down by one; null when there is none. */
export async function takeFault(
  sql: Sql,
  appId: string,
  operation: string,
  names: readonly FaultName[],
): Promise<Fault | null> {
  const { rows } = await sql.query<FaultRow>(
    `UPDATE sandbox.faults SET times_left = times_left - 1
     WHERE id = (
       SELECT id FROM sandbox.faults
       WHERE app_id = $1 AND (operation IS NULL OR operation = $2) AND fault = ANY($3) AND (times_left IS NULL OR times_left > 0)
       ORDER BY id LIMIT 1 FOR UPDATE)
     RETURNING fault, operation, times_left, settings`,
    [appId, operation, names],
  );
  const row = rows[0];
  return row === undefined ? null : { fault: row.fault, settings: row.settings };
}

/** Replaces all faults of an app. */
export async function setFaults(tx: Sql, appId: string, faults: readonly StandingFault[]): Promise<void> {
  await tx.query('DELETE FROM sandbox.faults WHERE app_id = $1', [appId]);
  for (const { fault, operation, timesLeft, settings } of faults) {
    await tx.query(
      'INSERT INTO sandbox.faults (app_id, fault, operation, times_left, settings) VALUES ($1, $2, $3, $4, $5)',
      [appId, fault, operation, timesLeft, JSON.stringify(settings)],
    );
  }
}

/** The faults of an app, used-up ones included. */
export async function listFaults(sql: Sql, appId: string): Promise<StandingFault[]> {
  const { rows } = await sql.query<FaultRow>('SELECT * FROM sandbox.faults WHERE app_id = $1 ORDER BY id', [
    appId,
  ]);
  return rows.map((row) => ({
    fault: row.fault,
    operation: row.operation,
    timesLeft: row.times_left,
    settings: row.settings,
  }));
}
