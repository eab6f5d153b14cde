import { createPublicKey } from 'node:crypto';
import type { App } from './apps';
import type { SandboxContext } from './sandbox-context';
import { isoManila } from './manila-time';
import { readPrivateKey } from './signature';

/** What may be asked of an app's books, each with the most rows that one answer holds. */
export type ListQuery = Readonly<{ operation: string | null; limit: number }>;

type Row = Readonly<Record<string, unknown>>;

const LISTS = {
  requests: `SELECT id, at, operation, mch_order_id, transaction_id, code, message, http_status, acted, fault, canonical, answer
    FROM sandbox.requests WHERE app_id = $1 AND ($2::text IS NULL OR operation = $2) ORDER BY id`,
  refunds: `SELECT mch_refund_order_id, refund_transaction_id, original_transaction_id, amount, fee_refunded, status, create_time,
      return_time, reason, callback_url, failed_code, failed_message
    FROM sandbox.refunds WHERE app_id = $1 AND $2::text IS NULL ORDER BY create_time, refund_transaction_id`,
  transactions: `SELECT transaction_id, product, channel_code, mch_order_id, amount, fee, status, create_time, complete_time, paid_at,
      failed_code, failed_message, customer_name, email, mobile, remark, callback_url, redirect_url, expires_at
    FROM sandbox.transactions WHERE app_id = $1 AND $2::text IS NULL ORDER BY create_time, transaction_id`,
  callbacks: `SELECT c.id, c.event_name, c.reference, c.mch_order_id, c.url, c.body, c.origin, c.state, c.attempts, c.next_at, c.created_at,
      c.acknowledged_at,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('attempt', a.attempt, 'at', a.at, 'httpStatus', a.http_status,
        'answer', a.answer, 'error', a.error, 'acknowledged', a.acknowledged) ORDER BY a.attempt), '[]')
       FROM sandbox.callback_attempts a WHERE a.callback_id = c.id) AS tries
    FROM sandbox.callbacks c WHERE c.app_id = $1 AND $2::text IS NULL ORDER BY c.id`,
  ledger: `SELECT id, at, cause, amount, reference FROM sandbox.ledger WHERE app_id = $1 AND $2::text IS NULL ORDER BY at, id`,
} as const;

/** The name of a list that the control interface shows. */
export type ListName = keyof typeof LISTS;

/** Whether a word of a path names a list. */
export function isListName(word: string): word is ListName {
  return Object.hasOwn(LISTS, word);
}

/** The rows of one list, oldest first, in control JSON: camelCase, centavos as text, times in ISO with the offset. */
export async function listRows(
  context: SandboxContext,
  appId: string,
  name: ListName,
  { operation, limit }: ListQuery,
): Promise<Row[]> {
  const { rows } = await context.pool.query<Row>(`${LISTS[name]} LIMIT $3`, [appId, operation, limit]);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [camelCase(column), controlValue(value)]),
    ),
  );
}

/** An app with its settings; the private key that signs callbacks is shown as its public half. */
export function appView({ callbackPrivateKey, ...app }: App) {
  const callbackPublicKey =
    callbackPrivateKey === null
      ? null
      : createPublicKey(readPrivateKey(callbackPrivateKey))
          .export({ type: 'spki', format: 'der' })
          .toString('base64');
  return { ...app, callbackPublicKey };
}

function controlValue(value: unknown): unknown {
  return value instanceof Date ? isoManila(value) : value;
}

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
