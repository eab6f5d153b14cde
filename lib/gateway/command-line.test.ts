import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type CommandLineSettings, runCommandLine, writeDocument } from '@/lib/gateway/command-line';

const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const SETTINGS: CommandLineSettings = {
  baseUrl: 'http://gateway.example',
  appId: 'app_demo_0001',
  appName: 'Demo Store',
  privateKey,
  callbackSecret: 'demo-callback-secret-0001',
};
const QR = '{"mchOrderId":"QR1","channelCode":"QRPH_STATIC_QR","customerName":"Maria"}';

async function run(argv: readonly string[], answer = '', settings: CommandLineSettings | null = SETTINGS) {
  const { exitCode, document } = await runCommandLine({
    argv,
    settings: () => settings,
    fetch: () => Promise.resolve(new Response(answer)),
    now: () => new Date('2026-01-15T04:00:00Z'),
  });
  return { exitCode, printed: writeDocument(document), document };
}

describe('an operation', () => {
  test('accepted: exit 0, centavos as text', async () => {
    const { exitCode, printed } = await run(
      ['account.balance'],
      '{"code":1000,"message":"success","data":{"balance":158230075}}',
    );
    expect([exitCode, printed]).toEqual([0, '{"ok":true,"data":{"balance":"158230075"}}']);
  });

  test('rejected: exit 1 with the code explained; an id that a person typed may simply be taken', async () => {
    const { exitCode, document } = await run(
      ['qrCode.create', '--input', QR],
      '{"code":1012,"message":"merchant order id is repeat"}',
    );
    expect(exitCode).toBe(1);
    expect(document).toEqual({
      ok: false,
      outcome: 'rejected',
      code: 1012,
      gatewayMessage: 'merchant order id is repeat',
      explanation: {
        what: 'Nothing new was made: this order id has been used before.',
        why: 'Each order id works once. PayCools keeps the first one and does not repeat its result.',
        next: 'Choose another order id.',
        who: 'you',
      },
    });
  });

  test('refused before sending: exit 1 with a sentence per field', async () => {
    const input =
      '{"mchOrderId":"QR-1","channelCode":"QRPH_DYNAMIC_QR","amount":1999,"customerName":"Maria"}';
    const { exitCode, document } = await run(['qrCode.create', `--input=${input}`]);
    expect(exitCode).toBe(1);
    expect(document).toMatchObject({
      ok: false,
      outcome: 'rejected',
      code: 1009,
      explanation: { what: 'Nothing was sent: some fields need correcting first.', who: 'you' },
      fields: { mchOrderId: ['Use letters and digits only.'], amount: ['The amount starts at ₱20.00.'] },
    });
  });

  test.each(['2000.5', '2e3', '"2000"', 'true'])(
    'an amount written %s is no number of centavos',
    async (amount) => {
      const input = `{"mchOrderId":"QR1","channelCode":"QRPH_DYNAMIC_QR","amount":${amount},"customerName":"Maria"}`;
      const { document } = await run(['qrCode.create', '--input', input]);
      expect(document['fields']).toEqual({
        amount: ['Write a whole number of centavos: 125050 is ₱1,250.50.'],
      });
    },
  );

  test.each([
    ['{"code":1018,"message":"network failed, please retry"}', 'code', 1018],
    ['{"code":7777,"message":"?"}', 'unlisted-code', 7777],
    ['<html>', 'unreadable', null],
  ])('unknown: exit 3 (%s)', async (answer, why, code) => {
    const { exitCode, document } = await run(['qrCode.create', '--input', QR], answer);
    expect(exitCode).toBe(3);
    expect(document).toMatchObject({ ok: false, outcome: 'unknown', why, code });
    expect(writeDocument(document)).toContain('"what":"Not known yet');
    expect(writeDocument(document)).not.toContain('{code}');
  });
});

describe('used wrongly: exit 2 and one sentence', () => {
  test.each([
    [[], 'Not understood'],
    [['--input', '{}'], 'Not understood'],
    [['account.balance', '--verbose'], 'Not understood'],
    [['account.balance', '--input'], 'Not understood'],
    [['account.balance', '--input', '{}', '--input', '{}'], 'Not understood'],
    [['payout.create'], 'no operation payout.create'],
    [['account.balance', 'qrCode.get'], 'no operation'],
    [['sign', 'payout.create'], 'no operation'],
    [['account.balance', '--input', '[]'], 'not a JSON object'],
    [['account.balance', '--input', '{"a":1,"a":1}'], 'not a JSON object'],
    [['account.balance', '--input', '{'], 'not a JSON object'],
  ])('%j', async (argv, sentence) => {
    const { exitCode, printed } = await run(argv);
    expect(exitCode).toBe(2);
    expect(printed).toContain(sentence);
  });

  test('without an app', async () => {
    const { exitCode, printed } = await run(['account.balance'], '', null);
    expect(exitCode).toBe(2);
    expect(printed).toContain('start Kaha once with npm start, or set PAYCOOLS_BASE_URL');
  });

  test('with a key that cannot be used, which is not repeated', async () => {
    const { exitCode, printed } = await run(['account.balance'], '', { ...SETTINGS, privateKey: 'hunter2' });
    expect(exitCode).toBe(2);
    expect(printed).toContain('The private key is not an RSA key');
    expect(printed).not.toContain('hunter2');
  });
});

test('operations needs no app and lists method, path and section', async () => {
  const { exitCode, document } = await run(['operations'], '', null);
  expect(exitCode).toBe(0);
  expect(document['data']).toHaveLength(13);
  expect(document['data']).toContainEqual({
    operation: 'refund.create',
    method: 'POST',
    path: '/api/payment/refund',
    section: '8.1',
  });
});

describe('sign', () => {
  const settings: CommandLineSettings = {
    ...SETTINGS,
    requestSignMode: 'SHA1_SECRET',
    requestSecret: 'demo-request-secret-0001',
  };

  test('a full body as it stands: the worked example 1.3', async () => {
    const body =
      '{"appId":"app_demo_0001","appName":"Demo Store","mchOrderId":"PO20260101000001","idempotencyId":"IDEM20260101000001","amount":125050,"accountNo":"09170000001","accountName":"Juan Dela Cruz","payMethodCode":"EWALLET","bankCode":"","ewalletCode":"GCASH","remark":"Salary run 7","email":null}';
    expect((await run(['sign', '--input', body], '', settings)).document).toEqual({
      ok: true,
      canonical:
        'accountName=Juan Dela Cruz&accountNo=09170000001&amount=125050&appId=app_demo_0001&appName=Demo Store&ewalletCode=GCASH&idempotencyId=IDEM20260101000001&mchOrderId=PO20260101000001&payMethodCode=EWALLET&remark=Salary run 7',
      sign: 'b3287f036833272ced7a0512e3f6c4d44b7b7fb5',
    });
  });

  test.each([
    [['sign'], 'appId=app_demo_0001&appName=Demo Store&mchOrderId=QR1'],
    [['sign', 'qrCode.get'], 'appId=app_demo_0001&mchOrderId=QR1'],
    [['sign', 'qrCode.payments'], 'appId=app_demo_0001'],
    [['sign', 'account.paymentStatement'], 'appId=app_demo_0001&mchOrderId=QR1&timestamp=1768449600000'],
  ])('business fields get what %j adds', async (argv, canonical) => {
    const { document } = await run([...argv, '--input', '{"mchOrderId":"QR1"}']);
    expect(document['canonical']).toBe(canonical);
    expect(document['sign']).toMatch(/^[A-Za-z0-9+/]{342}==$/u);
  });
});

describe('verify-callback', () => {
  const BODY = `{"eventName":"disbursement.success","mchOrderId":"PO20260101000001","transactionId":"D2026010112000000001",
 "amount":125050,"transactionStatus":"COMPLETE","createTime":"2026-01-01 12:00:00","returnTime":"2026-01-01 12:00:41",
 "failedCode":null,"failedMessage":null,"remark":"Salary run 7","sign":"a68a06343038ec73f2b846b13772f08e38d35c04"}`;

  test.each([
    ['as raw text', JSON.stringify({ body: BODY })],
    ['as it came', BODY],
  ])('genuine, given %s: exit 0', async (_how, input) => {
    const { exitCode, document } = await run(['verify-callback', '--input', input]);
    expect(exitCode).toBe(0);
    expect(document).toMatchObject({
      ok: true,
      genuine: true,
      canonical:
        'amount=125050&createTime=2026-01-01 12:00:00&eventName=disbursement.success&mchOrderId=PO20260101000001&remark=Salary run 7&returnTime=2026-01-01 12:00:41&transactionId=D2026010112000000001&transactionStatus=COMPLETE',
    });
  });

  test('not genuine: exit 1, with the text that would have been signed', async () => {
    const { exitCode, document } = await run([
      'verify-callback',
      '--input',
      BODY.replace('125050', '125051'),
    ]);
    expect(exitCode).toBe(1);
    expect(document).toMatchObject({ ok: true, genuine: false, why: 'bad-sign' });
    expect(document['canonical']).toContain('amount=125051&');
  });
});
