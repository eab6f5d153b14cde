import 'server-only';

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { secretsEnv } from '../env';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a stored secret (AES-256-GCM); `context` binds it to its row, so that it opens nowhere else. */
export function seal(plain: string, context: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', secretsEnv().encryptionKey, iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Uint8Array.from(Buffer.concat([iv, cipher.getAuthTag(), body]));
}

/** Throws where the key, the context or a byte is not the one it was sealed with. */
export function unseal(sealed: Uint8Array, context: string): string {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', secretsEnv().encryptionKey, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
}
