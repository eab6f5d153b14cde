import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, test } from 'vitest';

import { db } from '../db/client';
import { checkHealth } from './check-health';
import { isEachReachable } from './gateway-reach';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function aServer(status: number | 'silent'): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    if (status !== 'silent') response.writeHead(status).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

test('the worker is ok while its heartbeat is fresher than 15 s', async () => {
  const at = new Date();
  await db().heartbeat.upsert({ where: { name: 'worker' }, create: { name: 'worker', at }, update: { at } });

  expect(await checkHealth(new Date(at.getTime() + 14_000))).toMatchObject({
    status: 'ok',
    database: 'ok',
    worker: 'ok',
  });
  expect(await checkHealth(new Date(at.getTime() + 16_000))).toMatchObject({ worker: 'stopped' });
});

test('any answer of the gateway counts, a refusal too; silence and a closed port do not', async () => {
  const [fine, refusing, silent] = [await aServer(200), await aServer(503), await aServer('silent')];
  const closed = await aServer(200);
  servers.pop()?.close();

  expect(await isEachReachable([fine.url, refusing.url])).toBe(true);
  expect(await isEachReachable([fine.url, silent.url])).toBe(false);
  expect(await isEachReachable([closed.url])).toBe(false);
  expect(await isEachReachable([])).toBe(true);
});

test('the gateway is asked once in ten seconds however often health is', async () => {
  const server = await aServer(200);
  const now = Date.now();
  await isEachReachable([server.url], now);
  await isEachReachable([server.url], now + 9_000);
  expect(server.asked()).toBe(1);

  await isEachReachable([server.url], now + 10_001);
  expect(server.asked()).toBe(2);
});
