import { readFile } from 'node:fs/promises';
import pg from 'pg';

/** A pool or one connection inside a transaction: whatever answers a query. */
export type Sql = Pick<pg.Pool | pg.PoolClient, 'query'>;

/** The pool of the sandbox's own database; nothing else of ours uses it. */
export function openDatabase(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });
  // An idle connection that the server ends must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  return pool;
}

/** Creates what is missing of schema `sandbox`; several processes may start at once. */
export async function applySchema(pool: pg.Pool): Promise<void> {
  const sql = await readFile(new URL('./schema.sql', import.meta.url), 'utf8');
  await inTransaction(pool, async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('kaha sandbox schema'))");
    await tx.query(sql);
  });
}

/** Runs the work in one transaction: all of it happens or none. */
export async function inTransaction<T>(pool: pg.Pool, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((rollbackError: unknown) => {
      broken = rollbackError instanceof Error ? rollbackError : new Error('rollback failed');
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Writes many rows of one table from plain objects named by its columns, a few thousand per statement. */
export async function insertRows(
  sql: Sql,
  table: 'transactions' | 'refunds' | 'payouts' | 'qr_codes' | 'ledger',
  rows: readonly Readonly<Record<string, string | number | null>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  for (let start = 0; start < rows.length; start += 4000) {
    await sql.query(
      `INSERT INTO sandbox.${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::sandbox.${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(start, start + 4000))],
    );
  }
}
