import 'server-only';

import { db } from '../db/client';
import { isEachReachable } from './gateway-reach';

export type Health = Readonly<{
  status: 'ok' | 'down';
  database: 'ok' | 'down';
  worker: 'ok' | 'stopped' | 'unknown';
  gateway: 'ok' | 'unreachable' | 'unknown';
}>;

const WORKER_SILENT_AFTER_MS = 15_000;
const DATABASE_ANSWERS_WITHIN_MS = 3_000;

/** Whether each part answers; `status` is down when nothing can be done at all. Never throws, names no secret. */
export async function checkHealth(now: Date = new Date()): Promise<Health> {
  const facts = await readFacts();
  if (!facts) return { status: 'down', database: 'down', worker: 'unknown', gateway: 'unknown' };
  const { workerAt, baseUrls } = facts;
  const silentMs = workerAt ? now.getTime() - workerAt.getTime() : Infinity;
  return {
    status: 'ok',
    database: 'ok',
    worker: silentMs < WORKER_SILENT_AFTER_MS ? 'ok' : 'stopped',
    gateway: (await isEachReachable(baseUrls)) ? 'ok' : 'unreachable',
  };
}

type Facts = Readonly<{ workerAt: Date | null; baseUrls: readonly string[] }>;

/** Null when the database does not answer in time: a health check that hangs says nothing. */
async function readFacts(): Promise<Facts | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), DATABASE_ANSWERS_WITHIN_MS);
  });
  try {
    return await Promise.race([askDatabase(), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function askDatabase(): Promise<Facts> {
  const [worker, apps] = await Promise.all([
    db().heartbeat.findUnique({ where: { name: 'worker' } }),
    db().gatewayApp.findMany({ distinct: ['baseUrl'], select: { baseUrl: true } }),
  ]);
  return { workerAt: worker?.at ?? null, baseUrls: apps.map(({ baseUrl }) => baseUrl) };
}
