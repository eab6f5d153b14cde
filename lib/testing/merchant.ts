import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';

import { connectApp } from '../apps/connect-app';
import type { Actor } from '../auth/actor';
import type { Role } from '../auth/permissions';
import { db } from '../db/client';
import { createSandboxApp, sandboxAddress, type SandboxControl } from './sandbox-control';

// Making an RSA key takes longer than a test: one pair serves a process.
let keys: { publicKey: string; privateKey: string } | undefined;

function appKeys() {
  keys ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return keys;
}

export type TestMerchant = Readonly<{
  actor: Actor;
  appId: string;
  appName: string;
  callbackSecret: string;
  sandbox: SandboxControl;
  /** Another person of the same merchant. */
  colleague: (role: Role) => Promise<Actor>;
}>;

type Options = Readonly<{
  role?: Role;
  othersCreateOrders?: boolean;
  /** Anything else that `POST /_sandbox/apps` takes: limits, openingBalance, history, callbackUrl, … */
  sandboxApp?: Readonly<Record<string, unknown>>;
}>;

/** A merchant nobody else has, with its own app at the sandbox: tests share a database, never data. */
export async function aMerchant({
  role = 'OWNER',
  othersCreateOrders = true,
  sandboxApp = {},
}: Options = {}): Promise<TestMerchant> {
  const merchant = await db().merchant.create({ data: { name: 'Sari-Sari Test', mode: 'TEST' } });
  const callbackSecret = randomBytes(12).toString('hex');
  const appName = 'Sari Sari Test';
  const appId = randomBytes(16).toString('hex');
  const publicUrl = process.env['PUBLIC_URL'];
  const callbackUrl = publicUrl ? `${publicUrl}/api/callbacks/${appId}` : undefined;
  const sandbox = await createSandboxApp({
    appId,
    appName,
    ...(callbackUrl && { callbackUrl, qrCallbackUrl: callbackUrl, transferCallbackUrl: callbackUrl }),
    merchant: merchant.id,
    publicKey: appKeys().publicKey,
    callbackSecret,
    limits: { requestsPerSecond: 500, burst: 1000, statementsPerSecond: 100 },
    openingBalance: '100000000',
    ...sandboxApp,
  });
  await connectApp(merchant.id, {
    appId,
    appName,
    baseUrl: sandboxAddress(),
    privateKey: appKeys().privateKey,
    callbackSecret,
    othersCreateOrders,
  });
  const join = (as: Role) => aPerson(merchant.id, as);
  return { actor: await join(role), appId, appName, callbackSecret, sandbox, colleague: join };
}

async function aPerson(merchantId: string, role: Role): Promise<Actor> {
  const person = await db().person.create({
    data: {
      email: `${randomUUID()}@kaha.test`,
      name: `${role.charAt(0)}${role.slice(1).toLowerCase()} Reyes`,
      memberships: { create: { merchantId, role } },
    },
  });
  return { userId: person.id, merchantId, role };
}
