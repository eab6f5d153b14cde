import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { createSandboxServer, type SandboxOptions, type SandboxServer } from './sandbox-server';

/** A sandbox on a database that no other test file has. */
export type TestSandbox = Readonly<{ baseUrl: string; databaseUrl: string; server: SandboxServer }>;

/** What the merchant's side of a test was called back with. */
type Received = Readonly<{ path: string; body: string; fields: Readonly<Record<string, unknown>> }>;

/** An answer of the API; `status` is HTTP's. */
export type ApiAnswer = Readonly<{
  status: number;
  text: string;
  code: number;
  message: string;
  data: unknown;
}>;

type SignedFields = Readonly<Record<string, string | number | null>>;

const KEYS = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** Starts a sandbox on a database of its own beside the one that the test run was given. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const databaseUrl = options.databaseUrl ?? (await newDatabase());
  const server = createSandboxServer({ timeScale: 600, ...options, databaseUrl });
  return { server, databaseUrl, baseUrl: await server.listen(0) };
}

/** Calls the control interface; a refusal comes back as its status and sentence. */
export async function control(
  baseUrl: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; json: Record<string, unknown> }> {
  const response = await fetch(`${baseUrl}/_sandbox/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: JSON.parse(await response.text()) as Record<string, unknown> };
}

/** A merchant with an app of its own that signs as the document says. */
export async function aMerchant(baseUrl: string, settings: Readonly<Record<string, unknown>> = {}) {
  const { json } = await control(baseUrl, 'POST', 'apps', {
    appName: 'Demo Store',
    publicKey: KEYS.publicKey,
    openingBalance: '1000000',
    limits: { requestsPerSecond: 1000, statementsPerSecond: 1000 },
    ...settings,
  });
  const appId = String(json['appId']);
  const signed = (fields: SignedFields) => withSign({ appId, ...fields });
  return {
    appId,
    signed,
    post: (path: string, fields: SignedFields) => sendJson(baseUrl, path, JSON.stringify(signed(fields))),
    get: (path: string, fields: SignedFields = {}) => sendQuery(baseUrl, path, signed(fields)),
    control: async (method: string, path: string, body?: unknown) =>
      (await control(baseUrl, method, `apps/${appId}${path === '' ? '' : `/${path}`}`, body)).json,
    rows: async (list: string) =>
      (await control(baseUrl, 'GET', `apps/${appId}/${list}`)).json[list] as Record<string, unknown>[],
  };
}

/** What `aMerchant` gives. */
export type TestMerchant = Awaited<ReturnType<typeof aMerchant>>;

/** Signs fields with the merchant's key by the reference algorithm of 1.6. */
export function withSign(fields: SignedFields): SignedFields {
  const canonical = Object.keys(fields)
    .filter((name) => name !== 'sign' && fields[name] !== null && fields[name] !== '')
    .sort()
    .map((name) => `${name}=${String(fields[name])}`)
    .join('&');
  return {
    ...fields,
    sign: createSign('RSA-SHA256').update(canonical, 'utf8').sign(KEYS.privateKey, 'base64'),
  };
}

/** Posts a body as it stands. */
export async function sendJson(baseUrl: string, path: string, body: string): Promise<ApiAnswer> {
  const headers = { 'content-type': 'application/json' };
  return readAnswer(await fetch(baseUrl + path, { method: 'POST', headers, body }));
}

/** A web payment that the sandbox accepts, with what the test says instead. */
export function webPayment(mchOrderId: string, change: SignedFields = {}): SignedFields {
  return {
    appName: 'Demo Store',
    mchOrderId,
    amount: 125050,
    channelCode: 'GCASH_URL',
    email: 'maria@example.com',
    mobile: '09170000007',
    callbackUrl: 'http://127.0.0.1:9/never',
    redirectUrl: 'https://shop.example/thanks',
    ...change,
  };
}

/** The merchant's receiver: answers what the test says (an acknowledgement, unless it says otherwise). */
export async function startReceiver(answer: (count: number) => string | number = () => ACKNOWLEDGED) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      const fields = JSON.parse(body) as Record<string, unknown>;
      received.push({ path: request.url ?? '', body, fields });
      const say = answer(received.length);
      if (typeof say === 'string') response.end(say);
      else if (say > 0) response.writeHead(say).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url, received, close };
}

/** The acknowledgement of 1.7. */
export const ACKNOWLEDGED = '{"code":1,"msg":"success","data":{}}';

/** Asks again until there is something, for ten seconds at most. */
export async function eventually<T>(ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`nothing came of ${ask.toString()}`);
}

async function sendQuery(baseUrl: string, path: string, fields: SignedFields): Promise<ApiAnswer> {
  const query = new URLSearchParams(
    Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return readAnswer(await fetch(`${baseUrl}${path}?${query.toString()}`));
}

async function readAnswer(response: Response): Promise<ApiAnswer> {
  const text = await response.text();
  const isEnvelope = response.headers.get('content-type')?.startsWith('application/json') === true;
  const envelope = (isEnvelope ? JSON.parse(text) : {}) as Partial<ApiAnswer>;
  const { code = 0, message = '', data = null } = envelope;
  return { status: response.status, text, code, message, data };
}

async function newDatabase(): Promise<string> {
  // eslint-disable-next-line no-restricted-syntax -- the test run hands over its database this way, and lib/env is none of the sandbox's
  const given = process.env['SANDBOX_DATABASE_URL'];
  if (given === undefined) throw new Error('SANDBOX_DATABASE_URL is not set: the test run sets it');
  const name = `sandbox_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: given });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(given);
  url.pathname = `/${name}`;
  return url.href;
}
