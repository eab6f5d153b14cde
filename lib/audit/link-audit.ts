import 'server-only';

import { createHash } from 'node:crypto';

import { db, type Tx } from '../db/client';

const GENESIS = '0'.repeat(64);
const BATCH = 500;

/**
 * Chains the audit rows that no link names yet, one chain per merchant. Rows are inserted without a lock;
 * only the chaining of one merchant takes turns. Returns how many rows it linked.
 */
export async function linkAudit(): Promise<number> {
  const merchants = await db().$queryRaw<{ merchantId: string }[]>`
    SELECT DISTINCT e."merchantId" FROM "AuditEntry" e
    LEFT JOIN "AuditLink" l ON l."merchantId" = e."merchantId" AND l."auditId" = e.id
    WHERE l.seq IS NULL`;
  let linked = 0;
  for (const { merchantId } of merchants)
    linked += await db().$transaction((tx) => linkMerchant(tx, merchantId));
  return linked;
}

async function linkMerchant(tx: Tx, merchantId: string): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${merchantId}, 7265002))`;
  const last = await tx.auditLink.findFirst({ where: { merchantId }, orderBy: { seq: 'desc' } });
  const rows = await tx.auditEntry.findMany({
    where: { merchantId, link: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: BATCH,
  });
  let { seq, hash } = last ?? { seq: 0n, hash: GENESIS };
  const links = rows.map((row) => {
    const prevHash = hash;
    seq += 1n;
    hash = hashOfRow(prevHash, seq, row);
    return { merchantId, seq, auditId: row.id, prevHash, hash };
  });
  await tx.auditLink.createMany({ data: links });
  return links.length;
}

type Row = Readonly<{
  id: string;
  actorId: string;
  action: string;
  subjectType: string;
  subjectId: string;
  detail: unknown;
  at: Date;
}>;

/** What a link vouches for: its place, what came before, and every column of its audit row. */
function hashOfRow(prevHash: string, seq: bigint, row: Row): string {
  const { id, actorId, action, subjectType, subjectId, detail, at } = row;
  return createHash('sha256')
    .update(
      JSON.stringify([
        prevHash,
        seq.toString(),
        id,
        actorId,
        action,
        subjectType,
        subjectId,
        ordered(detail),
        at.toISOString(),
      ]),
    )
    .digest('hex');
}

/** PostgreSQL does not keep the order of a JSON object's fields, so the hash must not depend on it. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, ordered(inner)]);
}
