import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { db } from '../db/client';
import { callbackBench, callbacksOf, ordersOf } from '../testing/callback-bench';
import { aMerchant } from '../testing/merchant';
import { PAID, signed } from '../testing/signed-callback';
import { REJECTED_KEPT_PER_HOUR } from './receive-callback';

describe('what is not genuine', () => {
  test('forged: stored as rejected, answered 401, nothing applied', async () => {
    const { merchant, send, apply } = await callbackBench();
    const response = await send(signed('another secret', PAID));
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
    expect(await apply()).toBe(0);
    expect(await callbacksOf(merchant)).toMatchObject([
      { state: 'REJECTED', genuine: false, reason: 'callbacks.reason.badSign', subjectId: 'SHOP0001' },
    ]);
    expect(await ordersOf(merchant)).toEqual([]);
  });

  test.each([
    ['no JSON', 'hello', 401, 'unreadable'],
    ['nothing', '', 401, 'unreadable'],
    ['a list', '[]', 401, 'unreadable'],
    ['a name twice', '{"a":1,"a":1,"sign":"x"}', 401, 'unreadable'],
    ['no sign', JSON.stringify(PAID), 401, 'noSign'],
    ['one byte more than 64 KB', `{"remark":"${'x'.repeat(65_524)}"}`, 413, 'tooLarge'],
  ] as const)('%s', async (_, body, status, reason) => {
    const { merchant, send } = await callbackBench();
    expect((await send(body)).status).toBe(status);
    expect(await callbacksOf(merchant)).toMatchObject([
      { state: 'REJECTED', genuine: false, reason: `callbacks.reason.${reason}` },
    ]);
  });

  test('a stranger cannot fill the database: the hour keeps a hundred', async () => {
    const { merchant, send } = await callbackBench();
    const statuses = new Set<number>();
    for (let sent = 0; sent < REJECTED_KEPT_PER_HOUR + 3; sent += 1) {
      statuses.add((await send(`no json ${sent}`)).status);
    }
    expect([...statuses]).toEqual([401]);
    expect(await callbacksOf(merchant)).toHaveLength(100);
  });

  test('an app that nobody has: 404, nothing stored', async () => {
    const { receiver } = await callbackBench();
    const appId = `nobody${randomUUID()}`;
    const response = await fetch(receiver.addressOf(appId), { method: 'POST', body: JSON.stringify(PAID) });
    expect(response.status).toBe(404);
    expect(await db().callback.count({ where: { gatewayAppId: appId } })).toBe(0);
  });

  test("another app's secret does not open this app", async () => {
    const { merchant, send } = await callbackBench();
    const other = await aMerchant();
    expect((await send(signed(other.callbackSecret, PAID))).status).toBe(401);
    expect(await ordersOf(merchant)).toEqual([]);
  });
});
