import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createGateway } from '@/lib/gateway/index';
import { readJson } from '@/lib/gateway/json';
import { canonicalString, isRsaSign } from '@/lib/gateway/signature';
import { LOOPBACK_KEYS, LOOPBACK_NOW, loopbackGateway, saying } from '@/lib/testing/loopback-gateway';

const REFUND = {
  mchRefundOrderId: 'RF20260102000001',
  originalTransactionId: 'C1',
  refundAmount: 25000n,
  refundCallbackUrl: 'https://shop.example/cb',
};
const REFUND_ANSWER =
  '{"code":1000,"message":"success","data":{"mchRefundOrderId":"RF20260102000001","refundTransactionId":"R1","refundAmount":25000,"refundCreateTime":"2026-01-02 10:00:00","refundStatus":"PENDING","new":1}}';

describe('what is sent', () => {
  test('a POST carries the fields with their sign, numbers plain, empty fields left out', async () => {
    const { gateway, seen, exchanges } = await loopbackGateway(saying(REFUND_ANSWER));
    await gateway.refund.create({ ...REFUND, refundReason: '' });
    const body = readJson(seen[0]?.body ?? '')?.value as Record<string, unknown>;
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/api/payment/refund' });
    expect(seen[0]?.body).toContain('"refundAmount":25000,');
    expect(Object.keys(body)).toEqual([
      'appId',
      'mchRefundOrderId',
      'originalTransactionId',
      'refundAmount',
      'refundCallbackUrl',
      'sign',
    ]);
    expect(isRsaSign(canonicalString(body), LOOPBACK_KEYS.publicKey, String(body['sign']))).toBe(true);
    expect(exchanges[0]?.canonical).toBe(
      'appId=app_demo_0001&mchRefundOrderId=RF20260102000001&originalTransactionId=C1&refundAmount=25000&refundCallbackUrl=https://shop.example/cb',
    );
  });

  test('a GET is encoded, its path field stays out of the signed text', async () => {
    const { gateway, seen, exchanges } = await loopbackGateway(
      saying('{"code":1000,"message":"success","data":[]}'),
    );
    const input = { mchOrderId: 'QR1', startDate: '2026-01-01', endDate: '2026-01-31' };
    expect(await gateway.qrCode.payments(input)).toMatchObject({ outcome: 'accepted', data: [] });
    const url = new URL(seen[0]?.url ?? '', 'http://x');
    expect(url.pathname).toBe('/api/v1/qrcode/QR1/payments');
    expect([...url.searchParams.keys()]).toEqual(['appId', 'startDate', 'endDate', 'sign']);
    expect(exchanges[0]?.canonical).toBe('appId=app_demo_0001&endDate=2026-01-31&startDate=2026-01-01');
    expect(url.search).toMatch(/&sign=[A-Za-z0-9%]+$/u);
    const sign = url.searchParams.get('sign') ?? '';
    expect(isRsaSign(exchanges[0]?.canonical ?? '', LOOPBACK_KEYS.publicKey, sign)).toBe(true);
  });

  test('a statement carries the time in milliseconds as text; a QR code the name of the app', async () => {
    const { gateway, seen } = await loopbackGateway(saying('{"code":1013,"message":"slow"}'));
    await gateway.account.paymentStatement({ completeDate: '2026-01-14', page: 1 });
    await gateway.qrCode.create({ mchOrderId: 'QR1', channelCode: 'QRPH_STATIC_QR', customerName: 'Maria' });
    expect(seen[0]?.body).toContain('"completeDate":"2026-01-14","page":1,"timestamp":"1768449600000"');
    expect(seen[1]?.body).toContain('"appName":"Demo Store"');
  });

  test('SHA1_SECRET signs with the request secret', async () => {
    const { gateway, seen } = await loopbackGateway(
      saying('{"code":1000,"message":"success","data":{"balance":1}}'),
      {
        requestSignMode: 'SHA1_SECRET',
        requestSecret: 'demo-request-secret-0001',
      },
    );
    await gateway.account.balance();
    // sha1 of "appId=app_demo_0001&secret=demo-request-secret-0001", computed with sha1sum.
    expect(seen[0]?.url).toBe(
      '/api/v1/account/checkBalance?appId=app_demo_0001&sign=57b4d7d3f553e6c093c4213b923e89ea446bd55a',
    );
  });
});

describe('the network', () => {
  test('a redirect is not followed: a POST is never sent twice', async () => {
    const { gateway, seen } = await loopbackGateway((response) => {
      response.writeHead(307, { Location: '/elsewhere' }).end();
    });
    expect(await gateway.refund.create(REFUND)).toMatchObject({ outcome: 'unknown', why: 'unreadable' });
    expect(seen.map(({ url }) => url)).toEqual(['/api/payment/refund']);
  });

  test.each([
    ['no answer in time', (): void => undefined],
    [
      'an answer that stops halfway',
      (response: ServerResponse): void => void response.writeHead(200).write('{"code":'),
    ],
  ])('%s is unknown at the deadline', async (_what, handle) => {
    const { gateway, seen, exchanges } = await loopbackGateway(handle, { timeoutMs: 150 });
    expect(await gateway.refund.create(REFUND)).toMatchObject({
      outcome: 'unknown',
      why: 'no-answer',
      code: null,
    });
    expect(seen).toHaveLength(1);
    expect(exchanges[0]?.trouble).toBe('TimeoutError');
  });

  test.each([
    ['before the answer', (response: ServerResponse): void => void response.destroy()],
    [
      'inside the answer',
      (response: ServerResponse): void => {
        response.writeHead(200, { 'Content-Length': '500' }).write(REFUND_ANSWER.slice(0, 40));
        setImmediate(() => response.destroy());
      },
    ],
  ])('a connection cut %s is unknown, and not tried again', async (_when, handle) => {
    const { gateway, seen } = await loopbackGateway(handle);
    expect(await gateway.refund.create(REFUND)).toMatchObject({ outcome: 'unknown', why: 'no-answer' });
    expect(seen).toHaveLength(1);
  });

  test('nobody at the address is unknown', async () => {
    const { gateway, server } = await loopbackGateway(saying(REFUND_ANSWER));
    await new Promise((resolve) => server.close(resolve));
    expect(await gateway.refund.create(REFUND)).toMatchObject({ outcome: 'unknown', why: 'no-answer' });
  });

  test('an answer over the cap is not read to its end', async () => {
    const { gateway, exchanges } = await loopbackGateway(saying(REFUND_ANSWER.padEnd(2_001, ' ')), {
      maxAnswerBytes: 2_000,
    });
    expect(await gateway.refund.create(REFUND)).toMatchObject({ outcome: 'unknown', why: 'unreadable' });
    expect(exchanges[0]).toMatchObject({ answer: null, trouble: 'more than 2000 bytes' });
  });

  test('an answer at the cap is read', async () => {
    const { gateway } = await loopbackGateway(saying(REFUND_ANSWER.padEnd(2_000, ' ')), {
      maxAnswerBytes: 2_000,
    });
    expect(await gateway.refund.create(REFUND)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('the log and the settings', () => {
  test('the exchange shows everything but the sign, the key and the secret', async () => {
    const { gateway, seen, exchanges } = await loopbackGateway(saying(REFUND_ANSWER), {
      callbackSecret: 'callback-secret',
    });
    const result = await gateway.refund.create(REFUND);
    const sign = String((readJson(seen[0]?.body ?? '')?.value as Record<string, unknown>)['sign']);
    const log = JSON.stringify([result, exchanges], (_name, value: unknown) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    expect(exchanges[0]).toMatchObject({
      operation: 'refund.create',
      httpStatus: 200,
      answer: REFUND_ANSWER,
      sentAt: LOOPBACK_NOW,
      answeredAt: LOOPBACK_NOW,
      trouble: null,
    });
    expect(exchanges[0]?.sentBody).toContain('"sign":"***"');
    for (const secret of [sign, 'callback-secret', 'PRIVATE KEY']) expect(log).not.toContain(secret);
  });

  test('a refused input is not sent at all', async () => {
    const { gateway, seen, exchanges } = await loopbackGateway(saying(REFUND_ANSWER));
    expect(await gateway.refund.create({ ...REFUND, refundAmount: 0n })).toMatchObject({
      outcome: 'refused',
    });
    expect([seen, exchanges]).toEqual([[], []]);
  });

  const settings = {
    baseUrl: 'https://x.example',
    appId: 'a',
    appName: 'b',
    privateKey: LOOPBACK_KEYS.privateKey,
    fetch: globalThis.fetch,
    now: () => LOOPBACK_NOW,
  };
  test.each([
    [{ baseUrl: 'ftp://x' }, 'not an http address'],
    [{ baseUrl: 'x' }, 'not an http address'],
    [{ privateKey: 'hunter2' }, 'private key is not an RSA key'],
    [{ requestSignMode: 'SHA1_SECRET' as const }, 'request secret'],
    [{ profile: 'GLOBAL_ENVELOPE' as const }, 'set PH_FLAT'],
  ])('a setting that cannot be used stops at once: %j', (wrong, sentence) => {
    expect(() => createGateway({ ...settings, ...wrong })).toThrow(sentence);
  });

  test('callbacks need their own key only when one arrives', () => {
    const gateway = createGateway(settings);
    expect(() => gateway.verifyCallback(Buffer.from('{}'))).toThrow('callback secret');
  });
});
