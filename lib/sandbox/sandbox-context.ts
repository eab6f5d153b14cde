import type pg from 'pg';

/** What every part of one sandbox process shares; nothing in it is state. */
export type SandboxContext = Readonly<{
  pool: pg.Pool;
  now: () => Date;
  /** Where browsers reach this process, without a slash at the end. */
  publicUrl: () => string;
  /** How much faster than written the waiting times of newly made apps run. */
  timeScale: number;
  callbackTimeoutMs: number;
}>;
