import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';

import { db } from '../db/client';
import { enqueue } from './queue';

async function countJobs(callbackId: string): Promise<number> {
  const rows = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pgboss.job WHERE name = 'callback.apply' AND data->>'callbackId' = ${callbackId}`;
  return Number(rows[0]?.count ?? 0n);
}

test('a job is there when its transaction commits, and not when it does not', async () => {
  const kept = randomUUID();
  const dropped = randomUUID();
  await db().$transaction((tx) => enqueue(tx, 'callback.apply', { merchantId: 'm', callbackId: kept }));
  await expect(
    db().$transaction(async (tx) => {
      await enqueue(tx, 'callback.apply', { merchantId: 'm', callbackId: dropped });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');

  expect(await countJobs(kept)).toBe(1);
  expect(await countJobs(dropped)).toBe(0);
});
