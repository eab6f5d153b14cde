import { createHash, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalString, isRsaSigned, isSha1Signed, readPublicKey, rsaSign, sha1Sign } from './signature';
import { readJsonFields, readQueryFields } from './wire-json';

const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArhTcDuGi30e6gFK7H8BKnmJ+lL+V+BsLZbKmqj6+ks2bdImOpew4LRfyv0nD7vZGEhnJiv2EvPlcpq/d9ILe6j9mhG/wQzBmOgQQhIFS72aKOpxPC4zcekF/LLH262++yzczb1u8bz0euWXva69N0qgUxuue+MEJOhBf5I2RL4r3r+vcROsdjXwvrIcH+cdFS8aNp4pWt2QL0dzNTdKF5KKyMrkWecYLoX/04mFa7YrxvGqnCj965dgfpAZ39NHWd8vto8wx2+6UPMRPJrggesRjiH3psnl1LeIsNGuskknPSvYyI6noy3Fl7BtIscsVoSq+aQyl5dM3NyKHgAnOrwIDAQAB';
const SIGN_1_3 =
  'BA7gPc6m+okAcXblIXoyhzcunW/CEvhX0MzgQhC7fr0LzPVyyTyBK3/Jj+VJdut5ctN04KEJO9dn8bAUzNQeSDwbZh9Gvb2iOmooa2bRrq9Sh2IfjpsLTaeYYvY7UXwkSWYXskeFlYyaxhkUPlKv7vhbPV+ejufpEJL4uEXDQEfupAe6GgWvIAe09ZI1UukoEqym16ijmfINOvXZs9wFUQAkxdq5fRwLpsBV1gwp1r80LWAkVM0lHwc3lnNddqDJXFSIVB7N04koFGP+3IVivtC4bLSSZaiiwbLca1TWzs7b50ZDBt6Hypx8gST1uHnda1oTkkWoe9SQbSlU6bV9kQ==';
const QUERY_1_4 =
  'appId=app_demo_0001&mchOrderId=PO20260101000001&sign=cViQcBckCzHJTzO9N1xpd7pmdVA%2FKl%2Fby8%2Fo9Kfo0N6EwVPd3mgo5YHXrQFg9hbzuUeJYw0DOjz7REL0qz68zTA083000szQtsjKU8W8WxVn3bCLJ86%2FlC6h6FQGHIRCJz1Y3k%2FrtGaQjR3OCghvz5b1py4Ct3pO%2FvIu2KoOF7NZY6hE2B%2Fh2ijvNZw%2FsAsoQ%2F036nmizycmK2rOmGIvCN3iHo29dTWWsLhi336pc3I58SDQqB3N%2FNlZF%2FzgOZtx52gx%2BbaT6Q7xhaozvv2%2BsGGy9%2BT4jJy%2FPKbE0S9NowZ9v9CUDwOIpxyOgV69UG9qSLVCvmSiKmsGMm%2B8j6Lnzg%3D%3D';
const SIGN_1_5 =
  'mCcp7VcCWSoQgqb2MUwOsebTRS/IEJJYkmyzON+nk0hoFrjyfhzRv1Xu4paShWcRWRXF6frYudOWIUEWYio7pfVNrlX24BIGWlntxbLsXIKADFHXPxEy4XIeRufPankwmdEQkO8dpYAPwoQu/jjFmkLNFVR+u9+CqC7j2m6RWyAnwPwfomkW9crnpQZyUm1ty9x7TN48K5Vy558kank99paCPSzYJVVVb7hWGO0mVO33uq2zschwB2oJH6cS/0B6I6sH5oMX0rA0aqUtlrHMgImqCOVg6Tb+wyOb/tf1iAr6ha3GABHg+aUDvYoLSFJ5gBSKYOitVatja/Az0Vpw5A==';

function canonicalOf(json: string): string {
  const fields = readJsonFields(Buffer.from(json, 'utf8'));
  if (fields === null) throw new Error('the example is not JSON');
  return canonicalString(fields);
}

function exampleKey() {
  const key = readPublicKey(PUBLIC_KEY);
  if (key === null) throw new Error('the example key cannot be read');
  return key;
}

test('the callback of 1.2 has the documented string and signature', () => {
  const canonical =
    canonicalOf(`{"eventName":"disbursement.success","mchOrderId":"PO20260101000001","transactionId":"D2026010112000000001",
 "amount":125050,"transactionStatus":"COMPLETE","createTime":"2026-01-01 12:00:00","returnTime":"2026-01-01 12:00:41",
 "failedCode":null,"failedMessage":null,"remark":"Salary run 7","sign":"a68a06343038ec73f2b846b13772f08e38d35c04"}`);
  expect(canonical).toBe(
    'amount=125050&createTime=2026-01-01 12:00:00&eventName=disbursement.success&mchOrderId=PO20260101000001&remark=Salary run 7&returnTime=2026-01-01 12:00:41&transactionId=D2026010112000000001&transactionStatus=COMPLETE',
  );
  expect(sha1Sign(canonical, 'demo-callback-secret-0001')).toBe('a68a06343038ec73f2b846b13772f08e38d35c04');
});

test('the request of 1.3 has the documented string, digest and both signatures', () => {
  const canonical =
    canonicalOf(`{"appId":"app_demo_0001","appName":"Demo Store","mchOrderId":"PO20260101000001","idempotencyId":"IDEM20260101000001",
 "amount":125050,"accountNo":"09170000001","accountName":"Juan Dela Cruz","payMethodCode":"EWALLET",
 "bankCode":"","ewalletCode":"GCASH","remark":"Salary run 7","email":null}`);
  expect(canonical).toBe(
    'accountName=Juan Dela Cruz&accountNo=09170000001&amount=125050&appId=app_demo_0001&appName=Demo Store&ewalletCode=GCASH&idempotencyId=IDEM20260101000001&mchOrderId=PO20260101000001&payMethodCode=EWALLET&remark=Salary run 7',
  );
  expect(createHash('sha256').update(canonical, 'utf8').digest('hex')).toBe(
    '7289bae2fe5e0a2b2d079e5bf48d4a2f2c929b4c7255abcae7ab5de6f901ece1',
  );
  expect(isRsaSigned(canonical, exampleKey(), SIGN_1_3)).toBe(true);
  expect(sha1Sign(canonical, 'demo-request-secret-0001')).toBe('b3287f036833272ced7a0512e3f6c4d44b7b7fb5');
});

test('the query of 1.4 is decoded before it is signed', () => {
  const fields = readQueryFields(new URLSearchParams(QUERY_1_4));
  const canonical = canonicalString(fields ?? new Map());
  expect(canonical).toBe('appId=app_demo_0001&mchOrderId=PO20260101000001');
  expect(isRsaSigned(canonical, exampleKey(), fields?.get('sign')?.text ?? '')).toBe(true);
});

test('the envelope of 1.5 is signed with its param text as it was sent', () => {
  const param =
    '{"mchOrderId":"CK20260101000001","amount":50000,"currency":"PHP","settlementCurrency":"PHP","countryCode":"PH","timestamp":1767240000000}';
  const canonical = canonicalOf(JSON.stringify({ appId: 'app_demo_0001', param }));
  expect(canonical).toBe(`appId=app_demo_0001&param=${param}`);
  expect(isRsaSigned(canonical, exampleKey(), SIGN_1_5)).toBe(true);
});

test.each([
  ['zero and false stay, null and empty text go', '{"a":0,"b":false,"c":null,"d":""}', 'a=0&b=false'],
  ['capitals sort before small letters', '{"b":1,"B":2,"a":3,"_":4}', 'B=2&_=4&a=3&b=1'],
  ['values are neither trimmed nor escaped', '{"a":" x&y=z ","b":"\\u20b1 \\/"}', 'a= x&y=z &b=₱ /'],
  [
    'nested members keep their raw text',
    '{"a":{ "z":1, "b":[1.50] },"b":[ ]}',
    'a={ "z":1, "b":[1.50] }&b=[ ]',
  ],
  ['numbers keep their digits', '{"a":12345678901234567890,"b":1.50}', 'a=12345678901234567890&b=1.50'],
  ['a brace inside a text ends nothing', '{"a":{"x":"}\\"]"},"b":1}', 'a={"x":"}\\"]"}&b=1'],
  ['the signature itself is left out', '{"sign":"x","a":1}', 'a=1'],
])('%s', (_, json, canonical) => {
  expect(canonicalOf(json)).toBe(canonical);
});

test('an RSA signature is made and read back, and every change of text or signature breaks it', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const sign = rsaSign('a=1', privateKey);
  expect(isRsaSigned('a=1', publicKey, sign)).toBe(true);
  expect(isRsaSigned('a=2', publicKey, sign)).toBe(false);
  expect(isRsaSigned('a=1', publicKey, `${sign} `)).toBe(false);
  expect(isRsaSigned('a=1', exampleKey(), sign)).toBe(false);
});

test('a hex signature is read in either case and refused when one digit differs', () => {
  const sign = sha1Sign('a=1', 'secret');
  expect(isSha1Signed('a=1', 'secret', sign.toUpperCase())).toBe(true);
  expect(isSha1Signed('a=1', 'secret', sign.slice(0, 39))).toBe(false);
  expect(isSha1Signed('a=1', 'other', sign)).toBe(false);
});

test('a public key is read from PEM and from one line, and a short one is refused', () => {
  const long = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
  const pem = long.export({ type: 'spki', format: 'pem' }).toString();
  expect(readPublicKey(pem)?.equals(long)).toBe(true);
  expect(readPublicKey(short.export({ type: 'spki', format: 'pem' }).toString())).toBeNull();
  expect(readPublicKey('not a key')).toBeNull();
});
