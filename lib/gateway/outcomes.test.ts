import { describe, expect, test } from 'vitest';
import { loopbackGateway, saying } from '@/lib/testing/loopback-gateway';

const REFUND = {
  mchRefundOrderId: 'RF20260102000001',
  originalTransactionId: 'C1',
  refundAmount: 25000n,
  refundCallbackUrl: 'https://shop.example/cb',
};
const REFUND_ANSWER =
  '{"code":1000,"message":"success","data":{"mchRefundOrderId":"RF20260102000001","refundTransactionId":"R1","refundAmount":25000,"refundCreateTime":"2026-01-02 10:00:00","refundStatus":"PENDING","new":1}}';

describe('accepted', () => {
  test('an answer with fields nobody knows', async () => {
    const { gateway } = await loopbackGateway(saying(REFUND_ANSWER));
    expect(await gateway.refund.create(REFUND)).toMatchObject({
      outcome: 'accepted',
      data: {
        refundAmount: 25000n,
        refundStatus: 'PENDING',
        refundCreateTime: new Date('2026-01-02T02:00:00Z'),
      },
    });
  });

  test('statement pesos become centavos from their text', async () => {
    const line = (amount: string) =>
      `{"transactionId":"C1","amount":${amount},"fee":25.01,"status":"COMPLETED","createTime":"2026-01-01 10:00:00"}`;
    const page = (amount: string) =>
      saying(
        `{"code":"1000","message":"success","data":{"records":[${line(amount)}],"total":1,"size":100,"current":1,"pages":1}}`,
      );
    const input = { createDate: '2026-01-01', page: 1 };
    const good = await (await loopbackGateway(page('1250.5'))).gateway.account.paymentStatement(input);
    expect(good).toMatchObject({
      outcome: 'accepted',
      data: { total: 1, records: [{ amount: 125050n, fee: 2501n, status: 'COMPLETE', completeTime: null }] },
    });
    const large = await (
      await loopbackGateway(page('9007199254740.93'))
    ).gateway.account.payoutStatement(input);
    expect(large).toMatchObject({ data: { records: [{ amount: 900_719_925_474_093n }] } });
    for (const amount of ['1250.505', '1.25e3', '"1,250.50"', 'null']) {
      const { gateway, exchanges } = await loopbackGateway(page(amount));
      expect(await gateway.account.paymentStatement(input)).toMatchObject({
        outcome: 'unknown',
        why: 'unreadable',
      });
      expect(exchanges[0]?.trouble).toContain('data.records.0.amount');
    }
  });

  test('listed spelling variants are read', async () => {
    const { gateway } = await loopbackGateway(
      saying(
        '{"code":1000,"message":"success","data":{"mchOrderId":"QR1","qrCodeId":"QR9","qrCodeContent":"0002","qrStatus":"CANCELLED"}}',
      ),
    );
    expect(await gateway.qrCode.get({ mchOrderId: 'QR1' })).toMatchObject({
      data: { qrcodeId: 'QR9', qrcodeContent: '0002', status: 'CANCEL' },
    });
  });
});

describe('rejected and unknown', () => {
  const envelope = (code: number | string) => `{"code":${code},"message":"said so","data":null}`;

  test.each([
    [1006, false],
    [1506, false],
    [1013, true],
  ])('%s says that nothing happened', async (code, maySendAgain) => {
    const { gateway } = await loopbackGateway(saying(envelope(code)));
    expect(await gateway.refund.create(REFUND)).toMatchObject({
      outcome: 'rejected',
      code,
      maySendAgain,
      gatewayMessage: 'said so',
    });
  });

  test.each([
    ['1018', 'code', 1018],
    ['1503', 'code', 1503],
    ['1515', 'code', 1515],
    ['1514', 'unlisted-code', 1514],
    ['-1006', 'unlisted-code', -1006],
    ['"1018"', 'code', 1018],
    ['1006.0', 'unreadable', null],
    ['null', 'unreadable', null],
    ['true', 'unreadable', null],
  ])('code %s proves nothing', async (code, why, read) => {
    const { gateway } = await loopbackGateway(saying(envelope(code)));
    expect(await gateway.refund.create(REFUND)).toMatchObject({ outcome: 'unknown', why, code: read });
  });

  test('a repeated id is a plain refusal when a person typed it, and never on a second sending', async () => {
    const { gateway } = await loopbackGateway(saying(envelope(1515)));
    expect(await gateway.refund.create(REFUND, { idsAreOurs: false })).toMatchObject({ outcome: 'rejected' });
    const second = { idsAreOurs: false, secondSending: true };
    expect(await gateway.refund.create(REFUND, second)).toMatchObject({ outcome: 'unknown' });
  });

  test.each([
    ['HTML', 200, '<html>ok</html>', 'unreadable'],
    ['nothing', 200, '', 'unreadable'],
    ['a list', 200, '[]', 'unreadable'],
    ['a cut answer', 200, REFUND_ANSWER.slice(0, -4), 'unreadable'],
    ['a name twice', 200, REFUND_ANSWER.replace('"new":1', '"refundAmount":25000'), 'unreadable'],
    [
      'success without what we need',
      200,
      REFUND_ANSWER.replace('refundTransactionId', 'other'),
      'unreadable',
    ],
    ['success with a status nobody listed', 200, REFUND_ANSWER.replace('PENDING', 'SOON'), 'unreadable'],
    ['success with a fraction of a centavo', 200, REFUND_ANSWER.replace('25000', '25000.5'), 'unreadable'],
    ['success with no data', 200, '{"code":1000,"message":"success","data":null}', 'unreadable'],
    ['success with the wrong HTTP status', 404, REFUND_ANSWER, 'unreadable'],
    ['a page that is not there', 404, 'not found', 'unreadable'],
    ['a fault', 502, '<html>bad gateway</html>', 'server-error'],
    ['a fault with a listed code', 500, envelope(1006), 'server-error'],
    ['a fault with success', 503, REFUND_ANSWER, 'server-error'],
  ])('%s is unknown', async (_what, status, body, why) => {
    const { gateway, seen, exchanges } = await loopbackGateway(saying(body, status));
    expect(await gateway.refund.create(REFUND)).toMatchObject({ outcome: 'unknown', why });
    expect(seen).toHaveLength(1);
    expect(exchanges[0]).toMatchObject({ httpStatus: status, answer: body });
    expect(exchanges[0]?.trouble).not.toBeNull();
  });

  test('bytes that are not UTF-8 are unknown', async () => {
    const { gateway } = await loopbackGateway((response) => {
      const [head = '', tail = ''] = REFUND_ANSWER.split('"new":1');
      response.end(
        Buffer.concat([Buffer.from(head), Buffer.from([0x22, 0xff, 0x22, 0x3a, 0x31]), Buffer.from(tail)]),
      );
    });
    expect(await gateway.refund.create(REFUND)).toMatchObject({ outcome: 'unknown', why: 'unreadable' });
  });
});
