import type { Sql } from './database';
import type { SandboxContext } from './sandbox-context';

type ClaimedCallback = {
  id: string;
  app_id: string;
  url: string;
  body: string;
  attempts: number;
  time_scale: number;
};

type Attempt = Readonly<{
  httpStatus: number | null;
  answer: string | null;
  error: string | null;
  acknowledged: boolean;
}>;

const RETRY_AFTER_SECONDS = [30, 60, 300, 900, 1_800, 3_600, 21_600, 86_400];
const ACKNOWLEDGING_CODES: readonly unknown[] = [1, 1_000, 10_000];
const ANSWER_CAP = 65_536;
// Longer than one attempt can take: a process that dies in between leaves the callback to the others.
const LEASE_MARGIN_MS = 5_000;

/** Takes up to `most` due callbacks for this process alone; the attempt is counted before it is made. */
export async function claimCallbacks(context: SandboxContext, most: number): Promise<ClaimedCallback[]> {
  const now = context.now();
  const { rows } = await context.pool.query<ClaimedCallback>(
    `UPDATE sandbox.callbacks c SET attempts = c.attempts + 1, next_at = $2, state = 'WAITING'
     FROM (SELECT id FROM sandbox.callbacks WHERE next_at <= $1 ORDER BY next_at, id LIMIT $3 FOR UPDATE SKIP LOCKED) due, sandbox.apps a
     WHERE c.id = due.id AND a.app_id = c.app_id
     RETURNING c.id, c.app_id, c.url, c.body, c.attempts, a.time_scale`,
    [now, new Date(now.getTime() + context.callbackTimeoutMs + LEASE_MARGIN_MS), most],
  );
  return rows.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}

/** Delivers one claimed callback once and writes down what came of it (1.7). */
export async function deliverCallback(
  context: SandboxContext,
  callback: ClaimedCallback,
  closing: AbortSignal,
): Promise<void> {
  const attempt = await send(callback, context.callbackTimeoutMs, closing);
  // A stopping process leaves the attempt to the one that takes over when the lease ends.
  if (closing.aborted) return;
  await recordAttempt(context.pool, callback, attempt, context.now());
}

/** Whether an answer acknowledges: HTTP 200 and JSON with code 1, 1000 or 10000. */
export function acknowledges(httpStatus: number, answer: string): boolean {
  if (httpStatus !== 200) return false;
  try {
    const parsed: unknown = JSON.parse(answer);
    return (
      typeof parsed === 'object' &&
      parsed !== null &&
      'code' in parsed &&
      ACKNOWLEDGING_CODES.includes(parsed.code)
    );
  } catch {
    return false;
  }
}

async function send(
  { url, body }: ClaimedCallback,
  timeoutMs: number,
  closing: AbortSignal,
): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
    });
    const answer = await readCapped(response);
    return {
      httpStatus: response.status,
      answer,
      error: null,
      acknowledged: acknowledges(response.status, answer),
    };
  } catch (error) {
    return { httpStatus: null, answer: null, error: reasonOf(error), acknowledged: false };
  }
}

async function readCapped(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader !== undefined && size < ANSWER_CAP) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  await reader?.cancel();
  // PostgreSQL text cannot hold a NUL.
  return Buffer.concat(chunks).toString('utf8').slice(0, ANSWER_CAP).replaceAll('\0', '');
}

async function recordAttempt(sql: Sql, callback: ClaimedCallback, attempt: Attempt, at: Date): Promise<void> {
  const retryAfter = RETRY_AFTER_SECONDS[callback.attempts - 1];
  const nextAt =
    attempt.acknowledged || retryAfter === undefined
      ? null
      : new Date(at.getTime() + (retryAfter * 1_000) / callback.time_scale);
  const state = attempt.acknowledged ? 'ACKNOWLEDGED' : nextAt === null ? 'GIVEN_UP' : 'WAITING';
  await sql.query(
    `WITH attempt AS (
       INSERT INTO sandbox.callback_attempts (callback_id, attempt, at, http_status, answer, error, acknowledged)
       VALUES ($1, $2, $3, $4, $5, $6, $7))
     UPDATE sandbox.callbacks SET state = $8, next_at = $9, acknowledged_at = $10 WHERE id = $1`,
    [
      callback.id,
      callback.attempts,
      at,
      attempt.httpStatus,
      attempt.answer,
      attempt.error,
      attempt.acknowledged,
      state,
      nextAt,
      attempt.acknowledged ? at : null,
    ],
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'no answer in time';
  return error.cause instanceof Error ? error.cause.message : error.message;
}
