import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createGateway, type Gateway, type GatewayConfig } from '@/lib/gateway/index';
import { OPERATIONS } from '@/lib/gateway/operations';
import { LOOPBACK_KEYS } from '@/lib/testing/loopback-gateway';
import { createSandboxApp, sandboxAddress, type SandboxControl } from '@/lib/testing/sandbox-control';

// Two readings of one document meet here: the client shares no line with the sandbox.

const CALLBACK_SECRET = 'demo-callback-secret-0001';
const CALLBACK_URL = 'http://127.0.0.1:9/nobody';

type SeenRequest = Readonly<{ operation: string; code: number; acted: boolean; canonical: string }>;

async function anApp(
  settings: Partial<GatewayConfig> = {},
  sandboxSettings: Readonly<Record<string, unknown>> = {},
): Promise<{ gateway: Gateway; sandbox: SandboxControl }> {
  const appId = randomBytes(16).toString('hex');
  const appName = 'Sari Sari Test';
  const sandbox = await createSandboxApp({
    appId,
    appName,
    merchant: appId,
    publicKey: LOOPBACK_KEYS.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    callbackSecret: CALLBACK_SECRET,
    limits: { requestsPerSecond: 500, burst: 1000, statementsPerSecond: 100 },
    openingBalance: '100000000',
    ...sandboxSettings,
  });
  const gateway = createGateway({
    baseUrl: sandboxAddress(),
    appId,
    appName,
    privateKey: LOOPBACK_KEYS.privateKey,
    callbackSecret: CALLBACK_SECRET,
    fetch: globalThis.fetch,
    now: () => new Date(),
    timeoutMs: 5_000,
    ...settings,
  });
  return { gateway, sandbox };
}

async function requestsOf(sandbox: SandboxControl): Promise<readonly SeenRequest[]> {
  return (await sandbox.read<{ requests: readonly SeenRequest[] }>('requests')).requests;
}

const anId = () => `IT${randomBytes(9).toString('hex')}`;

/** A web payment that the payer has paid; 1250.50 pesos unless told. */
async function paidWebPayment(gateway: Gateway, sandbox: SandboxControl, callbackUrl = CALLBACK_URL) {
  const mchOrderId = anId();
  const made = await gateway.webPayment.create({
    mchOrderId,
    amount: 125_050n,
    channelCode: 'GCASH_URL',
    customerName: 'Maria Peña, 你好 & Co',
    email: 'maria@example.com',
    mobile: '09170000007',
    remark: ' a=b / c+d ',
    callbackUrl,
    redirectUrl: 'https://shop.example/back',
  });
  if (made.outcome !== 'accepted') throw new Error(`not made: ${JSON.stringify(made.outcome)}`);
  await sandbox.pay({ mchOrderId });
  await expect
    .poll(
      async () => {
        const now = await gateway.webPayment.get({ mchOrderId });
        return now.outcome === 'accepted' && now.data.transactionStatus;
      },
      { timeout: 20_000 },
    )
    .toBe('COMPLETE');
  return { mchOrderId, transactionId: made.data.transactionId };
}

test('both sides know the same operations at the same addresses', async () => {
  const { gateway, sandbox } = await anApp();
  for (const operation of OPERATIONS) {
    await gateway.send(
      operation,
      {
        'account.paymentStatement': { completeDate: '2026-01-01', page: 1n },
        'account.payoutStatement': { createDate: '2026-01-01', page: 1n },
        'qrCode.create': { mchOrderId: 'QR1', channelCode: 'QRPH_STATIC_QR', customerName: 'Maria' },
        'qrCode.payments': { mchOrderId: 'QR1', startDate: '2026-01-01', endDate: '2026-01-02' },
        'qrCode.update': { mchOrderId: 'QR1', customerName: 'Ana' },
        'webPayment.create': {
          mchOrderId: 'WB1',
          amount: 10_000n,
          channelCode: 'GCASH_URL',
          email: 'm@x.ph',
          mobile: '09170000007',
          callbackUrl: CALLBACK_URL,
          redirectUrl: 'https://shop.example/back',
        },
        'webPayment.get': { mchOrderId: 'WB1' },
        'refund.create': {
          mchRefundOrderId: 'RF1',
          originalTransactionId: 'C1',
          refundAmount: 1n,
          refundCallbackUrl: CALLBACK_URL,
        },
        'refund.list': { mchRefundOrderId: 'RF1' },
      }[operation.operation] ?? (operation.path.includes('qrcode') ? { mchOrderId: 'QR1' } : {}),
    );
  }
  const seen = await requestsOf(sandbox);
  expect(seen.map(({ operation }) => operation)).toEqual(OPERATIONS.map(({ operation }) => operation));
  const refused = seen.filter(({ code }) => code !== 1000).map(({ operation, code }) => [operation, code]);
  expect(refused).toEqual([
    // It was cancelled just before (5.6).
    ['qrCode.update', 1009],
    ['refund.create', 1501],
    ['refund.list', 1008],
  ]);
});

describe('signing', () => {
  test('both sides write the same canonical string', async () => {
    const { gateway, sandbox } = await anApp();
    const made = await gateway.qrCode.create({
      mchOrderId: anId(),
      channelCode: 'QRPH_DYNAMIC_QR',
      amount: 75_000n,
      customerName: 'Ñ 你好 😀 "x"',
      remark: ' /+= ',
    });
    const [seen] = await requestsOf(sandbox);
    expect(made.outcome === 'accepted' && made.exchange.canonical).toBe(seen?.canonical);
  });

  test('with the request secret; another secret is 1003', async () => {
    const sandboxSettings = { requestSignMode: 'SHA1_SECRET', requestSecret: 'request-secret' };
    const same = { requestSignMode: 'SHA1_SECRET' as const, requestSecret: 'request-secret' };
    const { gateway } = await anApp(same, sandboxSettings);
    expect(await gateway.account.balance()).toMatchObject({
      outcome: 'accepted',
      data: { balance: 100_000_000n },
    });
    const { gateway: other } = await anApp({ ...same, requestSecret: 'other' }, sandboxSettings);
    expect(await other.account.balance()).toMatchObject({ outcome: 'rejected', code: 1003 });
  });
});

test('a payment, its refund, the balance and the statement agree to the centavo', async () => {
  const { gateway, sandbox } = await anApp();
  const { mchOrderId, transactionId } = await paidWebPayment(gateway, sandbox);
  const ids = { originalTransactionId: transactionId, refundCallbackUrl: CALLBACK_URL };
  const refund = await gateway.refund.create({ ...ids, mchRefundOrderId: anId(), refundAmount: 50_025n });
  expect(refund).toMatchObject({
    outcome: 'accepted',
    data: { refundAmount: 50_025n, refundStatus: 'PENDING' },
  });
  const tooMuch = await gateway.refund.create({ ...ids, mchRefundOrderId: anId(), refundAmount: 75_026n });
  expect(tooMuch).toMatchObject({ outcome: 'rejected', code: 1506 });
  const list = await gateway.refund.list({ originalTransactionId: transactionId });
  expect(list).toMatchObject({
    outcome: 'accepted',
    data: [{ refundAmount: 50_025n, originalTransactionId: transactionId }],
  });

  // 1,000,000.00 + 1,250.50 − 25.01 fee − 500.25 refunded.
  expect(await gateway.account.balance()).toMatchObject({ data: { balance: 100_072_524n } });
  const paid = await gateway.webPayment.get({ mchOrderId });
  const day = paid.outcome === 'accepted' ? (paid.data.returnTime ?? new Date()) : new Date();
  const completeDate = new Date(day.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const statement = await gateway.account.paymentStatement({ completeDate, page: 1 });
  expect(statement).toMatchObject({
    outcome: 'accepted',
    data: {
      total: 1,
      pages: 1,
      records: [{ transactionId, amount: 125_050n, fee: 2_501n, status: 'COMPLETE' }],
    },
  });
});

describe('a refund whose answer does not come is unknown, and its truth is in the list', () => {
  test.each([
    ['drop-answer', 'no-answer', 1],
    ['error-after', 'server-error', 1],
    ['act-then-1018', 'code', 1],
    ['error-before', 'server-error', 0],
    ['truncated', 'no-answer', 1],
    ['html', 'unreadable', 0],
  ])('%s', async (fault, why, taken) => {
    const { gateway, sandbox } = await anApp();
    const { transactionId } = await paidWebPayment(gateway, sandbox);
    await sandbox.setFault({ fault, operation: 'refund.create', times: 1 });
    const mchRefundOrderId = anId();
    const refund = {
      mchRefundOrderId,
      originalTransactionId: transactionId,
      refundAmount: 10_000n,
      refundCallbackUrl: CALLBACK_URL,
    };
    expect(await gateway.refund.create(refund)).toMatchObject({ outcome: 'unknown', why });
    const seen = await requestsOf(sandbox);
    expect(seen.filter(({ operation }) => operation === 'refund.create')).toHaveLength(1);
    const list = await gateway.refund.list({ originalTransactionId: transactionId });
    const found = list.outcome === 'accepted' ? list.data.length : 0;
    expect(found).toBe(taken);
  });
});

test('callbacks as delivered are genuine, and a forged one is not', async () => {
  const bodies: Buffer[] = [];
  const receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks));
      response.end('{"code":1,"msg":"success","data":{}}');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void receiver.close());
  const callbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/cb`;

  const { gateway, sandbox } = await anApp();
  const { mchOrderId, transactionId } = await paidWebPayment(gateway, sandbox, callbackUrl);
  await expect.poll(() => bodies.length, { timeout: 20_000 }).toBe(1);
  expect(gateway.verifyCallback(bodies[0] ?? Buffer.alloc(0))).toMatchObject({
    genuine: true,
    ambiguous: false,
    event: {
      kind: 'collection',
      product: 'WEB_PAYMENT',
      mchOrderId,
      transactionId,
      amount: 125_050n,
      transactionStatus: 'COMPLETE',
    },
  });
  await sandbox.forgeCallback({ mchOrderId, url: callbackUrl });
  await expect.poll(() => bodies.length, { timeout: 20_000 }).toBe(2);
  expect(gateway.verifyCallback(bodies[1] ?? Buffer.alloc(0))).toMatchObject({
    genuine: false,
    why: 'bad-sign',
  });
});
