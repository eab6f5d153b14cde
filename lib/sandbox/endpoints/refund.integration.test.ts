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

const LIST = '/api/payment/refund/payments';
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

// A web payment that was paid then, or an hour ago.
async function paid(merchant: TestMerchant, mchOrderId: string, change: object = {}, at?: string) {
  const answer = await merchant.post('/api/v1/payment', { ...webPayment(mchOrderId), ...change });
  const paidAt = at ?? new Date(Date.now() - 60_000).toISOString();
  await merchant.control('POST', 'pay', { mchOrderId, at: paidAt });
  return (answer.data as { transactionId: string }).transactionId;
}

function refund(merchant: TestMerchant, id: string, original: string, refundAmount: number | string | null) {
  return merchant.post('/api/payment/refund', {
    mchRefundOrderId: id,
    originalTransactionId: original,
    refundAmount,
    refundReason: 'size',
    refundCallbackUrl: `${receiver.url}/${merchant.appId}`,
  });
}

async function balance(merchant: TestMerchant) {
  return (await merchant.control('GET', 'balance'))['balance'];
}

function daysAgo(days: number): string {
  const day = new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
  return `${day}T12:00:00+08:00`;
}

test('a refund takes its amount at once and ends complete, told by callback and by query', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const original = await paid(merchant, 'RF1ORDER');
  expect(await balance(merchant)).toBe('1122549');
  const answer = await refund(merchant, 'RF1', original, 50025);
  expect(answer).toMatchObject({
    code: 1000,
    data: { mchRefundOrderId: 'RF1', refundAmount: 50025, refundStatus: 'PENDING' },
  });
  expect(await balance(merchant)).toBe('1072524');
  const told = await eventually(() => receiver.received.find(({ path }) => path === `/${merchant.appId}`));
  expect(told.fields).toMatchObject({
    eventName: 'payment.refund.success',
    originalTransactionId: original,
    refundAmount: 50025,
    feeRefunded: 0,
    refundStatus: 'COMPLETE',
    refundReason: 'size',
  });
  const listed = await merchant.get(LIST, { originalTransactionId: original });
  expect(listed.data).toMatchObject([
    {
      mchRefundOrderId: 'RF1',
      refundAmount: 50025,
      feeRefunded: 0,
      refundStatus: 'COMPLETE',
      failedCode: null,
    },
  ]);
  expect(await balance(merchant)).toBe('1072524');
});

test('a failed refund gives back exactly what it took', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const original = await paid(merchant, 'RF2ORDER');
  await refund(merchant, 'RF2', original, 10003);
  const failed = await eventually(async () =>
    ((await merchant.get(LIST, { mchRefundOrderId: 'RF2' })).data as { refundStatus: string }[]).find(
      ({ refundStatus }) => refundStatus === 'FAILED',
    ),
  );
  expect(failed).toMatchObject({
    failedCode: -10005,
    failedMessage: 'Transaction Destination Account Error',
    refundAmount: 10003,
  });
  expect(await balance(merchant)).toBe('1122549');
  expect((await merchant.rows('ledger')).map(({ cause, amount }) => [cause, amount])).toEqual(
    expect.arrayContaining([
      ['OPENING', '1000000'],
      ['COLLECTION', '122549'],
      ['REFUND', '-10003'],
      ['REFUND_RETURNED', '10003'],
    ]),
  );
});

test('a refund of 04 waits until the operator ends it, and cancel gives the money back', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const original = await paid(merchant, 'RF3ORDER');
  await refund(merchant, 'RF3', original, 10004);
  expect(await balance(merchant)).toBe('1112545');
  await merchant.control('POST', 'refunds/settle', { mchRefundOrderId: 'RF3', status: 'CANCEL' });
  expect(await balance(merchant)).toBe('1122549');
  const told = await eventually(() => receiver.received.find(({ path }) => path === `/${merchant.appId}`));
  expect(told.fields).toMatchObject({ eventName: 'payment.refund.cancel', refundStatus: 'CANCEL' });
});

test('where the app is set so, the fee comes back in proportion', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { settings: { feeOnRefund: 'PROPORTIONAL' } });
  const original = await paid(merchant, 'RF4ORDER');
  await refund(merchant, 'RF4', original, 62525);
  await merchant.control('POST', 'refunds/settle', { mchRefundOrderId: 'RF4', status: 'COMPLETE' });
  const listed = await merchant.get(LIST, { mchRefundOrderId: 'RF4' });
  expect(listed.data).toMatchObject([{ feeRefunded: 1251 }]);
  expect(await balance(merchant)).toBe('1061275');
});

test('fields come first: missing or no number 1009, no whole positive number 1513', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  expect(await refund(merchant, '', 'C1', 100)).toMatchObject({
    code: 1009,
    message: 'mchRefundOrderId:must not be blank',
  });
  expect(await refund(merchant, 'RF5', 'C1', null)).toMatchObject({ code: 1009 });
  expect(await refund(merchant, 'RF5', 'C1', '100')).toMatchObject({
    code: 1009,
    message: 'refundAmount:must be a number',
  });
  for (const amount of [0, -1, 1.5]) expect((await refund(merchant, 'RF5', 'C1', amount)).code).toBe(1513);
});

test('1515 comes before 1501, and 1501 before the rest', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const original = await paid(merchant, 'RF6ORDER');
  expect((await refund(merchant, 'RF6', original, 100)).code).toBe(1000);
  expect((await refund(merchant, 'RF6', 'C404', 100)).code).toBe(1515);
  expect((await refund(merchant, 'RF6B', 'C404', 99999999)).code).toBe(1501);
});

test('another app of the same merchant is 1504, another merchant 1501', async () => {
  const owner = await aMerchant(sandbox.baseUrl, { merchant: 'one company' });
  const sister = await aMerchant(sandbox.baseUrl, { merchant: 'one company' });
  const stranger = await aMerchant(sandbox.baseUrl);
  const original = await paid(owner, 'RF7ORDER');
  expect((await refund(sister, 'RF7', original, 100)).code).toBe(1504);
  expect((await refund(stranger, 'RF7', original, 100)).code).toBe(1501);
});

test('an original that is not complete is 1516', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const answer = await merchant.post('/api/v1/payment', webPayment('RF8ORDER'));
  const { transactionId } = answer.data as { transactionId: string };
  expect((await refund(merchant, 'RF8', transactionId, 99999999)).code).toBe(1516);
});

test('the window is open on the 60th Manila day and closed on the 61st', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const open = await paid(merchant, 'RF9ORDER', {}, daysAgo(60));
  const closed = await paid(merchant, 'RF10ORDER', { channelCode: 'BPIA_URL' }, daysAgo(61));
  expect((await refund(merchant, 'RF9', open, 100)).code).toBe(1000);
  expect((await refund(merchant, 'RF10', closed, 100)).code).toBe(1509);
});

test('a channel without refunds is 1507, an unlisted one 1510, a switched-off account 1505', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, {
    settings: { refundRules: { ZFB_URL: 'UNLISTED' }, refundsAllowed: false },
  });
  await merchant.post('/api/v1/qrcode', {
    appName: 'Demo Store',
    mchOrderId: 'RF11QR',
    channelCode: 'QRPH_STATIC_QR',
    customerName: 'Ana',
  });
  const at = new Date(Date.now() - 60_000).toISOString();
  const { transactionId } = await merchant.control('POST', 'pay', {
    mchOrderId: 'RF11QR',
    amount: '75000',
    at,
  });
  const unlisted = await paid(merchant, 'RF12ORDER', { channelCode: 'ZFB_URL' });
  const usual = await paid(merchant, 'RF13ORDER');
  expect((await refund(merchant, 'RF11', String(transactionId), 100)).code).toBe(1507);
  expect((await refund(merchant, 'RF12', unlisted, 100)).code).toBe(1510);
  expect((await refund(merchant, 'RF13', usual, 99999999)).code).toBe(1505);
});

test('a one-only channel is 1502 while one runs, 1508 after it, and free again when it failed', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const original = await paid(merchant, 'RF14ORDER', { channelCode: 'COINS_URL' });
  const settle = (mchRefundOrderId: string, status: string) =>
    merchant.control('POST', 'refunds/settle', { mchRefundOrderId, status });
  expect((await refund(merchant, 'RF14A', original, 104)).code).toBe(1000);
  expect((await refund(merchant, 'RF14B', original, 99999999)).code).toBe(1502);
  await settle('RF14A', 'FAILED');
  expect((await refund(merchant, 'RF14C', original, 104)).code).toBe(1000);
  await settle('RF14C', 'COMPLETE');
  expect((await refund(merchant, 'RF14D', original, 99999999)).code).toBe(1508);
});

test('a full-only channel refuses less with 1511 and more with 1512', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const original = await paid(merchant, 'RF15ORDER', { channelCode: 'BPIA_URL' });
  expect((await refund(merchant, 'RF15A', original, 125049)).code).toBe(1511);
  expect((await refund(merchant, 'RF15B', original, 125051)).code).toBe(1512);
  expect((await refund(merchant, 'RF15C', original, 125050)).code).toBe(1000);
});

test('the remainder counts what is complete and what still runs: 1506', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const original = await paid(merchant, 'RF16ORDER');
  expect((await refund(merchant, 'RF16A', original, 100000)).code).toBe(1000);
  expect((await refund(merchant, 'RF16B', original, 25051)).code).toBe(1506);
  expect((await refund(merchant, 'RF16C', original, 25050)).code).toBe(1000);
  expect((await refund(merchant, 'RF16D', original, 1)).code).toBe(1506);
});

test('eight refunds of the whole at once: one is taken', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const original = await paid(merchant, 'RF17ORDER');
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => refund(merchant, `RF17N${index}`, original, 125050)),
  );
  expect(answers.map(({ code }) => code).sort()).toEqual([1000, 1506, 1506, 1506, 1506, 1506, 1506, 1506]);
});

test('a balance that does not reach is 1006, last of all', async () => {
  const merchant = await aMerchant(sandbox.baseUrl, { openingBalance: '0' });
  const original = await paid(merchant, 'RF18ORDER');
  expect((await refund(merchant, 'RF18A', original, 125051)).code).toBe(1506);
  expect((await refund(merchant, 'RF18B', original, 125050)).code).toBe(1006);
  expect((await refund(merchant, 'RF18C', original, 122549)).code).toBe(1000);
  expect(await balance(merchant)).toBe('0');
});

test('an amount ending in 09 answers 1018 once without acting', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const original = await paid(merchant, 'RF19ORDER');
  expect((await refund(merchant, 'RF19', original, 10009)).code).toBe(1018);
  expect(await merchant.rows('refunds')).toEqual([]);
  expect((await refund(merchant, 'RF19', original, 10009)).code).toBe(1000);
});

test('the list is read by GET, by POST and under its other name, and knows what it does not know', async () => {
  const merchant = await aMerchant(sandbox.baseUrl);
  const original = await paid(merchant, 'RF20ORDER');
  const fresh = await paid(merchant, 'RF21ORDER');
  await refund(merchant, 'RF20', original, 10004);
  const one = [{ mchRefundOrderId: 'RF20', refundStatus: 'PENDING', refundReturnTime: null }];
  expect((await merchant.post(LIST, { originalTransactionId: original })).data).toMatchObject(one);
  expect((await merchant.get('/api/payment/refund/query', { mchRefundOrderId: 'RF20' })).data).toMatchObject(
    one,
  );
  expect(await merchant.get(LIST, { originalTransactionId: fresh })).toMatchObject({ code: 1000, data: [] });
  expect((await merchant.get(LIST, { originalTransactionId: 'C404' })).code).toBe(1501);
  expect((await merchant.get(LIST, { mchRefundOrderId: 'RF404' })).code).toBe(1008);
  expect((await merchant.get(LIST)).code).toBe(1009);
});
