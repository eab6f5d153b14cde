import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { db } from '../db/client';
import type { CodePlace } from '../gateway/code-table';
import { seenRows } from './seen-rows';

/** How often one code was seen in one place at this merchant, and when last. */
export type CodeSeen = Readonly<{ place: CodePlace; code: string; count: number; lastAt: Date }>;

/** A record that carries a code; `amount` is centavos, null on a QR code for any amount. */
export type CodeSighting = Readonly<{
  kind: 'refund' | 'order' | 'qrCode' | 'payout';
  id: string;
  reference: string | null;
  amount: bigint | null;
  at: Date;
}>;

/** Every code that was ever seen at this merchant; one row per place and code in normal form. */
export async function countCodesSeen(actor: Actor): Promise<readonly CodeSeen[]> {
  assertCan(actor, 'codes:read');
  return db().$queryRaw<CodeSeen[]>`
    SELECT place, code, count(*)::int AS count, max(at) AS "lastAt"
    FROM (${seenRows(actor)}) seen GROUP BY place, code ORDER BY place, code`;
}

/** The latest records with this code, newest first, with how many there are in all. */
export async function findCodeSeen(
  actor: Actor,
  place: CodePlace,
  code: string,
  limit = 10,
): Promise<Readonly<{ count: number; sightings: readonly CodeSighting[] }>> {
  assertCan(actor, 'codes:read');
  const rows = await db().$queryRaw<(CodeSighting & { total: number })[]>`
    SELECT kind, id, reference, amount, at, (count(*) OVER ())::int AS total
    FROM (${seenRows(actor)}) seen WHERE place = ${place} AND code = ${code}
    ORDER BY at DESC, id DESC LIMIT ${limit}`;
  return { count: rows[0]?.total ?? 0, sightings: rows };
}
