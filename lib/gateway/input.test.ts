import { describe, expect, test } from 'vitest';
import { refusalOf } from '@/lib/gateway/input';
import { OPERATIONS } from '@/lib/gateway/operations';
import codes from '@/messages/en/codes.json';

const CALLBACK = 'https://shop.example/cb';
const address = (size: number) => `${CALLBACK}/`.padEnd(size, 'x');

/** What each operation takes when everything is given, and the fields that it cannot do without. */
const FULL: Readonly<
  Record<string, Readonly<{ input: Record<string, unknown>; needed: readonly string[] }>>
> = {
  'account.balance': { input: {}, needed: [] },
  'account.paymentStatement': {
    input: { createDate: '2026-01-01', completeDate: '2026-01-02', page: 1, status: 'COMPLETE' },
    needed: ['page'],
  },
  'account.payoutStatement': {
    input: { createDate: '2026-01-01', completeDate: '2026-01-02', page: 1n, status: 'PENDING' },
    needed: ['page'],
  },
  'qrCode.create': {
    input: {
      mchOrderId: 'QR20260101000003',
      channelCode: 'QRPH_DYNAMIC_QR',
      amount: 2000n,
      customerName: 'Maria Santos',
      email: 'maria@example.com',
      callbackUrl: CALLBACK,
      remark: 'order 3',
      expireSeconds: 3600,
    },
    needed: ['mchOrderId', 'channelCode', 'amount', 'customerName'],
  },
  'qrCode.get': { input: { mchOrderId: 'QR1' }, needed: ['mchOrderId'] },
  'qrCode.payments': {
    input: { mchOrderId: 'QR1', startDate: '2026-01-01', endDate: '2026-01-31' },
    needed: ['mchOrderId', 'startDate', 'endDate'],
  },
  'qrCode.cancel': { input: { mchOrderId: 'QR1' }, needed: ['mchOrderId'] },
  'qrCode.update': {
    input: { mchOrderId: 'QR1', customerName: 'Maria', callbackUrl: CALLBACK, email: 'm@x', remark: 'r' },
    needed: ['mchOrderId', 'customerName'],
  },
  'webPayment.create': {
    input: {
      mchOrderId: 'WB20260101000007',
      amount: 125050n,
      customerName: 'Maria Santos',
      channelCode: 'GCASH_URL',
      email: 'maria@example.com',
      mobile: '09170000007',
      remark: 'order 7',
      callbackUrl: CALLBACK,
      redirectUrl: CALLBACK,
    },
    needed: ['mchOrderId', 'amount', 'channelCode', 'email', 'mobile', 'callbackUrl', 'redirectUrl'],
  },
  'webPayment.get': { input: { mchOrderId: 'WB1' }, needed: ['mchOrderId'] },
  'webPayment.channels': { input: {}, needed: [] },
  'refund.create': {
    input: {
      mchRefundOrderId: 'RF20260102000001',
      originalTransactionId: 'C1',
      refundAmount: 25000n,
      refundReason: 'size',
      refundCallbackUrl: CALLBACK,
    },
    needed: ['mchRefundOrderId', 'originalTransactionId', 'refundAmount', 'refundCallbackUrl'],
  },
  'refund.list': {
    input: { originalTransactionId: 'C1', refundTransactionId: 'R1', mchRefundOrderId: 'RF1' },
    needed: [],
  },
};

function refusal(operation: string, changes: Record<string, unknown>) {
  const entry = OPERATIONS.find((known) => known.operation === operation);
  const parsed = entry?.input.safeParse({ ...FULL[operation]?.input, ...changes });
  if (parsed === undefined) throw new Error(`no operation ${operation}`);
  return parsed.success ? null : refusalOf(parsed.error);
}

test('every operation of the table is covered here', () => {
  expect(OPERATIONS.map(({ operation }) => operation)).toEqual(Object.keys(FULL));
});

describe.each(Object.entries(FULL))('%s', (operation, { input, needed }) => {
  test('takes everything that its table lists', () => {
    expect(refusal(operation, {})).toBeNull();
  });

  test('needs what its table needs, and nothing else', () => {
    for (const field of Object.keys(input)) {
      for (const nothing of [undefined, null, '']) {
        const refused = refusal(operation, { [field]: nothing });
        expect([field, Object.keys(refused?.fields ?? {})]).toEqual([
          field,
          needed.includes(field) ? [field] : [],
        ]);
      }
    }
  });

  test('refuses a field that its table does not list', () => {
    expect(refusal(operation, { ammount: 1n })).toEqual({
      code: 1009,
      fields: { ammount: [{ key: 'codes.field.unknown' }] },
    });
  });

  test('refuses a value of another type', () => {
    for (const field of Object.keys(input)) {
      for (const other of [true, {}, ['x'], 1.5]) {
        expect([field, Object.keys(refusal(operation, { [field]: other })?.fields ?? {})]).toEqual([
          field,
          [field],
        ]);
      }
    }
  });
});

describe('edges: the last value that is taken and the first that is not', () => {
  const id = (size: number) => 'A1'.repeat(20).slice(0, size);
  const name = (size: number) => 'n'.repeat(size);
  const mail = (size: number) => 'm@x'.padEnd(size, 'x');

  test.each<readonly [string, string, unknown, unknown, string]>([
    ['qrCode.create', 'mchOrderId', id(32), id(33), 'length'],
    ['qrCode.create', 'mchOrderId', 'a', 'a-1', 'lettersAndDigits'],
    ['qrCode.create', 'mchOrderId', 'Z9', 'ñ', 'lettersAndDigits'],
    ['qrCode.create', 'channelCode', 'QRPH_HYBRID_QR', 'GCASH_URL', 'oneOf'],
    ['qrCode.create', 'amount', 2000n, 1999n, 'amountFrom'],
    ['qrCode.create', 'amount', 2000n, -2000n, 'amountFrom'],
    ['qrCode.create', 'amount', 2000n, 2000, 'centavos'],
    ['qrCode.create', 'amount', 2000n, '2000', 'centavos'],
    ['qrCode.create', 'customerName', name(100), name(101), 'length'],
    ['qrCode.create', 'email', mail(50), mail(51), 'length'],
    ['qrCode.create', 'callbackUrl', address(150), address(151), 'length'],
    ['qrCode.create', 'remark', name(256), name(257), 'length'],
    ['qrCode.create', 'expireSeconds', 60, 59, 'range'],
    ['qrCode.create', 'expireSeconds', 3600n, 3601n, 'range'],
    ['qrCode.get', 'mchOrderId', id(32), id(33), 'length'],
    ['qrCode.cancel', 'mchOrderId', id(32), id(33), 'length'],
    ['qrCode.update', 'mchOrderId', id(32), id(33), 'length'],
    ['qrCode.update', 'customerName', name(100), name(101), 'length'],
    ['qrCode.update', 'email', mail(50), mail(51), 'length'],
    ['qrCode.payments', 'mchOrderId', id(32), id(33), 'length'],
    ['qrCode.payments', 'startDate', '2024-02-29', '2026-02-29', 'day'],
    ['qrCode.payments', 'endDate', '2026-12-31', '2026-1-1', 'day'],
    ['webPayment.create', 'mchOrderId', id(32), id(33), 'length'],
    ['webPayment.create', 'amount', 100n, 99n, 'amountBetween'],
    ['webPayment.create', 'amount', 5_000_000n, 5_000_001n, 'amountBetween'],
    ['webPayment.create', 'customerName', name(100), name(101), 'length'],
    ['webPayment.create', 'callbackUrl', address(100), address(101), 'length'],
    ['webPayment.create', 'redirectUrl', address(100), address(101), 'length'],
    [
      'webPayment.create',
      'redirectUrl',
      'http://localhost:3000/thank-you',
      'javascript:alert(1)',
      'webAddress',
    ],
    ['webPayment.create', 'mobile', '09170000007', '0917000000', 'mobile'],
    ['webPayment.create', 'mobile', '09999999999', '639170000007', 'mobile'],
    ['webPayment.get', 'mchOrderId', id(32), id(33), 'length'],
    ['refund.create', 'mchRefundOrderId', id(32), id(33), 'length'],
    ['refund.create', 'mchRefundOrderId', 'RF1', 'RF_1', 'lettersAndDigits'],
    ['refund.create', 'refundReason', name(256), name(257), 'length'],
    ['refund.create', 'refundCallbackUrl', address(256), address(257), 'length'],
    ['refund.list', 'originalTransactionId', id(32), id(33), 'length'],
    ['refund.list', 'refundTransactionId', id(32), id(33), 'length'],
    ['refund.list', 'mchRefundOrderId', id(32), id(33), 'length'],
    ['account.paymentStatement', 'page', 1, 0, 'from'],
    ['account.paymentStatement', 'page', 1, 1.5, 'whole'],
    ['account.paymentStatement', 'status', 'FAILED', 'CLOSED', 'oneOf'],
    ['account.payoutStatement', 'completeDate', '2026-01-31', '2026-01-32', 'day'],
  ])('%s %s', (operation, field, last, first, rule) => {
    expect(refusal(operation, { [field]: last })).toBeNull();
    const refused = refusal(operation, { [field]: first });
    expect(refused).toMatchObject({ code: 1009, fields: { [field]: [{ key: `codes.field.${rule}` }] } });
    expect(Object.keys(codes.field)).toContain(rule);
  });

  test.each([
    ['qrCode.create', 'email', 1015],
    ['webPayment.create', 'email', 1015],
  ])('%s: an email without a name or a host has the code of emails', (operation, field, code) => {
    for (const wrong of ['maria', '@x', 'm@', 'm @x', 'm@x@y']) {
      expect(refusal(operation, { [field]: wrong })).toMatchObject({
        code,
        fields: { [field]: [{ key: 'codes.field.email' }] },
      });
    }
  });

  test('a refund amount has the code of refund amounts', () => {
    expect(refusal('refund.create', { refundAmount: 1n })).toBeNull();
    for (const wrong of [0n, -1n, 250.5, '25000']) {
      expect(refusal('refund.create', { refundAmount: wrong })?.code).toBe(1513);
    }
    expect(refusal('refund.create', { refundAmount: undefined })?.code).toBe(1009);
  });
});

describe('rules over several fields', () => {
  test.each(['QRPH_DYNAMIC_QR', 'QRPH_HYBRID_QR'])('%s needs an amount', (channelCode) => {
    expect(refusal('qrCode.create', { channelCode, amount: undefined })).toEqual({
      code: 1020,
      fields: { amount: [{ key: 'codes.field.qrAmount' }] },
    });
  });

  test('a static QR code needs none, and does not expire', () => {
    const still = { channelCode: 'QRPH_STATIC_QR', amount: undefined };
    expect(refusal('qrCode.create', { ...still, expireSeconds: undefined })).toBeNull();
    expect(refusal('qrCode.create', still)?.fields).toEqual({
      expireSeconds: [{ key: 'codes.field.staticExpiry' }],
    });
  });

  test('a statement needs a day, a refund query an id', () => {
    const noDay = { createDate: '', completeDate: null };
    expect(refusal('account.paymentStatement', noDay)?.fields).toEqual({
      completeDate: [{ key: 'codes.field.oneDate' }],
    });
    const noId = { originalTransactionId: null, refundTransactionId: '', mchRefundOrderId: undefined };
    expect(refusal('refund.list', noId)?.fields).toEqual({
      originalTransactionId: [{ key: 'codes.field.oneRefundId' }],
    });
  });

  test('every fault is named at once', () => {
    const refused = refusal('webPayment.create', { mobile: '1', email: 'x', amount: 1n, extra: 1n });
    expect(Object.keys(refused?.fields ?? {}).sort()).toEqual(['amount', 'email', 'extra', 'mobile']);
    expect(refused?.code).toBe(1009);
  });
});

test.each([
  ['qrCode.create', 'customerName'],
  ['qrCode.create', 'remark'],
  ['qrCode.update', 'customerName'],
  ['qrCode.update', 'remark'],
  ['webPayment.create', 'customerName'],
  ['webPayment.create', 'remark'],
  ['refund.create', 'refundReason'],
])('%s: %s may not look like another signed field', (operation, field) => {
  expect(refusal(operation, { [field]: 'R&D = fun' })?.fields).toEqual({
    [field]: [{ key: 'codes.field.freeText' }],
  });
  expect(refusal(operation, { [field]: 'a=b & c, 你好 ñ 😀' })).toBeNull();
  expect(refusal(operation, { [field]: 'half \ud800' })?.fields).toEqual({
    [field]: [{ key: 'codes.field.characters' }],
  });
});
