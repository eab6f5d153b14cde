import { afterAll, beforeAll, expect, test } from 'vitest';
import { crc16 } from '../emv-qr';
import {
  aMerchant,
  eventually,
  startReceiver,
  startSandbox,
  type TestMerchant,
  type TestSandbox,
} from '../test-sandbox';

let sandbox: TestSandbox;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  receiver = await startReceiver();
});
afterAll(async () => {
  await sandbox.server.close();
  receiver.close();
});

function create(merchant: TestMerchant, mchOrderId: string, change: object = {}) {
  return merchant.post('/api/v1/qrcode', {
    appName: 'Demo Store',
    mchOrderId,
    channelCode: 'QRPH_DYNAMIC_QR',
    amount: 75000,
    customerName: 'Ana Reyes',
    ...change,
  });
}

const aStaticCode = { channelCode: 'QRPH_STATIC_QR', amount: null };
const told = (path: string) => eventually(() => receiver.received.find((one) => one.path === path));
const get = async (merchant: TestMerchant, mchOrderId: string) =>
  (await merchant.get(`/api/v1/qrcode/${mchOrderId}`)).data as Record<string, unknown>;

test('a dynamic code can be drawn, is paid once and is used up', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { qrCallbackUrl: `${receiver.url}/QR1` });
  const created = await create(merchant, 'QR1', { remark: 'order 3' });
  expect(created).toMatchObject({
    code: 1000,
    data: { mchOrderId: 'QR1', status: 'ACTIVE', callbackUrl: null },
  });
  const content = (created.data as { qrcodeContent: string }).qrcodeContent;
  expect(content).toContain('5303608' + '5406750.00' + '5802PH');
  expect(content.slice(-4)).toBe(crc16(content.slice(0, -4)));
  await merchant.control('POST', 'pay', { mchOrderId: 'QR1' });
  expect((await told('/QR1')).fields).toMatchObject({
    eventName: 'qrcode.payment.success',
    amount: 75000,
    transactionStatus: 'COMPLETE',
    remark: 'order 3',
  });
  expect(await merchant.control('GET', 'balance')).toMatchObject({ balance: '1073875' });
  expect(await get(merchant, 'QR1')).toMatchObject({ status: 'INACTIVE', amount: 75000, fee: 1125 });
  expect(await merchant.control('POST', 'pay', { mchOrderId: 'QR1' })).toEqual({
    error: 'this QR code is not active',
  });
});

test('a static code takes many payments, to the address of the order when it has one', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { qrCallbackUrl: `${receiver.url}/app` });
  await create(merchant, 'QR2', { ...aStaticCode, callbackUrl: `${receiver.url}/QR2` });
  for (const amount of ['2000', '75001'])
    await merchant.control('POST', 'pay', { mchOrderId: 'QR2', amount });
  expect((await told('/QR2')).fields).toMatchObject({ amount: 2000 });
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const dates = { startDate: today, endDate: today };
  const path = '/api/v1/qrcode/QR2/payments';
  const failed = await eventually(async () =>
    (
      (await merchant.get(path, dates)).data as { transactionStatus: string; transactionAmount: number }[]
    ).find((payment) => payment.transactionStatus === 'FAILED'),
  );
  expect(failed.transactionAmount).toBe(75001);
  // A static code tells successes only.
  expect((await merchant.rows('callbacks')).map(({ eventName }) => eventName)).toEqual([
    'qrcode.payment.success',
  ]);
});

test('the payer is refused outside the window, and no transaction comes of it', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  await create(merchant, 'QR3', aStaticCode);
  for (const amount of ['1999', '5000001']) {
    const answer = await merchant.control('POST', 'pay', { mchOrderId: 'QR3', amount });
    expect(answer).toEqual({ error: 'QR Ph takes amounts from 20.00 to 50,000.00 pesos' });
  }
  expect(await merchant.rows('transactions')).toEqual([]);
});

test('a dynamic or hybrid code without an amount is 1020, with a wrong field 1009', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  expect((await create(merchant, 'QR4', { amount: null })).code).toBe(1020);
  expect((await create(merchant, 'QR4', { amount: null, channelCode: 'QRPH_HYBRID_QR' })).code).toBe(1020);
  expect(await create(merchant, 'QR 4', { amount: null })).toMatchObject({
    code: 1009,
    message:
      'mchOrderId:must contain only letters and digits; amount:must not be null for a dynamic or hybrid code',
  });
});

test.each([
  [{ amount: 1999 }, 1009],
  [{ amount: 5000001 }, 1007],
  [{ amount: 5000000 }, 1000],
  [{ channelCode: 'GCASH_URL' }, 1009],
  [{ customerName: '' }, 1009],
  [{ email: 'ana' }, 1015],
  [{ expireSeconds: 59 }, 1009],
  [{ expireSeconds: 3601 }, 1009],
  [{ callbackUrl: 'nowhere' }, 1009],
])('%j is answered %i', async (change, code) => {
  const merchant = await aMerchant(sandbox.baseUrl);
  expect((await create(merchant, 'QR5', change)).code).toBe(code);
});

test('1012 comes before 1011, 1011 before 1007, and 09 answers 1018 once', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { settings: { closedChannels: ['QRPH_HYBRID_QR'] } });
  const hybrid = { channelCode: 'QRPH_HYBRID_QR', amount: 9999999 };
  expect((await create(merchant, 'QR6', hybrid)).code).toBe(1011);
  expect((await create(merchant, 'QR6', { amount: 2009 })).code).toBe(1018);
  expect((await create(merchant, 'QR6', { amount: 2009 })).code).toBe(1000);
  expect((await create(merchant, 'QR6', hybrid)).code).toBe(1012);
});

test('an unpaid code becomes inactive when its seconds have passed', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  await create(merchant, 'QR7', { expireSeconds: 60 });
  expect(await eventually(async () => (await get(merchant, 'QR7'))['status'] === 'INACTIVE')).toBe(true);
});

test('a code is found by path, by query and by both when they agree', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  await create(merchant, 'QR8');
  expect((await merchant.get('/api/v1/qrcode/detail', { mchOrderId: 'QR8' })).code).toBe(1000);
  expect((await merchant.get('/api/v1/qrcode/QR8', { mchOrderId: 'QR8' })).code).toBe(1000);
  expect((await merchant.get('/api/v1/qrcode/QR8', { mchOrderId: 'QR9' })).code).toBe(1009);
  expect((await merchant.get('/api/v1/qrcode/detail')).code).toBe(1009);
  expect((await merchant.get('/api/v1/qrcode/QR404')).code).toBe(1008);
});

test('cancelling makes inactive, twice too, and an inactive code is not updated', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  await create(merchant, 'QR10');
  const update = (mchOrderId: string) =>
    merchant.post('/api/v1/qrcode/update', { mchOrderId, customerName: 'Ben', remark: 'table 4' });
  expect(await update('QR10')).toMatchObject({ code: 1000, data: { remark: 'table 4', status: 'ACTIVE' } });
  const cancel = (mchOrderId: string) => merchant.post('/api/v1/qrcode/cancel', { mchOrderId });
  expect(await cancel('QR10')).toMatchObject({ code: 1000, data: { status: 'INACTIVE' } });
  expect((await cancel('QR10')).code).toBe(1000);
  expect((await update('QR10')).code).toBe(1009);
  expect((await update('QR404')).code).toBe(1008);
  expect((await cancel('QR404')).code).toBe(1008);
});

test('payments are listed for 31 days at most, empty when there are none', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  await create(merchant, 'QR11');
  const ask = (startDate: string, endDate: string, id = 'QR11') =>
    merchant.get(`/api/v1/qrcode/${id}/payments`, { startDate, endDate });
  expect(await ask('2026-01-01', '2026-01-31')).toMatchObject({ code: 1000, data: [] });
  expect((await ask('2026-01-01', '2026-02-01')).code).toBe(1009);
  expect((await ask('2026-01-02', '2026-01-01')).code).toBe(1009);
  expect((await ask('2026-01-01', '2026-02-30')).code).toBe(1009);
  expect((await ask('2026-01-01', '2026-01-01', 'QR404')).code).toBe(1008);
});

test('the guide page shows the picture and takes an amount for a static code', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const created = await create(merchant, 'QR12', aStaticCode);
  const page = await fetch((created.data as { qrLink: string }).qrLink);
  const html = await page.text();
  expect(html).toContain('<h1>Pay Demo Store</h1>');
  expect(html).toContain('<svg');
  const body = new URLSearchParams({ amount: '1,250.50' });
  expect(await (await fetch(`${page.url}/pay`, { method: 'POST', body })).text()).toContain('Paid.');
  expect(await merchant.rows('transactions')).toMatchObject([{ amount: '125050', mchOrderId: 'QR12' }]);
});
