import type { AddressInfo } from 'node:net';
import { applySchema, openDatabase } from './database';
import { createHttpServer } from './http-server';
import type { SandboxContext } from './sandbox-context';
import { runClock, type RunningClock } from './work-due';

/** How a sandbox process is set up. */
export type SandboxOptions = Readonly<{
  databaseUrl: string;
  /** 600 runs every waiting time of newly made apps 600 times faster; default 1. */
  timeScale?: number;
  /** Where browsers reach it; default is the address it listens on. */
  publicUrl?: string;
  now?: () => Date;
  callbackTimeoutMs?: number;
  pollEveryMs?: number;
}>;

/** A sandbox that can be started and stopped; all its state is in the database. */
export type SandboxServer = Readonly<{
  /** Port 0 takes a free one; answers the base URL. */
  listen: (port: number, host?: string) => Promise<string>;
  close: () => Promise<void>;
}>;

const CALLBACK_TIMEOUT_MS = 10_000;

/** The gateway's other side as one process: HTTP face, running clock, books in PostgreSQL. */
export function createSandboxServer(options: SandboxOptions): SandboxServer {
  const pool = openDatabase(options.databaseUrl);
  const timeScale = options.timeScale ?? 1;
  let listeningAt = '';
  let clock: RunningClock | null = null;
  const context: SandboxContext = {
    pool,
    now: options.now ?? (() => new Date()),
    publicUrl: () => options.publicUrl ?? listeningAt,
    timeScale,
    callbackTimeoutMs: options.callbackTimeoutMs ?? CALLBACK_TIMEOUT_MS,
  };
  const server = createHttpServer(context);
  return {
    listen: async (port, host = '127.0.0.1') => {
      await applySchema(pool);
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
      });
      listeningAt = `http://${host}:${String((server.address() as AddressInfo).port)}`;
      clock = runClock(context, options.pollEveryMs ?? (timeScale > 1 ? 25 : 100));
      return listeningAt;
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, clock?.stop()]);
      await pool.end();
    },
  };
}
