import 'server-only';

import PgBoss from 'pg-boss';

import type { Tx } from '../db/client';
import { databaseEnv } from '../env';

/** Every job and what it is told. A job names its row; the row holds the facts. */
export type Jobs = {
  'callback.apply': { merchantId: string; callbackId: string };
  'order.check': { merchantId: string; orderId: string };
  'qr-code.check': { merchantId: string; qrCodeId: string };
  'refund.send': { merchantId: string; refundId: string };
  'refund.check': { merchantId: string; refundId: string };
  'statement.fetch': { merchantId: string; statementId: string };
  'day.reconcile': { merchantId: string; gatewayAppId: string; day: string; requestedById: string };
  'balance.snapshot': { merchantId: string; gatewayAppId: string; reason: string };
};
export type JobName = keyof Jobs;

export const JOB_NAMES = [
  'callback.apply',
  'order.check',
  'qr-code.check',
  'refund.send',
  'refund.check',
  'statement.fetch',
  'day.reconcile',
  'balance.snapshot',
] as const satisfies readonly JobName[];

/** Where the jobs of a queue go that failed every time. */
function deadLettersOf(name: JobName): string {
  return `${name}.dead`;
}

let sender: PgBoss | undefined;

/**
 * Inserts a job in the transaction of the row it works on: both are there, or neither.
 * `afterMs` delays its first run.
 */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  data: Jobs[Name],
  options: Readonly<{ afterMs?: number; priority?: number }> = {},
): Promise<void> {
  // Never started: it only writes the SQL of an insert, which runs on the caller's transaction.
  sender ??= new PgBoss({
    db: { executeSql: () => Promise.reject(new Error('jobs are inserted in a transaction')) },
  });
  const id = await sender.send(name, data, {
    db: {
      executeSql: async (text, values) => ({
        rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values.map(toParameter)),
      }),
    },
    ...(options.afterMs !== undefined && { startAfter: new Date(Date.now() + options.afterMs) }),
    ...(options.priority !== undefined && { priority: options.priority }),
  });
  if (id === null) throw new Error(`the queue ${name} does not exist: run the migrations`);
}

function toParameter(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'object' && value !== null && !(value instanceof Date)
    ? JSON.stringify(value)
    : value;
}

/** Creates the job tables and queues; part of migrating, so that a job can be inserted before a worker ever ran. */
export async function prepareQueues(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  for (const name of JOB_NAMES) {
    const deadLetter = deadLettersOf(name);
    await boss.createQueue(deadLetter, { name: deadLetter });
    await boss.createQueue(name, {
      name,
      retryLimit: 8,
      retryDelay: 1,
      retryBackoff: true,
      expireInSeconds: name === 'statement.fetch' || name === 'day.reconcile' ? 3600 : 120,
      deadLetter,
    });
  }
  await boss.stop({ graceful: false, wait: true });
}

/** What happens to a job that failed every time; only where a record has to say so. */
export type LastResorts = { readonly [Name in JobName]?: (data: Jobs[Name]) => Promise<void> };

export type JobHandlers = { readonly [Name in JobName]: (data: Jobs[Name]) => Promise<void> };

/** Runs jobs until stopped; jobs under way are finished first. */
export async function startWorker(
  handlers: JobHandlers,
  lastResorts: LastResorts,
): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({ connectionString: databaseEnv().DATABASE_URL, max: 6 });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  await Promise.all(
    JOB_NAMES.flatMap((name) => [
      // What a queue holds is what `enqueue` put there under the same name.
      work(boss, name, handlers[name] as (data: object) => Promise<void>),
      work(boss, deadLettersOf(name), lastResorts[name] as ((data: object) => Promise<void>) | undefined),
    ]),
  );
  return { stop: () => boss.stop({ graceful: true, wait: true, timeout: 10_000 }) };
}

async function work(boss: PgBoss, queue: string, handle?: (data: object) => Promise<void>): Promise<void> {
  if (!handle) return;
  await boss.work<object>(queue, { pollingIntervalSeconds: 0.5, batchSize: 20 }, async (jobs) => {
    const results = await Promise.allSettled(jobs.map((job) => handle(job.data)));
    for (const [index, result] of results.entries()) {
      const job = jobs[index];
      if (!job || result.status === 'fulfilled') continue;
      console.error(`job ${queue} ${job.id}`, result.reason);
      await boss.fail(queue, job.id, { message: String(result.reason) });
    }
  });
}
