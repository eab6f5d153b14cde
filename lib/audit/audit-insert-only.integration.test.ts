import { expect, test } from 'vitest';

import { db } from '../db/client';

test('audit rows cannot be changed or removed, not even by the database user', async () => {
  const merchant = await db().merchant.create({ data: { name: 'Test', mode: 'TEST' } });
  const row = await db().auditEntry.create({
    data: {
      merchantId: merchant.id,
      actorId: 'a',
      action: 'x',
      subjectType: 'order',
      subjectId: 's',
      detail: {},
    },
  });
  const where = { merchantId_id: { merchantId: merchant.id, id: row.id } };
  await expect(db().auditEntry.update({ where, data: { actorId: 'b' } })).rejects.toThrow(
    'only ever inserted',
  );
  await expect(db().auditEntry.delete({ where })).rejects.toThrow('only ever inserted');
});
