import 'server-only';

import { Prisma } from '../db/generated/client';

const UNIQUE_VIOLATION = 'P2002';

/**
 * Writes an intent, or finds the one that an earlier press wrote under the same unique request key: pressed twice,
 * at the same moment even, is one intent.
 */
export async function insertOnce<Row>(
  insert: () => Promise<Row>,
  find: () => Promise<Row | null>,
): Promise<Readonly<{ row: Row; isNew: boolean }>> {
  const earlier = await find();
  if (earlier !== null) return { row: earlier, isNew: false };
  try {
    return { row: await insert(), isNew: true };
  } catch (error) {
    const isDouble = error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION;
    const winner = isDouble ? await find() : null;
    if (winner === null) throw error;
    return { row: winner, isNew: false };
  }
}
