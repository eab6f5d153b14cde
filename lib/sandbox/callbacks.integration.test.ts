import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acknowledges } from './callback-delivery';
import {
  ACKNOWLEDGED,
  aMerchant,
  eventually,
  startReceiver,
  startSandbox,
  webPayment,
  type TestMerchant,
  type TestSandbox,
} from './test-sandbox';

type Try = Readonly<{
  attempt: number;
  at: string;
  httpStatus: number | null;
  error: string | null;
  acknowledged: boolean;
}>;
type CallbackView = Readonly<{
  id: string;
  state: string;
  attempts: number;
  origin: string;
  body: string;
  tries: readonly Try[];
}>;
type Receiver = Awaited<ReturnType<typeof startReceiver>>;

const open: Receiver[] = [];
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ callbackTimeoutMs: 400 });
});
afterAll(async () => {
  await sandbox.server.close();
  for (const receiver of open) receiver.close();
});

async function receiverThat(answer?: (count: number) => string | number): Promise<Receiver> {
  const receiver = await startReceiver(answer);
  open.push(receiver);
  return receiver;
}

async function payOne(merchant: TestMerchant, receiver: Receiver, mchOrderId: string, amount = 125050) {
  await merchant.post('/api/v1/payment', webPayment(mchOrderId, { callbackUrl: receiver.url, amount }));
  await merchant.control('POST', 'pay', { mchOrderId });
}

async function callbacksOf(merchant: TestMerchant): Promise<CallbackView[]> {
  return (await merchant.rows('callbacks')) as unknown as CallbackView[];
}

async function inState(merchant: TestMerchant, state: string): Promise<CallbackView> {
  return eventually(async () => (await callbacksOf(merchant)).find((callback) => callback.state === state));
}

function canonical(fields: Readonly<Record<string, unknown>>): string {
  return Object.keys(fields)
    .filter((name) => name !== 'sign')
    .sort()
    .map((name) => `${name}=${String(fields[name])}`)
    .join('&');
}

test('a callback is signed with the secret of the app', async () => {
  const receiver = await receiverThat();
  const merchant = await aMerchant(sandbox.baseUrl, { callbackSecret: 'told-to-the-shop' });
  await payOne(merchant, receiver, 'CB1');
  const { fields } = await eventually(() => receiver.received[0]);
  const text = `${canonical(fields)}&secret=told-to-the-shop`;
  expect(fields['sign']).toBe(createHash('sha1').update(text, 'utf8').digest('hex'));
});

test('an app set so is called back with an RSA signature, its public key shown', async () => {
  const receiver = await receiverThat();
  const merchant = await aMerchant(sandbox.baseUrl, { callbackSignMode: 'RSA_SHA256' });
  await payOne(merchant, receiver, 'CB2');
  const { fields } = await eventually(() => receiver.received[0]);
  const der = Buffer.from(String((await merchant.control('GET', ''))['callbackPublicKey']), 'base64');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const sign = Buffer.from(String(fields['sign']), 'base64');
  expect(verify('RSA-SHA256', Buffer.from(canonical(fields)), key, sign)).toBe(true);
});

test.each([
  [200, '{"code":1,"msg":"success","data":{}}', true],
  [200, '{"code":1000}', true],
  [200, ' {"code":10000,"message":"Success"} ', true],
  [200, '{"code":0}', false],
  [200, '{"code":"1"}', false],
  [200, 'success', false],
  [200, '', false],
  [201, '{"code":1}', false],
  [500, '{"code":1}', false],
])('an answer %i %s acknowledges: %s', (status, answer, expected) => {
  expect(acknowledges(status, answer)).toBe(expected);
});

test('what is not acknowledged comes again after 30 s, 1 min and 5 min at 1/600', async () => {
  const receiver = await receiverThat((count) => (count < 4 ? 500 : ACKNOWLEDGED));
  const merchant = await aMerchant(sandbox.baseUrl);
  await payOne(merchant, receiver, 'CB3');
  const { tries } = await inState(merchant, 'ACKNOWLEDGED');
  expect(tries.map(({ httpStatus, acknowledged }) => [httpStatus, acknowledged])).toEqual([
    [500, false],
    [500, false],
    [500, false],
    [200, true],
  ]);
  const gaps = tries.slice(1).map((one, index) => Date.parse(one.at) - Date.parse(tries[index]?.at ?? ''));
  expect(gaps[0]).toBeGreaterThanOrEqual(50);
  expect(gaps[1]).toBeGreaterThanOrEqual(100);
  expect(gaps[2]).toBeGreaterThanOrEqual(500);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
});

test('after one try and eight retries the sender gives up', async () => {
  const receiver = await receiverThat(() => 401);
  const merchant = await aMerchant(sandbox.baseUrl, { timeScale: 100_000 });
  await payOne(merchant, receiver, 'CB4');
  const { attempts } = await inState(merchant, 'GIVEN_UP');
  expect(attempts).toBe(9);
  expect(receiver.received).toHaveLength(9);
});

test('a receiver that says nothing in time has not acknowledged', async () => {
  const receiver = await receiverThat((count) => (count === 1 ? 0 : ACKNOWLEDGED));
  const merchant = await aMerchant(sandbox.baseUrl);
  await payOne(merchant, receiver, 'CB5');
  const { tries } = await inState(merchant, 'ACKNOWLEDGED');
  expect(tries.map(({ error }) => error)).toEqual(['no answer in time', null]);
});

test('an order without an address is called back nowhere, a QR order at the address of the app', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const code = {
    appName: 'Demo Store',
    mchOrderId: 'CB6',
    channelCode: 'QRPH_STATIC_QR',
    customerName: 'Ana',
  };
  await merchant.post('/api/v1/qrcode', code);
  const at = new Date(Date.now() - 60_000).toISOString();
  await merchant.control('POST', 'pay', { mchOrderId: 'CB6', amount: '75000', at });
  expect(await merchant.rows('callbacks')).toEqual([]);
});

test('duplicate callbacks are the same bytes as often as asked', async () => {
  const receiver = await receiverThat();
  const merchant = await aMerchant(sandbox.baseUrl);
  await merchant.control('PUT', 'faults', { fault: 'duplicate-callbacks', copies: 3, times: 1 });
  await payOne(merchant, receiver, 'CB7');
  await eventually(() => receiver.received.length === 3);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
});

test('reordered callbacks arrive last first', async () => {
  const receiver = await receiverThat();
  const merchant = await aMerchant(sandbox.baseUrl, { timeScale: 1 });
  await merchant.control('PUT', 'faults', { fault: 'reordered-callbacks' });
  for (const mchOrderId of ['CB8A', 'CB8B']) {
    await merchant.post('/api/v1/payment', webPayment(mchOrderId, { callbackUrl: receiver.url }));
    await merchant.control('POST', 'fail', { mchOrderId });
  }
  await eventually(() => receiver.received.length === 2);
  expect(receiver.received.map(({ fields }) => fields['mchOrderId'])).toEqual(['CB8B', 'CB8A']);
});

test('a forged callback comes beside the genuine one and is signed without the secret', async () => {
  const receiver = await receiverThat();
  const merchant = await aMerchant(sandbox.baseUrl, { callbackSecret: 'told' });
  await merchant.control('PUT', 'faults', { fault: 'forged-callback', times: 1 });
  await payOne(merchant, receiver, 'CB9');
  await eventually(() => receiver.received.length === 2);
  const genuine = receiver.received.map(({ fields }) => {
    const text = `${canonical(fields)}&secret=told`;
    return fields['sign'] === createHash('sha1').update(text, 'utf8').digest('hex');
  });
  expect(genuine.sort()).toEqual([false, true]);
});

test('an operator sends one again, and forges one that says something else', async () => {
  const receiver = await receiverThat();
  const merchant = await aMerchant(sandbox.baseUrl);
  await payOne(merchant, receiver, 'CB10');
  await inState(merchant, 'ACKNOWLEDGED');
  await merchant.control('POST', 'callbacks/resend', { mchOrderId: 'CB10' });
  await eventually(() => receiver.received.length === 2);
  expect(receiver.received[1]?.body).toBe(receiver.received[0]?.body);
  await merchant.control('POST', 'callbacks/forge', { mchOrderId: 'CB10', change: { amount: 999999 } });
  await eventually(() => receiver.received.length === 3);
  expect(receiver.received[2]?.fields).toMatchObject({ mchOrderId: 'CB10', amount: 999999 });
  expect(receiver.received[2]?.fields['sign']).not.toBe(receiver.received[0]?.fields['sign']);
  expect((await callbacksOf(merchant)).map(({ origin }) => origin)).toEqual(['EVENT', 'RESEND', 'FORGED']);
});
