import 'server-only';

import { createHash } from 'node:crypto';

import type { Tx } from '../db/client';
import type { Prisma } from '../db/generated/client';

export type PersonEventInput = Readonly<{
  personId: string | null;
  action:
    'signed-in' | 'sign-in-failed' | 'sign-in-throttled' | 'signed-out' | 'password-set' | 'settings-changed';
  detail: Prisma.InputJsonObject;
}>;

const GENESIS = '0'.repeat(64);
const CHAIN_LOCK = 7_265_001;

/** Appends to the one chain of events that belong to no merchant. Signing in is rare enough to queue on a lock. */
export async function writePersonEvent(
  tx: Tx,
  { personId, action, detail }: PersonEventInput,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`;
  const last = await tx.personEvent.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true, hash: true },
  });
  const seq = (last?.seq ?? 0n) + 1n;
  const prevHash = last?.hash ?? GENESIS;
  const at = new Date();
  const hash = createHash('sha256')
    .update(JSON.stringify([prevHash, seq.toString(), personId, action, detail, at.toISOString()]))
    .digest('hex');
  await tx.personEvent.create({ data: { seq, personId, action, detail, at, prevHash, hash } });
}
