import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign as signBytes,
  timingSafeEqual,
  verify as verifyBytes,
  type KeyObject,
} from 'node:crypto';
import type { Fields, Member } from './wire-json';

/** The two signatures of section 1. */
export type SignMode = 'RSA_SHA256' | 'SHA1_SECRET';

/** The string that is signed (1.1): sorted `name=value` without `sign`, nulls and empty texts. */
export function canonicalString(fields: Fields): string {
  return [...fields]
    .filter(([name, member]) => name !== 'sign' && member.kind !== 'null' && !isEmptyText(member))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${name}=${member.text}`)
    .join('&');
}

/** Forty lower-case hexadecimal characters over the canonical string and the secret. */
export function sha1Sign(canonical: string, secret: string): string {
  return createHash('sha1').update(`${canonical}&secret=${secret}`, 'utf8').digest('hex');
}

/** SHA256withRSA over the canonical string, one line of padded Base64. */
export function rsaSign(canonical: string, privateKey: KeyObject): string {
  return signBytes('RSA-SHA256', Buffer.from(canonical, 'utf8'), privateKey).toString('base64');
}

/** Whether a hex signature belongs to the string; upper case is read too, compared in constant time. */
export function isSha1Signed(canonical: string, secret: string, sign: string): boolean {
  const expected = Buffer.from(sha1Sign(canonical, secret), 'utf8');
  const given = Buffer.from(sign.toLowerCase(), 'utf8');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Whether a Base64 RSA signature belongs to the string. */
export function isRsaSigned(canonical: string, publicKey: KeyObject, sign: string): boolean {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(sign)) return false;
  return verifyBytes('RSA-SHA256', Buffer.from(canonical, 'utf8'), publicKey, Buffer.from(sign, 'base64'));
}

/** An RSA public key from PEM or one-line Base64 DER; null when it is neither or shorter than 2048 bits. */
export function readPublicKey(text: string): KeyObject | null {
  try {
    const key = text.includes('-----BEGIN')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text.trim(), 'base64'), format: 'der', type: 'spki' });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === 'rsa' && bits >= 2048 ? key : null;
  } catch {
    return null;
  }
}

/** The private key that signs callbacks in RSA mode, from the PEM that the app row keeps. */
export function readPrivateKey(pem: string): KeyObject {
  return createPrivateKey(pem);
}

function isEmptyText(member: Member): boolean {
  return member.kind === 'text' && member.text === '';
}
