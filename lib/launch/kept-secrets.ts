import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

import { addDays, manilaDayOf } from '../dates/manila-day';

const Secrets = z.object({ sessionSecret: z.string(), encryptionKey: z.string() });

/** Secrets of the demo, made at the first start and kept in the data folder. */
export function keptSecrets(dataFolder: string): z.infer<typeof Secrets> {
  return keep(path.join(dataFolder, 'secrets.json'), Secrets, () => ({
    sessionSecret: randomBytes(32).toString('base64'),
    encryptionKey: randomBytes(32).toString('base64'),
  }));
}

const DemoApp = z.object({
  baseUrl: z.string(),
  appId: z.string(),
  appName: z.string(),
  privateKey: z.string(),
  publicKey: z.string(),
  callbackSecret: z.string(),
  /** The last full day of the history that the sandbox makes up: the day before the first start. */
  historyEndDate: z.string(),
});
export type DemoApp = z.infer<typeof DemoApp>;

/** Keys of the demo's PayCools app; the command line reads the same file. */
export function keptDemoApp(dataFolder: string, baseUrl: string): DemoApp {
  const file = path.join(dataFolder, 'demo-app.json');
  const kept = keep(file, DemoApp, () => ({
    baseUrl,
    appId: randomBytes(16).toString('hex'),
    appName: 'Sari Sari Online',
    callbackSecret: randomBytes(16).toString('hex'),
    historyEndDate: addDays(manilaDayOf(new Date()), -1),
    ...generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    }),
  }));
  const app = { ...kept, baseUrl };
  write(file, app);
  return app;
}

const Passwords = z.record(z.string(), z.string());
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** One random password per demo account, the same at every start. */
export function keptPasswords(dataFolder: string, emails: readonly string[]): Record<string, string> {
  const file = path.join(dataFolder, 'demo-accounts.json');
  const kept: Record<string, string> = keep(file, Passwords, () => ({}));
  const all = Object.fromEntries(emails.map((email) => [email, kept[email] ?? readablePassword()]));
  write(file, all);
  return all;
}

function readablePassword(): string {
  const letters = Array.from(randomBytes(12), (byte) => READABLE.charAt(byte % READABLE.length));
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].map((part) => part.join('')).join('-');
}

function keep<Value>(file: string, schema: z.ZodType<Value>, make: () => Value): Value {
  if (existsSync(file)) return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made = make();
  mkdirSync(path.dirname(file), { recursive: true });
  write(file, made);
  return made;
}

function write(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
}
