import 'server-only';

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  timingSafeEqual,
  verify as verifyBytes,
} from 'node:crypto';
import { isJsonObject, numberText, writeJson } from '@/lib/gateway/json';

/** How a text is signed (gateway-api.md 1): with a key pair, or with a secret that both sides know. */
export type SignMode = 'RSA_SHA256' | 'SHA1_SECRET';

/** What signs a request. Made by `requestSigner`, so that keys are read and checked once. */
export type Signer = (canonical: string) => string;

const MIN_RSA_BITS = 2048;

/** The text that both sides sign (1.1): sorted `name=value`, joined with `&`, without `sign`, null and `""`. */
export function canonicalString(fields: Readonly<Record<string, unknown>>): string {
  return canonicalOf(Object.entries(fields).map(([name, value]) => [name, fieldText(value)] as const));
}

/** The same from texts that are already written out; null drops the field. */
export function canonicalOf(fields: Iterable<readonly [name: string, text: string | null]>): string {
  return [...fields]
    .filter(([name, text]) => name !== 'sign' && text !== null && text !== '')
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, text]) => `${name}=${text ?? ''}`)
    .join('&');
}

/** A value as the canonical string writes it: raw text, plain digits, `true`/`false`, compact JSON; null drops out. */
export function fieldText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  const digits = numberText(value);
  if (digits !== null) return digits;
  if (Array.isArray(value) || isJsonObject(value)) return writeJson(value);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean')
    return String(value);
  throw new TypeError(`A ${typeof value} cannot be signed.`);
}

/** Makes the signer of requests. Throws a sentence without the key when key or secret cannot be used. */
export function requestSigner(
  mode: SignMode,
  keys: Readonly<{ privateKey?: string | undefined; requestSecret?: string | undefined }>,
): Signer {
  if (mode === 'SHA1_SECRET') {
    const secret = keys.requestSecret ?? '';
    if (secret === '') throw new Error('Signing with SHA1_SECRET needs the request secret.');
    return (canonical) => sha1WithSecret(canonical, secret);
  }
  const key = rsaKey('private', keys.privateKey ?? '');
  return (canonical) => signBytes('RSA-SHA256', Buffer.from(canonical, 'utf8'), key).toString('base64');
}

/** SHA-1 of the canonical string with the secret appended, 40 lower-case hex digits (1.2). */
export function sha1WithSecret(canonical: string, secret: string): string {
  return createHash('sha1').update(`${canonical}&secret=${secret}`, 'utf8').digest('hex');
}

/** Compares in constant time; false, never a throw, for a sign of any other length. */
export function isSha1Sign(canonical: string, secret: string, sign: string): boolean {
  const expected = Buffer.from(sha1WithSecret(canonical, secret), 'utf8');
  const given = Buffer.from(sign.toLowerCase(), 'utf8');
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** True when the Base64 sign over the canonical string was made with the private half of the key. */
export function isRsaSign(canonical: string, publicKey: KeyObject, sign: string): boolean {
  return verifyBytes('RSA-SHA256', Buffer.from(canonical, 'utf8'), publicKey, Buffer.from(sign, 'base64'));
}

/**
 * Reads an RSA key of 2048 bits or more: PEM (line ends may be written `\n`) or one-line Base64 DER
 * (PKCS#8 private, SubjectPublicKeyInfo public). Throws a sentence that never repeats the key.
 */
export function rsaKey(half: 'private' | 'public', text: string): KeyObject {
  const key = readKey(half, text.trim().replaceAll('\\n', '\n'));
  if (key?.asymmetricKeyType !== 'rsa') {
    throw new Error(`The ${half} key is not an RSA key in PEM or one-line Base64.`);
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < MIN_RSA_BITS)
    throw new Error(`The ${half} key has ${bits} bits; PayCools needs ${MIN_RSA_BITS} or more.`);
  return key;
}

function readKey(half: 'private' | 'public', text: string): KeyObject | null {
  try {
    if (text.startsWith('-----')) return half === 'private' ? createPrivateKey(text) : createPublicKey(text);
    const key = Buffer.from(text.replaceAll(/\s/gu, ''), 'base64');
    return half === 'private'
      ? createPrivateKey({ key, format: 'der', type: 'pkcs8' })
      : createPublicKey({ key, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}
