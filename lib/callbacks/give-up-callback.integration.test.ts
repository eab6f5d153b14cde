import { expect, test } from 'vitest';

import { db } from '../db/client';
import { aMerchant } from '../testing/merchant';
import { giveUpCallback } from './give-up-callback';

test('a callback whose job was given up says so, and one that was applied keeps its state', async () => {
  const { actor, appId } = await aMerchant();
  const { merchantId } = actor;
  const callback = {
    merchantId,
    gatewayAppId: appId,
    rawBody: Uint8Array.from([123, 125]),
    bodySha256: 'a'.repeat(64),
    genuine: true,
  };
  const stuck = await db().callback.create({ data: { ...callback, state: 'RECEIVED' } });
  const done = await db().callback.create({ data: { ...callback, state: 'PROCESSED' } });

  await giveUpCallback({ merchantId, callbackId: stuck.id });
  await giveUpCallback({ merchantId, callbackId: done.id });

  const states = await db().callback.findMany({
    where: { merchantId },
    orderBy: { id: 'asc' },
    select: { id: true, state: true },
  });
  expect(states).toEqual([
    { id: stuck.id, state: 'DEAD' },
    { id: done.id, state: 'PROCESSED' },
  ]);
});
