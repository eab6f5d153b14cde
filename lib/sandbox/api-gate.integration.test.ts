import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAllowed } from './api-gate';
import {
  aMerchant,
  eventually,
  sendJson,
  startSandbox,
  webPayment,
  withSign,
  type TestMerchant,
  type TestSandbox,
} from './test-sandbox';

const BALANCE = '/api/v1/account/checkBalance';
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.server.close());

function askStatement(merchant: TestMerchant) {
  const timestamp = String(Date.now());
  return merchant.post('/api/v1/record/paymentList', { completeDate: '2026-01-15', page: 1, timestamp });
}

test('an unknown app is 1001 before its signature is looked at', async () => {
  const answer = await sendJson(sandbox.baseUrl, '/api/v1/payment', '{"appId":"nobody","sign":"x"}');
  expect(answer).toMatchObject({ status: 200, code: 1001, message: 'merchant appid is invalid', data: null });
});

test('a body that is not one JSON object is 1009', async () => {
  const answer = await sendJson(sandbox.baseUrl, '/api/v1/payment', '{"appId":"a","appId":"a"}');
  expect(answer).toMatchObject({ code: 1009, message: 'body:must be one JSON object with unique names' });
});

test('a wrong, a missing and a moved signature are 1003', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const signed = merchant.signed(webPayment('GATE1'));
  const bodies = [
    { ...signed, sign: 'AAAA' },
    { ...signed, sign: null },
    { ...signed, amount: 125051 },
  ];
  for (const body of bodies) {
    const answer = await sendJson(sandbox.baseUrl, '/api/v1/payment', JSON.stringify(body));
    expect(answer).toMatchObject({ code: 1003, message: 'request sign is invalid' });
  }
  expect(await merchant.rows('transactions')).toEqual([]);
});

test('an unknown field is ignored but signed', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  expect(await merchant.post('/api/v1/payment', webPayment('GATE2', { zebra: 'x' }))).toMatchObject({
    code: 1000,
  });
  const unsigned = { ...merchant.signed(webPayment('GATE3')), zebra: 'x' };
  expect(await sendJson(sandbox.baseUrl, '/api/v1/payment', JSON.stringify(unsigned))).toMatchObject({
    code: 1003,
  });
});

test('an app set so is signed with its request secret', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, {
    requestSignMode: 'SHA1_SECRET',
    requestSecret: 'shared',
  });
  const sign = createHash('sha1').update(`appId=${merchant.appId}&secret=shared`, 'utf8').digest('hex');
  const url = `${sandbox.baseUrl}${BALANCE}?appId=${merchant.appId}&sign=`;
  expect(await (await fetch(url + sign)).text()).toBe(
    '{"code":1000,"message":"success","data":{"balance":1000000}}',
  );
  expect(await (await fetch(url + '0'.repeat(40))).text()).toContain('"code":1003');
});

test('an address that is not on the list is 1002 before the signature', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { settings: { ipAllowList: ['203.0.113.0/24'] } });
  const answer = await sendJson(sandbox.baseUrl, '/api/v1/payment', `{"appId":"${merchant.appId}"}`);
  expect(answer).toMatchObject({ code: 1002, message: 'merchant white ip forbidden' });
});

test('the allow list reads single addresses and ranges of both families', () => {
  expect(isAllowed([], '198.51.100.7')).toBe(true);
  expect(isAllowed(['198.51.100.0/24'], '::ffff:198.51.100.7')).toBe(true);
  expect(isAllowed(['198.51.100.8'], '198.51.100.7')).toBe(false);
  expect(isAllowed(['2001:db8::/32'], '2001:db8::1')).toBe(true);
});

test('more requests than the burst are 1013, before their parameters are read', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { limits: { requestsPerSecond: 0.001, burst: 3 } });
  const codes: number[] = [];
  for (let call = 0; call < 5; call += 1) codes.push((await merchant.post('/api/v1/payment', {})).code);
  expect(codes).toEqual([1009, 1009, 1009, 1013, 1013]);
});

test('the default is 20 requests a second with a burst of 40, and one statement a second', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { limits: undefined });
  expect((await merchant.control('GET', ''))['limits']).toEqual({
    requestsPerSecond: 20,
    burst: 40,
    statementsPerSecond: 1,
  });
});

test('a second statement at once is 1013 while the balance still answers', async () => {
  const limits = { requestsPerSecond: 1000, statementsPerSecond: 0.001 };
  const merchant = await aMerchant(sandbox.baseUrl, { limits });
  expect((await askStatement(merchant)).code).toBe(1000);
  expect((await askStatement(merchant)).code).toBe(1013);
  expect((await merchant.get(BALANCE)).code).toBe(1000);
});

test('an empty bucket fills again', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, {
    limits: { requestsPerSecond: 1000, statementsPerSecond: 1 },
  });
  await askStatement(merchant);
  expect(await eventually(async () => (await askStatement(merchant)).code === 1000)).toBe(true);
});

test('faults of one request are joined in the shape field:rule', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const answer = await merchant.post('/api/v1/payment', webPayment('GATE4', { amount: 99, mobile: '123' }));
  expect(answer).toMatchObject({
    code: 1009,
    message: 'amount:must be greater than or equal to 100; mobile:must be 11 digits starting with 09',
  });
});

test.each([1001, 1002, 1004, 1005, 1011, 1018, 1503])('code %i is answered on command', async (code) => {
  const merchant = await aMerchant(sandbox.baseUrl);
  await merchant.control('PUT', 'faults', { fault: 'answer-code', code, times: 1 });
  expect((await merchant.get(BALANCE)).code).toBe(code);
  expect((await merchant.get(BALANCE)).code).toBe(1000);
});

test('nothing listens elsewhere, nor for another method', async () => {
  expect((await fetch(`${sandbox.baseUrl}/api/v1/nothing`)).status).toBe(404);
  expect((await fetch(`${sandbox.baseUrl}/api/v1/payment`)).status).toBe(404);
});

test('what was asked is written down with the string that was signed', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  await sendJson(
    sandbox.baseUrl,
    '/api/v1/qrcode/cancel',
    JSON.stringify(withSign({ appId: merchant.appId, mchOrderId: 'X1' })),
  );
  expect(await merchant.rows('requests')).toMatchObject([
    {
      operation: 'qrCode.cancel',
      mchOrderId: 'X1',
      code: 1008,
      httpStatus: 200,
      acted: false,
      canonical: `appId=${merchant.appId}&mchOrderId=X1`,
    },
  ]);
});

test('a NUL, which the books cannot hold, is refused like any other fault', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  expect(await merchant.post('/api/v1/payment', webPayment('GATE5', { remark: 'a\0b' }))).toMatchObject({
    status: 200,
    code: 1009,
    message: 'remark:must not contain a NUL',
  });
  expect((await sendJson(sandbox.baseUrl, '/api/v1/payment', '{"appId":"a\\u0000b"}')).code).toBe(1001);
});
