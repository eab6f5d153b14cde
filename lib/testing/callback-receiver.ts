import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';

import { readCappedBody } from '../callbacks/read-capped-body';
import { receiveCallback } from '../callbacks/receive-callback';

const STATUS = { acknowledged: 200, 'unknown-app': 404, 'not-genuine': 401, 'too-large': 413 } as const;

/**
 * Our side of the callback address on a port of its own, until the test ends. While it runs, `PUBLIC_URL` leads to
 * it, so that what the verbs give PayCools as callback address ends here.
 */
export async function callbackReceiver(): Promise<{ addressOf: (appId: string) => string }> {
  const server = createServer((request, response) => {
    answer(request)
      .then(({ status, body }) => response.writeHead(status).end(body))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const before = process.env['PUBLIC_URL'];
  process.env['PUBLIC_URL'] = url;
  onTestFinished(() => {
    if (before === undefined) delete process.env['PUBLIC_URL'];
    else process.env['PUBLIC_URL'] = before;
    server.closeAllConnections();
    server.close();
  });
  return { addressOf: (appId) => `${url}/api/callbacks/${appId}` };
}

async function answer(request: IncomingMessage): Promise<{ status: number; body: string }> {
  const appId = decodeURIComponent(request.url?.split('/').at(-1) ?? '');
  const stream = Readable.toWeb(request) as unknown as ReadableStream<Uint8Array>;
  const reception = await receiveCallback(appId, await readCappedBody(stream));
  return {
    status: STATUS[reception.kind],
    body: reception.kind === 'acknowledged' ? reception.body : '',
  };
}
