import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '@/lib/gateway/json';
import {
  canonicalString,
  isRsaSign,
  isSha1Sign,
  requestSigner,
  rsaKey,
  sha1WithSecret,
} from '@/lib/gateway/signature';
import { queryString } from '@/lib/gateway/transport';

// The worked examples of gateway-api.md 1.2 to 1.5, byte for byte.
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArhTcDuGi30e6gFK7H8BKnmJ+lL+V+BsLZbKmqj6+ks2bdImOpew4LRfyv0nD7vZGEhnJiv2EvPlcpq/d9ILe6j9mhG/wQzBmOgQQhIFS72aKOpxPC4zcekF/LLH262++yzczb1u8bz0euWXva69N0qgUxuue+MEJOhBf5I2RL4r3r+vcROsdjXwvrIcH+cdFS8aNp4pWt2QL0dzNTdKF5KKyMrkWecYLoX/04mFa7YrxvGqnCj965dgfpAZ39NHWd8vto8wx2+6UPMRPJrggesRjiH3psnl1LeIsNGuskknPSvYyI6noy3Fl7BtIscsVoSq+aQyl5dM3NyKHgAnOrwIDAQAB';

const CALLBACK = `{"eventName":"disbursement.success","mchOrderId":"PO20260101000001","transactionId":"D2026010112000000001",
 "amount":125050,"transactionStatus":"COMPLETE","createTime":"2026-01-01 12:00:00","returnTime":"2026-01-01 12:00:41",
 "failedCode":null,"failedMessage":null,"remark":"Salary run 7","sign":"a68a06343038ec73f2b846b13772f08e38d35c04"}`;
const CALLBACK_CANONICAL =
  'amount=125050&createTime=2026-01-01 12:00:00&eventName=disbursement.success&mchOrderId=PO20260101000001&remark=Salary run 7&returnTime=2026-01-01 12:00:41&transactionId=D2026010112000000001&transactionStatus=COMPLETE';

const POST = {
  appId: 'app_demo_0001',
  appName: 'Demo Store',
  mchOrderId: 'PO20260101000001',
  idempotencyId: 'IDEM20260101000001',
  amount: 125050n,
  accountNo: '09170000001',
  accountName: 'Juan Dela Cruz',
  payMethodCode: 'EWALLET',
  bankCode: '',
  ewalletCode: 'GCASH',
  remark: 'Salary run 7',
  email: null,
};
const POST_CANONICAL =
  'accountName=Juan Dela Cruz&accountNo=09170000001&amount=125050&appId=app_demo_0001&appName=Demo Store&ewalletCode=GCASH&idempotencyId=IDEM20260101000001&mchOrderId=PO20260101000001&payMethodCode=EWALLET&remark=Salary run 7';
const POST_SIGN =
  'BA7gPc6m+okAcXblIXoyhzcunW/CEvhX0MzgQhC7fr0LzPVyyTyBK3/Jj+VJdut5ctN04KEJO9dn8bAUzNQeSDwbZh9Gvb2iOmooa2bRrq9Sh2IfjpsLTaeYYvY7UXwkSWYXskeFlYyaxhkUPlKv7vhbPV+ejufpEJL4uEXDQEfupAe6GgWvIAe09ZI1UukoEqym16ijmfINOvXZs9wFUQAkxdq5fRwLpsBV1gwp1r80LWAkVM0lHwc3lnNddqDJXFSIVB7N04koFGP+3IVivtC4bLSSZaiiwbLca1TWzs7b50ZDBt6Hypx8gST1uHnda1oTkkWoe9SQbSlU6bV9kQ==';
const GET_SIGN =
  'cViQcBckCzHJTzO9N1xpd7pmdVA/Kl/by8/o9Kfo0N6EwVPd3mgo5YHXrQFg9hbzuUeJYw0DOjz7REL0qz68zTA083000szQtsjKU8W8WxVn3bCLJ86/lC6h6FQGHIRCJz1Y3k/rtGaQjR3OCghvz5b1py4Ct3pO/vIu2KoOF7NZY6hE2B/h2ijvNZw/sAsoQ/036nmizycmK2rOmGIvCN3iHo29dTWWsLhi336pc3I58SDQqB3N/NlZF/zgOZtx52gx+baT6Q7xhaozvv2+sGGy9+T4jJy/PKbE0S9NowZ9v9CUDwOIpxyOgV69UG9qSLVCvmSiKmsGMm+8j6Lnzg==';
const GET_QUERY =
  'appId=app_demo_0001&mchOrderId=PO20260101000001&sign=cViQcBckCzHJTzO9N1xpd7pmdVA%2FKl%2Fby8%2Fo9Kfo0N6EwVPd3mgo5YHXrQFg9hbzuUeJYw0DOjz7REL0qz68zTA083000szQtsjKU8W8WxVn3bCLJ86%2FlC6h6FQGHIRCJz1Y3k%2FrtGaQjR3OCghvz5b1py4Ct3pO%2FvIu2KoOF7NZY6hE2B%2Fh2ijvNZw%2FsAsoQ%2F036nmizycmK2rOmGIvCN3iHo29dTWWsLhi336pc3I58SDQqB3N%2FNlZF%2FzgOZtx52gx%2BbaT6Q7xhaozvv2%2BsGGy9%2BT4jJy%2FPKbE0S9NowZ9v9CUDwOIpxyOgV69UG9qSLVCvmSiKmsGMm%2B8j6Lnzg%3D%3D';
const PARAM_SIGN =
  'mCcp7VcCWSoQgqb2MUwOsebTRS/IEJJYkmyzON+nk0hoFrjyfhzRv1Xu4paShWcRWRXF6frYudOWIUEWYio7pfVNrlX24BIGWlntxbLsXIKADFHXPxEy4XIeRufPankwmdEQkO8dpYAPwoQu/jjFmkLNFVR+u9+CqC7j2m6RWyAnwPwfomkW9crnpQZyUm1ty9x7TN48K5Vy558kank99paCPSzYJVVVb7hWGO0mVO33uq2zschwB2oJH6cS/0B6I6sH5oMX0rA0aqUtlrHMgImqCOVg6Tb+wyOb/tf1iAr6ha3GABHg+aUDvYoLSFJ5gBSKYOitVatja/Az0Vpw5A==';

function fields(text: string): Readonly<Record<string, unknown>> {
  return readJson(text)?.value as Readonly<Record<string, unknown>>;
}

describe('worked examples', () => {
  test('1.2 a callback with SHA-1', () => {
    expect(canonicalString(fields(CALLBACK))).toBe(CALLBACK_CANONICAL);
    expect(sha1WithSecret(CALLBACK_CANONICAL, 'demo-callback-secret-0001')).toBe(
      'a68a06343038ec73f2b846b13772f08e38d35c04',
    );
  });

  test('1.3 a POST with RSA, and the fallback with SHA-1', () => {
    expect(canonicalString(POST)).toBe(POST_CANONICAL);
    expect(isRsaSign(POST_CANONICAL, rsaKey('public', PUBLIC_KEY), POST_SIGN)).toBe(true);
    const signer = requestSigner('SHA1_SECRET', { requestSecret: 'demo-request-secret-0001' });
    expect(signer(POST_CANONICAL)).toBe('b3287f036833272ced7a0512e3f6c4d44b7b7fb5');
  });

  test('1.4 a GET', () => {
    const canonical = canonicalString({ appId: 'app_demo_0001', mchOrderId: 'PO20260101000001', sign: 'x' });
    expect(canonical).toBe('appId=app_demo_0001&mchOrderId=PO20260101000001');
    expect(isRsaSign(canonical, rsaKey('public', PUBLIC_KEY), GET_SIGN)).toBe(true);
    const fields = { appId: 'app_demo_0001', mchOrderId: 'PO20260101000001', sign: GET_SIGN };
    expect(queryString(fields)).toBe(GET_QUERY);
  });

  test('1.5 a param envelope', () => {
    const param =
      '{"mchOrderId":"CK20260101000001","amount":50000,"currency":"PHP","settlementCurrency":"PHP","countryCode":"PH","timestamp":1767240000000}';
    const canonical = canonicalString({ appId: 'app_demo_0001', param });
    expect(canonical).toBe(`appId=app_demo_0001&param=${param}`);
    expect(isRsaSign(canonical, rsaKey('public', PUBLIC_KEY), PARAM_SIGN)).toBe(true);
  });
});

test('any query is read back as the fields that were signed', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[A-Za-z]\w{0,8}$/u), text), (fields) => {
      const received = Object.fromEntries(new URLSearchParams(queryString(fields)));
      expect(canonicalString(received)).toBe(canonicalString(fields));
    }),
  );
});

describe('the canonical string', () => {
  test.each([
    [
      '0 and false stay, null and "" drop out',
      '{"a":0,"b":false,"c":null,"d":"","e":true}',
      'a=0&b=false&e=true',
    ],
    ['nothing at all', '{"sign":"x","a":null}', ''],
    ['ASCII order, upper case first', '{"b":1,"a":2,"Z":3,"a1":4,"_":5}', 'Z=3&_=5&a=2&a1=4&b=1'],
    [
      'numbers digit for digit',
      '{"a":12345678901234567890,"b":1.50,"c":-0}',
      'a=12345678901234567890&b=1.50&c=-0',
    ],
    [
      'text raw: no trimming, no encoding',
      '{"a":" x/y+ ","b":"ñ 你好 😀","c":"\\u00e9"}',
      'a= x/y+ &b=ñ 你好 😀&c=é',
    ],
    [
      'nested values compact, in the order sent',
      '{"a": {"z" : 1.0, "b": ["é/", null ]}}',
      'a={"z":1.0,"b":["é/",null]}',
    ],
  ])('%s', (_what, json, canonical) => {
    expect(canonicalString(fields(json))).toBe(canonical);
  });

  test('refuses what has no text', () => {
    expect(() => canonicalString({ a: Symbol('x') })).toThrow('cannot be signed');
  });
});

describe('keys', () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const oneLine = pair.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');

  test.each([
    ['PEM', pem],
    ['PEM with written line ends', pem.replaceAll('\n', '\\n')],
    ['one-line Base64', oneLine],
    ['Base64 with blanks around', ` ${oneLine}\n`],
  ])('a private key as %s signs', (_form, privateKey) => {
    const sign = requestSigner('RSA_SHA256', { privateKey })('a=1&ñ=2');
    expect(verify('RSA-SHA256', Buffer.from('a=1&ñ=2'), pair.publicKey, Buffer.from(sign, 'base64'))).toBe(
      true,
    );
    expect(sign).toMatch(/^[A-Za-z0-9+/]+={0,2}$/u);
  });

  test('a public key as PEM or Base64 is the same key', () => {
    const publicPem = createPublicKey(pair.publicKey.export({ type: 'spki', format: 'pem' })).export({
      type: 'spki',
      format: 'der',
    });
    const read = rsaKey('public', publicPem.toString('base64'));
    expect(read.equals(pair.publicKey)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['a word', 'hunter2secret'],
    [
      'another kind of key',
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
    [
      'too short a key',
      generateKeyPairSync('rsa', { modulusLength: 1024 })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
    ],
  ])('%s is refused without repeating it', (_what, privateKey) => {
    let said = '';
    try {
      requestSigner('RSA_SHA256', { privateKey });
    } catch (error) {
      said = String(error);
    }
    expect(said).toMatch(/private key (?:is not an RSA key|has 1024 bits)/u);
    expect(said).not.toContain('hunter2secret');
  });

  test('the secret mode needs its secret', () => {
    expect(() => requestSigner('SHA1_SECRET', { requestSecret: '' })).toThrow('needs the request secret');
  });
});

describe('comparing signs', () => {
  const sign = sha1WithSecret('a=1', 's');

  test.each([
    [sign, true],
    [sign.toUpperCase(), true],
    [sign.slice(1), false],
    [`${sign}0`, false],
    ['', false],
    ['é'.repeat(20), false],
  ])('%j', (given, same) => {
    expect(isSha1Sign('a=1', 's', given)).toBe(same);
  });

  test.each(['', '%%%', 'AAAA', POST_SIGN.slice(4)])('RSA %j is false, not a throw', (given) => {
    expect(isRsaSign(POST_CANONICAL, rsaKey('public', PUBLIC_KEY), given)).toBe(false);
  });
});
