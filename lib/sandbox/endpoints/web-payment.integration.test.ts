import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aMerchant,
  eventually,
  startReceiver,
  startSandbox,
  webPayment,
  type TestMerchant,
  type TestSandbox,
} from '../test-sandbox';

const CREATE = '/api/v1/payment';
const CHECK = '/api/v1/payment/check';
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

async function create(merchant: TestMerchant, mchOrderId: string, change: object = {}) {
  const callbackUrl = `${receiver.url}/${mchOrderId}`;
  return merchant.post(CREATE, { ...webPayment(mchOrderId, { callbackUrl }), ...change });
}

async function statusOf(merchant: TestMerchant, mchOrderId: string) {
  const { data } = await merchant.get(CHECK, { mchOrderId });
  return (data as { transactionStatus: string }).transactionStatus;
}

const becomes = (merchant: TestMerchant, mchOrderId: string, status: string) =>
  eventually(async () => (await statusOf(merchant, mchOrderId)) === status);
const told = (mchOrderId: string) =>
  eventually(() => receiver.received.find(({ path }) => path === `/${mchOrderId}`));

test('a payment waits for its payer, then credits amount − fee and is told', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const created = await create(merchant, 'WEB1', { customerName: 'Maria Santos', remark: 'order 7' });
  expect(created).toMatchObject({
    code: 1000,
    data: { transactionStatus: 'PENDING', transactionAmount: 125050 },
  });
  expect(await statusOf(merchant, 'WEB1')).toBe('PENDING');
  await merchant.control('POST', 'pay', { mchOrderId: 'WEB1' });
  expect((await told('WEB1')).fields).toMatchObject({
    eventName: 'h5.payment.success',
    mchOrderId: 'WEB1',
    amount: 125050,
    channelCode: 'GCASH_URL',
    transactionStatus: 'COMPLETE',
    remark: 'order 7',
  });
  const checked = await merchant.get(CHECK, { mchOrderId: 'WEB1' });
  expect(checked.data).toMatchObject({
    amount: 125050,
    transactionStatus: 'COMPLETE',
    appName: 'Demo Store',
    customerName: 'Maria Santos',
    channelCode: 'GCASH_URL',
    email: 'maria@example.com',
    mobile: '09170000007',
    remark: 'order 7',
    failedCode: null,
    failedMessage: null,
  });
  expect(await merchant.control('GET', 'balance')).toMatchObject({ balance: '1122549' });
});

test.each([
  ['WEB2', 10001, -10004, 'Transaction Channel Rejected'],
  ['WEB3', 10002, -10003, 'Transaction Insufficient Balance'],
  ['WEB4', 10003, -10005, 'Transaction Destination Account Error'],
])('%s of %i fails with %i', async (mchOrderId, amount, failedCode, failedMessage) => {
  const merchant = await aMerchant(sandbox.baseUrl);
  await create(merchant, mchOrderId, { amount });
  await merchant.control('POST', 'pay', { mchOrderId });
  const fields = { eventName: 'h5.payment.failed', transactionStatus: 'FAILED', failedCode, failedMessage };
  expect((await told(mchOrderId)).fields).toMatchObject(fields);
  expect(await merchant.control('GET', 'balance')).toMatchObject({ balance: '1000000' });
});

test('an ending of 04 stays pending past its hour, 05 is closed without a word', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { timeScale: 10_000 });
  await create(merchant, 'WEB5', { amount: 10004 });
  await create(merchant, 'WEB6', { amount: 10005 });
  await merchant.control('POST', 'pay', { mchOrderId: 'WEB5' });
  await merchant.control('POST', 'pay', { mchOrderId: 'WEB6' });
  expect(await becomes(merchant, 'WEB6', 'CLOSED')).toBe(true);
  await create(merchant, 'WEB7');
  expect(await becomes(merchant, 'WEB7', 'CLOSED')).toBe(true);
  expect(await statusOf(merchant, 'WEB5')).toBe('PENDING');
  expect(await merchant.rows('callbacks')).toEqual([]);
});

test('an ending of 09 answers 1018 once, and the same id is taken then', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  expect((await create(merchant, 'WEB8', { amount: 10009 })).code).toBe(1018);
  expect((await merchant.get(CHECK, { mchOrderId: 'WEB8' })).code).toBe(1008);
  expect((await create(merchant, 'WEB8', { amount: 10009 })).code).toBe(1000);
});

test('a used id is 1012 before channel and limits are looked at, across products', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  await create(merchant, 'WEB9');
  expect((await create(merchant, 'WEB9', { channelCode: 'NOPE_URL' })).code).toBe(1012);
  const qr = {
    appName: 'Demo Store',
    mchOrderId: 'WEB9',
    channelCode: 'QRPH_STATIC_QR',
    customerName: 'Ana',
  };
  expect((await merchant.post('/api/v1/qrcode', qr)).code).toBe(1012);
});

test('eight creations with one id at once: one is taken', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const answers = await Promise.all(Array.from({ length: 8 }, () => create(merchant, 'WEB10')));
  expect(answers.map(({ code }) => code).sort()).toEqual([1000, 1012, 1012, 1012, 1012, 1012, 1012, 1012]);
});

test('a channel that is closed or not opened is 1011, before its limits: 1007', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { settings: { closedChannels: ['VISA_CARD_URL'] } });
  expect((await create(merchant, 'WEB11', { channelCode: 'NOPE_URL' })).code).toBe(1011);
  expect((await create(merchant, 'WEB11', { channelCode: 'VISA_CARD_URL', amount: 9999 })).code).toBe(1011);
  expect((await create(merchant, 'WEB11', { channelCode: 'CARD_URL', amount: 9999 })).code).toBe(1007);
  expect((await create(merchant, 'WEB11', { channelCode: 'BPIA_URL', amount: 4999 })).code).toBe(1007);
  expect((await create(merchant, 'WEB11', { channelCode: 'BPIA_URL', amount: 5000 })).code).toBe(1000);
});

test.each([
  [{ email: 'maria' }, 1015, 'email:must be a well-formed email address'],
  [
    { email: 'maria', amount: 99 },
    1009,
    'amount:must be greater than or equal to 100; email:must be a well-formed email address',
  ],
  [{ email: '' }, 1009, 'email:must not be blank'],
  [{ amount: 5000001 }, 1009, 'amount:must be less than or equal to 5000000'],
  [{ amount: 100.5 }, 1009, 'amount:must be an integer'],
  [{ amount: '10000' }, 1009, 'amount:must be an integer'],
  [{ amount: null }, 1009, 'amount:must not be null'],
  [{ mchOrderId: 'A-1' }, 1009, 'mchOrderId:must contain only letters and digits'],
  [{ mchOrderId: 'A'.repeat(33) }, 1009, 'mchOrderId:length must be between 1 and 32'],
  [{ appName: 'Store 24' }, 1009, 'appName:must contain only letters and spaces'],
  [{ callbackUrl: `https://x.test/${'a'.repeat(86)}` }, 1009, 'callbackUrl:length must be between 1 and 100'],
  [{ redirectUrl: 'ftp://x' }, 1009, 'redirectUrl:must be an http or https address'],
])('%j is refused with %i', async (change, code, message) => {
  const merchant = await aMerchant(sandbox.baseUrl);
  expect(await create(merchant, 'WEB12', change)).toMatchObject({ code, message, data: null });
});

test('the channel list names every web channel with its window', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { settings: { closedChannels: ['BPIA_URL'] } });
  const { data } = await merchant.get('/api/v1/payment/channel');
  expect(data).toHaveLength(13);
  expect(data).toContainEqual({
    channelCode: 'BPIA_URL',
    channelName: 'BPI',
    channelType: 'ONLINE_BANKING',
    minAmount: 5000,
    maxAmount: 5000000,
    status: 'INACTIVE',
  });
});

test('the hosted page says what is paid to whom and leads back with both ids', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { appName: 'Tindahan <b>' });
  const created = await create(merchant, 'WEB13', { redirectUrl: 'https://shop.example/thanks?lang=fil' });
  const { redirectUrl, transactionId } = created.data as { redirectUrl: string; transactionId: string };
  const page = await fetch(redirectUrl);
  expect(await page.text()).toContain('<h1>Pay ₱1,250.50 to Tindahan &lt;b&gt;</h1>');
  const paid = await fetch(`${page.url}/pay`, { method: 'POST', redirect: 'manual' });
  expect([paid.status, paid.headers.get('location')]).toEqual([
    303,
    `https://shop.example/thanks?lang=fil&mchOrderId=WEB13&transactionId=${transactionId}`,
  ]);
  expect(await becomes(merchant, 'WEB13', 'COMPLETE')).toBe(true);
  const again = await fetch(`${page.url}/pay`, { method: 'POST', redirect: 'manual' });
  expect(again.status).toBe(200);
  expect(await again.text()).toContain('Nothing was paid');
  expect((await merchant.rows('ledger')).filter(({ cause }) => cause === 'COLLECTION')).toHaveLength(1);
});

test('the payer can fail at the page, and an unpaid link can run out', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const created = await create(merchant, 'WEB14');
  const { redirectUrl } = created.data as { redirectUrl: string };
  await fetch(redirectUrl.replace('/s/', '/pay/') + '/fail', { method: 'POST', redirect: 'manual' });
  expect(await statusOf(merchant, 'WEB14')).toBe('FAILED');
  await create(merchant, 'WEB15');
  await merchant.control('POST', 'expire', { mchOrderId: 'WEB15' });
  expect(await statusOf(merchant, 'WEB15')).toBe('CLOSED');
  expect((await fetch(`${sandbox.baseUrl}/pay/0000000`)).status).toBe(404);
});
