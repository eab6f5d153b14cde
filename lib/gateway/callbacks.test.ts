import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type CallbackKeys, verifyCallback } from '@/lib/gateway/callbacks';

const SECRET = 'demo-callback-secret-0001';
const keys: CallbackKeys = { mode: 'SHA1_SECRET', secret: SECRET };
const bytes = (text: string) => Buffer.from(text, 'utf8');
const sha1 = (canonical: string) => createHash('sha1').update(`${canonical}&secret=${SECRET}`).digest('hex');

const DOCUMENT = `{"eventName":"disbursement.success","mchOrderId":"PO20260101000001","transactionId":"D2026010112000000001",
 "amount":125050,"transactionStatus":"COMPLETE","createTime":"2026-01-01 12:00:00","returnTime":"2026-01-01 12:00:41",
 "failedCode":null,"failedMessage":null,"remark":"Salary run 7","sign":"a68a06343038ec73f2b846b13772f08e38d35c04"}`;

/** A callback as PayCools writes it; the canonical string is written by hand in each test that needs another. */
const QR_CANONICAL =
  'amount=75000&channelCode=QRPH_DYNAMIC_QR&createTime=2026-01-01 13:00:00&eventName=qrcode.payment.success&mchOrderId=QR1&returnTime=2026-01-01 13:04:10&transactionId=C31&transactionStatus=COMPLETE';
const qrBody = (sign: string, tail = '') =>
  `{"eventName":"qrcode.payment.success","mchOrderId":"QR1","transactionId":"C31","amount":75000,"channelCode":"QRPH_DYNAMIC_QR","transactionStatus":"COMPLETE","createTime":"2026-01-01 13:00:00","returnTime":"2026-01-01 13:04:10","sign":"${sign}"${tail}}`;
const REFUND_CANONICAL =
  'eventName=payment.refund.success&feeRefunded=0&mchRefundOrderId=RF1&originalTransactionId=C41&refundAmount=25000&refundCreateTime=2026-01-02 10:00:00&refundReturnTime=2026-01-02 10:00:09&refundStatus=COMPLETED&refundTransactionId=R1';
const REFUND = `{"eventName":"payment.refund.success","mchRefundOrderId":"RF1","refundTransactionId":"R1","originalTransactionId":"C41","refundAmount":25000,"feeRefunded":0,"refundStatus":"COMPLETED","refundCreateTime":"2026-01-02 10:00:00","refundReturnTime":"2026-01-02 10:00:09","sign":"${sha1(REFUND_CANONICAL)}"}`;

describe('a genuine callback', () => {
  test('the worked example 1.2', () => {
    expect(verifyCallback(bytes(DOCUMENT), keys)).toMatchObject({
      genuine: true,
      ambiguous: false,
      canonical:
        'amount=125050&createTime=2026-01-01 12:00:00&eventName=disbursement.success&mchOrderId=PO20260101000001&remark=Salary run 7&returnTime=2026-01-01 12:00:41&transactionId=D2026010112000000001&transactionStatus=COMPLETE',
      event: { kind: 'payout', eventName: 'disbursement.success', amount: 125050n, failedCode: null },
    });
  });

  test('a payment is read with its money in centavos and its times in Manila', () => {
    expect(verifyCallback(bytes(qrBody(sha1(QR_CANONICAL))), keys)).toMatchObject({
      genuine: true,
      event: {
        kind: 'collection',
        product: 'QR_CODE',
        amount: 75000n,
        transactionStatus: 'COMPLETE',
        createTime: new Date('2026-01-01T05:00:00Z'),
        failedCode: null,
        fee: null,
      },
      fields: { amount: '75000', transactionId: 'C31' },
    });
  });

  test('a refund is read, spelling variants included', () => {
    expect(verifyCallback(bytes(REFUND), keys)).toMatchObject({
      genuine: true,
      ambiguous: false,
      event: { kind: 'refund', refundAmount: 25000n, feeRefunded: 0n, refundStatus: 'COMPLETE' },
    });
  });

  test('an upper-case sign is the same sign', () => {
    expect(verifyCallback(bytes(qrBody(sha1(QR_CANONICAL).toUpperCase())), keys).genuine).toBe(true);
  });

  test('signed with RSA', () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const sign = createSign('RSA-SHA256').update(QR_CANONICAL, 'utf8').sign(pair.privateKey, 'base64');
    const rsa: CallbackKeys = { mode: 'RSA_SHA256', publicKey: pair.publicKey };
    expect(verifyCallback(bytes(qrBody(sign)), rsa).genuine).toBe(true);
    expect(verifyCallback(bytes(qrBody(sign).replace('75000', '75001')), rsa).genuine).toBe(false);
    expect(verifyCallback(bytes(qrBody(sha1(QR_CANONICAL))), rsa).genuine).toBe(false);
  });

  test('of ours with a field that does not fit is unreadable, not dropped', () => {
    const canonical = QR_CANONICAL.replace('COMPLETE', 'DONE');
    const body = qrBody(sha1(canonical)).replace('COMPLETE', 'DONE');
    const verdict = verifyCallback(bytes(body), keys);
    expect(verdict).toMatchObject({ genuine: true, event: { kind: 'unreadable' } });
    expect(JSON.stringify(verdict)).toContain(
      'transactionStatus is not one of PENDING, COMPLETE, FAILED, CLOSED',
    );
  });
});

describe('a callback that is not genuine', () => {
  const good = qrBody(sha1(QR_CANONICAL));

  test.each([
    ['another amount', good.replace('75000', '7500'), 'bad-sign'],
    ['another status', good.replace('COMPLETE', 'FAILED'), 'bad-sign'],
    ['another order', good.replace('QR1', 'QR2'), 'bad-sign'],
    ['a field more', qrBody(sha1(QR_CANONICAL), ',"fee":1125'), 'bad-sign'],
    ['a field less', good.replace('"channelCode":"QRPH_DYNAMIC_QR",', ''), 'bad-sign'],
    ['an amount written as a decimal', good.replace('75000', '75000.0'), 'bad-sign'],
    ['no sign', good.replace(/,"sign":"\w+"/u, ''), 'no-sign'],
    ['an empty sign', qrBody(''), 'no-sign'],
    ['a sign that is not text', good.replace(/"sign":"\w+"/u, '"sign":0'), 'no-sign'],
    ['a short sign', qrBody(sha1(QR_CANONICAL).slice(1)), 'bad-sign'],
    ['a repeated name', qrBody(sha1(QR_CANONICAL), ',"amount":75000'), 'unreadable'],
    ['a list', '[1]', 'unreadable'],
    ['null', 'null', 'unreadable'],
    ['no JSON', 'eventName=x', 'unreadable'],
    ['nothing', '', 'unreadable'],
  ])('%s', (_what, body, why) => {
    expect(verifyCallback(bytes(body), keys)).toMatchObject({ genuine: false, why });
  });

  test('bytes that are not UTF-8', () => {
    const body = Buffer.concat([
      bytes(good.slice(0, -1)),
      Buffer.from([0x2c, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    ]);
    expect(verifyCallback(body, keys)).toMatchObject({ genuine: false, why: 'unreadable' });
  });

  test('another secret', () => {
    expect(verifyCallback(bytes(good), { mode: 'SHA1_SECRET', secret: 'other' }).genuine).toBe(false);
  });

  test('more than 64 KB is not even read; 64 KB is', () => {
    const padded = (size: number) => good.padEnd(size, ' ');
    expect(verifyCallback(bytes(padded(65_536)), keys).genuine).toBe(true);
    expect(verifyCallback(bytes(padded(65_537)), keys)).toMatchObject({ genuine: false, why: 'too-large' });
  });
});

describe('a genuine but ambiguous callback', () => {
  const tail = (json: string) => `,${json}`;

  test.each([
    [
      'a value that reads like two fields',
      '"remark":"x&transactionStatus=COMPLETE"',
      'remark=x&transactionStatus=COMPLETE&',
      'remark',
      'separator',
    ],
    ['a name with a separator in it', '"p&q":"1"', 'p&q=1&', 'p&q', 'field-name'],
    ['an object', '"remark":{"a" : 1}', 'remark={"a":1}&', 'remark', 'nested'],
    ['a list', '"remark":[1, 2.0]', 'remark=[1,2.0]&', 'remark', 'nested'],
    ['half a character', '"remark":"\\ud800"', 'remark=\ud800&', 'remark', 'characters'],
  ])('%s', (_what, json, signedPart, field, why) => {
    const canonical = QR_CANONICAL.replace('returnTime', `${signedPart}returnTime`);
    const verdict = verifyCallback(bytes(qrBody(sha1(canonical), tail(json))), keys);
    expect(verdict).toMatchObject({ genuine: true, ambiguous: true, ambiguities: [{ field, why }] });
  });

  test('fields moved into one value keep the sign and are caught', () => {
    // Signed: a failed payment whose remark is harmless; shown: the same text cut at another place.
    const signed =
      'amount=75000&channelCode=X&createTime=2026-01-01 13:00:00&eventName=qrcode.payment.failed&mchOrderId=QR1&remark=a&transactionId=C31&transactionStatus=FAILED';
    const shown = `{"amount":75000,"channelCode":"X","createTime":"2026-01-01 13:00:00","eventName":"qrcode.payment.failed&mchOrderId=QR1&remark=a","transactionId":"C31","transactionStatus":"FAILED","sign":"${sha1(signed)}"}`;
    expect(verifyCallback(bytes(shown), keys)).toMatchObject({ genuine: true, ambiguous: true });
  });

  test.each(['R&D', 'a = b', 'Tom & Jerry', 'x=1&y'])('%j alone is not ambiguous', (remark) => {
    const canonical = QR_CANONICAL.replace('returnTime', `remark=${remark}&returnTime`);
    const verdict = verifyCallback(bytes(qrBody(sha1(canonical), tail(`"remark":"${remark}"`))), keys);
    expect(verdict).toMatchObject({ genuine: true, ambiguous: false });
  });
});
