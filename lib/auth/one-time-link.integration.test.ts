import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';

import { db } from '../db/client';
import { isLinkOpen, redeemLink } from './one-time-link';
import { createHash } from 'node:crypto';

async function aLink(expiresAt: Date) {
  const merchant = await db().merchant.create({ data: { name: 'Link', mode: 'TEST' } });
  const secret = randomUUID();
  const secretHash = createHash('sha256').update(secret).digest('hex');
  await db().oneTimeLink.create({
    data: { kind: 'first-owner', secretHash, merchantId: merchant.id, role: 'OWNER', expiresAt },
  });
  return { merchant, secret };
}

const inAnHour = () => new Date(Date.now() + 3_600_000);
const person = (secret: string) => ({
  secret,
  name: 'Liza',
  email: `${randomUUID()}@kaha.test`,
  password: 'a long sentence',
});

test('a link makes one owner, once, also when it is used eight times at once', async () => {
  const { merchant, secret } = await aLink(inAnHour());
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => redeemLink(person(secret))));

  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  const owners = await db().membership.findMany({ where: { merchantId: merchant.id } });
  expect(owners.map((owner) => owner.role)).toEqual(['OWNER']);
  expect(await isLinkOpen(secret)).toBe(false);
});

test('a link that has run out opens nothing', async () => {
  const { secret } = await aLink(new Date(Date.now() - 1));
  expect(await isLinkOpen(secret)).toBe(false);
  await expect(redeemLink(person(secret))).rejects.toMatchObject({ code: 'conflict' });
});
