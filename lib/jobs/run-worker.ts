import 'server-only';

import { linkAudit } from '../audit/link-audit';
import { db } from '../db/client';
import { startSnapshots } from '../balances/snapshot-schedule';
import { handlers, lastResorts } from './handlers';
import { startWorker } from './queue';

const HEARTBEAT_MS = 3_000;
const LINK_EVERY_MS = 4_000;

/** The worker process: jobs, the audit chain, balance snapshots, and a heartbeat for /api/health. */
export async function runWorker(): Promise<{ stop: () => Promise<void> }> {
  const worker = await startWorker(handlers, lastResorts);
  const snapshots = startSnapshots();
  const timers = [every(HEARTBEAT_MS, beat), every(LINK_EVERY_MS, linkAudit)];
  return {
    stop: async () => {
      snapshots.stop();
      for (const stopTimer of timers) stopTimer();
      await worker.stop();
      await db().$disconnect();
    },
  };
}

async function beat(): Promise<void> {
  const at = new Date();
  await db().heartbeat.upsert({ where: { name: 'worker' }, create: { name: 'worker', at }, update: { at } });
}

/** Repeats the work, never two at once; a failure is logged and the next turn tries again. */
function every(pauseMs: number, work: () => Promise<unknown>): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = () => {
    work()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        if (!stopped) timer = setTimeout(turn, pauseMs);
      });
  };
  turn();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
