import { expect, test } from 'vitest';

import { db } from '../db/client';
import { linkAudit } from './link-audit';
import { writeAudit } from './write-audit';

test('every audit row gets one link, in one chain per merchant, also when two workers link at once', async () => {
  const merchant = await db().merchant.create({ data: { name: 'Chain', mode: 'TEST' } });
  const by = { userId: 'somebody', merchantId: merchant.id };
  for (const number of [1, 2, 3, 4, 5]) {
    await db().$transaction((tx) =>
      writeAudit(tx, by, {
        action: 'exception.reopened',
        subjectType: 'exception',
        subjectId: `x${number}`,
        detail: { type: 'LATE' },
      }),
    );
  }
  await Promise.all([linkAudit(), linkAudit(), linkAudit()]);

  const links = await db().auditLink.findMany({
    where: { merchantId: merchant.id },
    orderBy: { seq: 'asc' },
  });
  expect(links.map((link) => link.seq)).toEqual([1n, 2n, 3n, 4n, 5n]);
  expect(links.slice(1).map((link) => link.prevHash)).toEqual(links.slice(0, -1).map((link) => link.hash));
  expect(links[0]?.prevHash).toBe('0'.repeat(64));
});
