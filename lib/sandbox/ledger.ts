import type { Sql } from './database';

/** Why the balance moved. */
export type LedgerCause =
  | 'OPENING'
  | 'COLLECTION'
  | 'REFUND'
  | 'REFUND_RETURNED'
  | 'FEE_REFUNDED'
  | 'PAYOUT'
  | 'PAYOUT_RETURNED'
  | 'ADJUSTMENT';

/** One movement of an app's balance in centavos, signed. */
export type Movement = Readonly<{
  appId: string;
  at: Date;
  cause: LedgerCause;
  amount: bigint;
  reference: string;
}>;

/** Books a movement and the balance that follows from it. */
export async function book(tx: Sql, { appId, at, cause, amount, reference }: Movement): Promise<void> {
  if (amount === 0n) return;
  await tx.query(
    'INSERT INTO sandbox.ledger (app_id, at, cause, amount, reference) VALUES ($1, $2, $3, $4, $5)',
    [appId, at, cause, amount, reference],
  );
  await tx.query('UPDATE sandbox.apps SET balance = balance + $2 WHERE app_id = $1', [appId, amount]);
}

/** The balance at an instant in centavos, movements of that very instant included. */
export async function balanceAt(sql: Sql, appId: string, at: Date): Promise<bigint> {
  // From the running total backwards: what lies after the instant is always the shorter part.
  const { rows } = await sql.query<{ balance: string }>(
    `SELECT a.balance - coalesce((SELECT sum(l.amount) FROM sandbox.ledger l WHERE l.app_id = a.app_id AND l.at > $2), 0) AS balance
     FROM sandbox.apps a WHERE a.app_id = $1`,
    [appId, at],
  );
  return BigInt(rows[0]?.balance ?? '0');
}
