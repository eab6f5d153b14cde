import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createGateway, type Exchange, type GatewayConfig } from '@/lib/gateway/index';

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The key pair that the client of `loopbackGateway` signs with. */
export const LOOPBACK_KEYS = {
  publicKey: pair.publicKey,
  privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};

/** The client's clock stands still. */
export const LOOPBACK_NOW = new Date('2026-01-15T04:00:00Z');

type Seen = { method: string; url: string; body: string };

/** A gateway on loopback that answers as told until the test ends, a client of it, and what both saw. */
export async function loopbackGateway(
  handle: (response: ServerResponse, request: IncomingMessage) => void,
  settings: Partial<GatewayConfig> = {},
) {
  const seen: Seen[] = [];
  const exchanges: Exchange[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({
        method: request.method ?? '',
        url: request.url ?? '',
        body: Buffer.concat(chunks).toString(),
      });
      handle(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const gateway = createGateway({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    appId: 'app_demo_0001',
    appName: 'Demo Store',
    privateKey: LOOPBACK_KEYS.privateKey,
    fetch: globalThis.fetch,
    now: () => LOOPBACK_NOW,
    timeoutMs: 2_000,
    record: (exchange) => exchanges.push(exchange),
    ...settings,
  });
  return { gateway, seen, exchanges, server };
}

/** Answers every call with the same body. */
export const saying =
  (body: string, status = 200) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
  };
