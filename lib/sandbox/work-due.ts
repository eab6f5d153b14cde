import { findApp } from './apps';
import { claimCallbacks, deliverCallback } from './callback-delivery';
import { settleCollection, type CollectionRow } from './collections';
import { inTransaction } from './database';
import { expireQrCodes } from './qr-codes';
import { settleRefund, type RefundRow } from './refund-settlement';
import type { SandboxContext } from './sandbox-context';

const MOST_DELIVERIES = 32;

/** The running clock of a sandbox process; `stop` waits for what has begun. */
export type RunningClock = Readonly<{ stop: () => Promise<void> }>;

/**
 * Settles what is due, expires QR codes and delivers callbacks, for ever. All of it is claimed row by row in the
 * database, so any number of processes may do it and one that dies loses nothing.
 */
export function runClock(context: SandboxContext, everyMs: number): RunningClock {
  const closing = new AbortController();
  const deliveries = new Set<Promise<void>>();
  const loops = [
    repeat(() => settleDue(context), everyMs, closing.signal),
    repeat(() => startDeliveries(context, deliveries, closing.signal), everyMs, closing.signal),
  ];
  return {
    stop: async () => {
      closing.abort();
      await Promise.all([...loops, ...deliveries]);
    },
  };
}

async function repeat(work: () => Promise<void>, everyMs: number, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    try {
      await work();
    } catch (error) {
      // The database may be away for a moment; what is due stays due.
      console.error('sandbox clock:', error instanceof Error ? error.message : error);
    }
    await pause(everyMs, closing);
  }
}

function pause(ms: number, closing: AbortSignal): Promise<void> {
  if (closing.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      closing.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    closing.addEventListener('abort', done);
  });
}

async function settleDue(context: SandboxContext): Promise<void> {
  const { rows } = await context.pool.query<{ collections: boolean; refunds: boolean; codes: boolean }>(
    `SELECT EXISTS (SELECT FROM sandbox.transactions WHERE due_at <= $1) AS collections,
       EXISTS (SELECT FROM sandbox.refunds WHERE due_at <= $1) AS refunds,
       EXISTS (SELECT FROM sandbox.qr_codes WHERE status = 'ACTIVE' AND expires_at <= $1) AS codes`,
    [context.now()],
  );
  const due = rows[0];
  if (due?.collections === true) await repeatWhile(() => settleOneCollection(context));
  if (due?.refunds === true) await repeatWhile(() => settleOneRefund(context));
  if (due?.codes === true) await expireQrCodes(context.pool, context.now());
}

async function repeatWhile(work: () => Promise<boolean>): Promise<void> {
  while (await work());
}

// One row a transaction: rows of different apps in one would take the apps' locks in any order.
function settleOneCollection(context: SandboxContext): Promise<boolean> {
  return inTransaction(context.pool, async (tx) => {
    const now = context.now();
    const { rows } = await tx.query<CollectionRow>(
      'SELECT * FROM sandbox.transactions WHERE due_at <= $1 ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED',
      [now],
    );
    const row = rows[0];
    const app = row === undefined ? null : await findApp(tx, row.app_id);
    if (row === undefined || app === null) return false;
    await settleCollection(tx, app, row, {
      status: row.due_status ?? 'COMPLETE',
      failedCode: row.due_failed_code,
      at: now,
    });
    return true;
  });
}

function settleOneRefund(context: SandboxContext): Promise<boolean> {
  return inTransaction(context.pool, async (tx) => {
    const now = context.now();
    const { rows } = await tx.query<RefundRow>(
      'SELECT * FROM sandbox.refunds WHERE due_at <= $1 ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED',
      [now],
    );
    const row = rows[0];
    const app = row === undefined ? null : await findApp(tx, row.app_id);
    if (row === undefined || app === null) return false;
    const status = row.due_status === 'FAILED' ? 'FAILED' : 'COMPLETE';
    await settleRefund(tx, app, row, { status, failedCode: row.due_failed_code, at: now });
    return true;
  });
}

async function startDeliveries(
  context: SandboxContext,
  deliveries: Set<Promise<void>>,
  closing: AbortSignal,
): Promise<void> {
  const free = MOST_DELIVERIES - deliveries.size;
  if (free <= 0) return;
  for (const callback of await claimCallbacks(context, free)) {
    const delivery = deliverCallback(context, callback, closing)
      // What could not be written down is tried again when its lease ends.
      .catch((error: unknown) =>
        console.error('sandbox callback:', error instanceof Error ? error.message : error),
      )
      .finally(() => deliveries.delete(delivery));
    deliveries.add(delivery);
  }
}
