import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMerchant, startSandbox, webPayment, type TestMerchant, type TestSandbox } from './test-sandbox';

const CREATE = '/api/v1/payment';
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.server.close());

async function withFault(fault: object): Promise<TestMerchant> {
  const merchant = await aMerchant(sandbox.baseUrl);
  await merchant.control('PUT', 'faults', { times: 1, ...fault });
  return merchant;
}

async function isTaken(merchant: TestMerchant, mchOrderId: string): Promise<boolean> {
  return (await merchant.get('/api/v1/payment/check', { mchOrderId })).code === 1000;
}

async function lastCreation(merchant: TestMerchant) {
  return (await merchant.rows('requests')).find(({ operation }) => operation === 'webPayment.create');
}

test('no answer: nothing happens and nothing is said', async () => {
  const merchant = await withFault({ fault: 'no-answer' });
  const body = JSON.stringify(merchant.signed(webPayment('F1')));
  const call = fetch(sandbox.baseUrl + CREATE, { method: 'POST', body, signal: AbortSignal.timeout(300) });
  await expect(call).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(await isTaken(merchant, 'F1')).toBe(false);
  expect(await lastCreation(merchant)).toMatchObject({
    code: null,
    httpStatus: null,
    acted: false,
    fault: 'no-answer',
  });
});

test('drop answer: it acts, then the connection is cut', async () => {
  const merchant = await withFault({ fault: 'drop-answer' });
  await expect(merchant.post(CREATE, webPayment('F2'))).rejects.toThrow('fetch failed');
  expect(await isTaken(merchant, 'F2')).toBe(true);
  expect(await lastCreation(merchant)).toMatchObject({ code: null, httpStatus: null, acted: true });
});

test('5xx before acting and after', async () => {
  const before = await withFault({ fault: 'error-before', status: 503 });
  expect((await before.post(CREATE, webPayment('F3'))).status).toBe(503);
  expect(await isTaken(before, 'F3')).toBe(false);
  const after = await withFault({ fault: 'error-after' });
  expect((await after.post(CREATE, webPayment('F4'))).status).toBe(500);
  expect(await isTaken(after, 'F4')).toBe(true);
});

test('act, then 1018', async () => {
  const merchant = await withFault({ fault: 'act-then-1018' });
  expect(await merchant.post(CREATE, webPayment('F5'))).toMatchObject({
    status: 200,
    code: 1018,
    data: null,
  });
  expect(await isTaken(merchant, 'F5')).toBe(true);
  expect(await lastCreation(merchant)).toMatchObject({ code: 1018, acted: true });
});

test('act, then 1018 hides no refusal', async () => {
  const merchant = await withFault({ fault: 'act-then-1018' });
  expect((await merchant.post(CREATE, webPayment('F6', { amount: 1 }))).code).toBe(1009);
});

test('a truncated answer breaks off in the middle after it acted', async () => {
  const merchant = await withFault({ fault: 'truncated' });
  await expect(merchant.post(CREATE, webPayment('F7'))).rejects.toThrow('terminated');
  expect(await isTaken(merchant, 'F7')).toBe(true);
});

test('an HTML answer comes from something in front of the gateway, which did not act', async () => {
  const merchant = await withFault({ fault: 'html' });
  const answer = await merchant.post(CREATE, webPayment('F8'));
  expect([answer.status, answer.text.startsWith('<!DOCTYPE html>')]).toEqual([200, true]);
  expect(await isTaken(merchant, 'F8')).toBe(false);
});

test('a slow answer is the right one, late', async () => {
  const merchant = await withFault({ fault: 'slow', delayMs: 300 });
  const started = Date.now();
  expect((await merchant.post(CREATE, webPayment('F9'))).code).toBe(1000);
  expect(Date.now() - started).toBeGreaterThanOrEqual(295);
});

test('down: everything is 503, even unsigned, until the fault is removed', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  await merchant.control('PUT', 'faults', { fault: 'down' });
  expect((await merchant.post(CREATE, webPayment('F10'))).status).toBe(503);
  expect((await merchant.get('/api/v1/account/checkBalance')).status).toBe(503);
  expect((await fetch(`${sandbox.baseUrl}/api/v1/payment/check?appId=${merchant.appId}`)).status).toBe(503);
  await merchant.control('DELETE', 'faults');
  expect((await merchant.post(CREATE, webPayment('F10'))).code).toBe(1000);
});

test('a fault can be for one operation, a number of times, and several can stand', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const faults = [
    { fault: 'answer-code', code: 1503, operation: 'refund.create', times: 2 },
    { fault: 'answer-code', code: 1011, operation: 'webPayment.create', times: 1 },
  ];
  expect(await merchant.control('PUT', 'faults', { faults })).toMatchObject({
    faults: [{ timesLeft: 2 }, { timesLeft: 1 }],
  });
  expect((await merchant.get('/api/v1/account/checkBalance')).code).toBe(1000);
  const codes: number[] = [];
  for (let call = 0; call < 3; call += 1) codes.push((await merchant.post('/api/payment/refund', {})).code);
  expect(codes).toEqual([1503, 1503, 1009]);
  expect((await merchant.post(CREATE, webPayment('F11'))).code).toBe(1011);
  expect((await merchant.post(CREATE, webPayment('F11'))).code).toBe(1000);
});

test('one fault is used by one of eight calls at once', async () => {
  const merchant = await withFault({ fault: 'answer-code', code: 1018 });
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => merchant.get('/api/v1/account/checkBalance')),
  );
  expect(answers.filter(({ code }) => code === 1018)).toHaveLength(1);
});
