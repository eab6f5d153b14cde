import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aMerchant,
  control,
  eventually,
  startReceiver,
  startSandbox,
  webPayment,
  type TestSandbox,
} from './test-sandbox';

const HISTORY = { seed: 7, endDate: '2026-01-15', days: 2, rowsPerDay: 200, planted: true, adjustment: true };
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.server.close());

test('the same app asked for twice is one app, and its opening balance is booked once', async () => {
  const settings = { appId: 'ctl1', appName: 'Demo Store', openingBalance: '500', history: HISTORY };
  const first = await control(sandbox.baseUrl, 'POST', 'apps', settings);
  const again = await control(sandbox.baseUrl, 'POST', 'apps', settings);
  expect(again).toEqual(first);
  const { json } = await control(sandbox.baseUrl, 'GET', 'apps/ctl1/ledger');
  expect((json['ledger'] as { cause: string }[]).filter(({ cause }) => cause === 'OPENING')).toHaveLength(1);
  const other = await control(sandbox.baseUrl, 'POST', 'apps', {
    ...settings,
    history: { ...HISTORY, seed: 8 },
  });
  expect(other).toEqual({ status: 409, json: { error: 'the app has another history already' } });
});

test('an app that was opened first has its balance from before the history, once', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { openingBalance: '777' });
  const change = { appId: merchant.appId, history: { ...HISTORY, planted: false, adjustment: false } };
  await control(sandbox.baseUrl, 'POST', 'apps', change);
  const again = await control(sandbox.baseUrl, 'POST', 'apps', change);
  expect(again.status).toBe(200);
  const opened = (await merchant.rows('ledger')).filter(({ cause }) => cause === 'OPENING');
  expect(opened).toMatchObject([{ at: '2026-01-13T00:00:00.000+08:00', amount: '777' }]);
  const { balances } = (await merchant.control('GET', 'export')) as { balances: { balance: string }[] };
  expect(balances[0]?.balance).toBe('777');
  expect(await merchant.control('GET', 'balance')).toMatchObject({ balance: balances.at(-1)?.balance });
});

test('a change keeps what it does not name', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, {
    callbackSecret: 'kept',
    settings: { refundsAllowed: false },
  });
  await control(sandbox.baseUrl, 'POST', 'apps', {
    appId: merchant.appId,
    settings: { closedChannels: ['CARD_URL'] },
  });
  expect(await merchant.control('GET', '')).toMatchObject({
    callbackSecret: 'kept',
    appName: 'Demo Store',
    settings: { refundsAllowed: false, closedChannels: ['CARD_URL'] },
  });
});

test('what is wrong is said: 400, 404, 409', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const ask = (method: string, path: string, body?: unknown) => control(sandbox.baseUrl, method, path, body);
  expect((await ask('POST', 'apps', { nonsense: 1 })).status).toBe(400);
  expect((await ask('POST', 'apps', { publicKey: 'short' })).status).toBe(400);
  expect((await ask('GET', 'apps/nobody')).status).toBe(404);
  expect((await ask('POST', `apps/${merchant.appId}/pay`, { mchOrderId: 'X' })).status).toBe(409);
  expect((await ask('POST', `apps/${merchant.appId}/pay`, {})).status).toBe(400);
  expect((await ask('PUT', `apps/${merchant.appId}/faults`, { fault: 'rain' })).status).toBe(400);
  expect((await ask('GET', `apps/${merchant.appId}/export`)).status).toBe(409);
  expect((await ask('GET', 'health')).json).toEqual({ ok: true });
});

test('a caller behind a proxy or in a browser is refused', async () => {
  const status = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve) => {
      request(`${sandbox.baseUrl}/_sandbox/health`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
  expect(await status({})).toBe(200);
  expect(await status({ 'x-forwarded-for': '203.0.113.5' })).toBe(403);
  expect(await status({ origin: 'https://evil.example' })).toBe(403);
});

test('the planted truth adds up to what the two sides differ by on the end date', async () => {
  const { json } = await control(sandbox.baseUrl, 'GET', 'apps/ctl1/planted');
  const planted = json['planted'] as { day: string; id: string; type: string; effect: string }[];
  expect(planted.map(({ day, type, effect }) => [day, type, effect])).toEqual([
    ['2026-01-15', 'AMOUNT_DIFFERS', '3400'],
    ['2026-01-15', 'FEE_DIFFERS', '0'],
    ['2026-01-15', 'STATUS_DIFFERS', '42826'],
    ['2026-01-15', 'MISSING_HERE', '116800'],
    ['2026-01-15', 'MISSING_THERE', '-13426'],
    ['2026-01-15', 'DUPLICATE', '0'],
    ['2026-01-15', 'LATE', '-21315'],
    ['2026-01-15', 'NO_CALLBACK', '0'],
    ['2026-01-15', 'AMOUNT_DIFFERS', '-2700'],
    ['2026-01-15', 'REFUND_NOT_EXPLAINED', '74800'],
  ]);
  expect(json['unexplained']).toBe('-30989');
  const { json: exported } = await control(sandbox.baseUrl, 'GET', 'apps/ctl1/export');
  const orders = exported['orders'] as { transactionId: string }[];
  const ofType = (type: string) => planted.find((row) => row.type === type)?.id;
  const isOurs = (id: string | undefined) => orders.some(({ transactionId }) => transactionId === id);
  expect([isOurs(ofType('MISSING_HERE')), isOurs(ofType('MISSING_THERE'))]).toEqual([false, true]);
  const { json: books } = await control(sandbox.baseUrl, 'GET', 'apps/ctl1/transactions');
  const lines = books['transactions'] as { transactionId: string }[];
  expect(lines.some(({ transactionId }) => transactionId === ofType('MISSING_THERE'))).toBe(false);
});

test('a payment in the past has the times and the ledger of the past', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { timeScale: 1 });
  await merchant.post('/api/v1/payment', webPayment('CTL2'));
  await merchant.control('POST', 'pay', { mchOrderId: 'CTL2', at: '2026-01-10T10:00:00+08:00' });
  expect(await merchant.rows('transactions')).toMatchObject([
    {
      createTime: '2026-01-10T10:00:00.000+08:00',
      completeTime: '2026-01-10T10:00:02.000+08:00',
      status: 'COMPLETE',
      amount: '125050',
      fee: '2501',
    },
  ]);
  const at = (time: string) => merchant.control('GET', `balance?at=${encodeURIComponent(time)}`);
  expect((await at('2026-01-10T10:00:01+08:00'))['balance']).toBe('0');
  expect((await at('2026-01-10T10:00:02+08:00'))['balance']).toBe('122549');
});

test('a restart loses nothing: what was due is settled and called back by the next process', async () => {
  const receiver = await startReceiver();
  const first = await startSandbox({ timeScale: 4 });
  const merchant = await aMerchant(first.baseUrl);
  await merchant.post('/api/v1/payment', webPayment('CTL3', { callbackUrl: receiver.url }));
  await merchant.control('POST', 'pay', { mchOrderId: 'CTL3' });
  await first.server.close();
  expect(receiver.received).toEqual([]);
  const second = await startSandbox({ databaseUrl: first.databaseUrl });
  const told = await eventually(() => receiver.received[0]);
  expect(told.fields).toMatchObject({ mchOrderId: 'CTL3', transactionStatus: 'COMPLETE' });
  const { json } = await control(second.baseUrl, 'GET', `apps/${merchant.appId}/balance`);
  expect(json['balance']).toBe('1122549');
  await second.server.close();
  receiver.close();
});

test('two processes on one database settle each payment once', async () => {
  const other = await startSandbox({ databaseUrl: sandbox.databaseUrl });
  const receiver = await startReceiver();
  const merchant = await aMerchant(sandbox.baseUrl);
  for (let order = 0; order < 20; order += 1) {
    await merchant.post(
      '/api/v1/payment',
      webPayment(`CTL4N${order}`, { callbackUrl: receiver.url, amount: 10000 }),
    );
    await merchant.control('POST', 'pay', { mchOrderId: `CTL4N${order}` });
  }
  await eventually(() => receiver.received.length >= 20);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(receiver.received).toHaveLength(20);
  expect(await merchant.control('GET', 'balance')).toMatchObject({ balance: '1196000' });
  await other.server.close();
  receiver.close();
});
