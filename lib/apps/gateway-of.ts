import 'server-only';

import { db } from '../db/client';
import type { GatewayApp } from '../db/generated/client';
import { AppError } from '../errors';
import { createGateway, type Gateway, type GatewayConfig } from '../gateway';
import { waitingTimes } from '../jobs/waiting-times';
import { unseal } from './secret-box';

/** The client of one of this merchant's apps, its keys opened for this call only. Another merchant's app is not found. */
export async function gatewayOf(merchantId: string, appId: string): Promise<Gateway> {
  const app = await db().gatewayApp.findUnique({ where: { merchantId_appId: { merchantId, appId } } });
  if (!app) throw new AppError('not-found');
  return createGateway(gatewayConfigOf(app));
}

/** The settings of an app's row as the client takes them; also what its callbacks are judged with. */
export function gatewayConfigOf(app: GatewayApp): GatewayConfig {
  const open = (sealed: Uint8Array | null, name: string) =>
    sealed ? unseal(sealed, `${app.appId}:${name}`) : undefined;
  if (app.profile !== 'PH_FLAT')
    throw new Error(`the profile ${app.profile} of app ${app.appId} is not supported`);
  return {
    baseUrl: app.baseUrl,
    appId: app.appId,
    appName: app.appName,
    profile: app.profile,
    requestSignMode: app.requestSignMode,
    callbackSignMode: app.callbackSignMode,
    privateKey: open(app.privateKeyEncrypted, 'private-key'),
    requestSecret: open(app.requestSecretEncrypted, 'request-secret'),
    callbackSecret: open(app.callbackSecretEncrypted, 'callback-secret'),
    callbackPublicKey: app.callbackPublicKey ?? undefined,
    fetch: globalThis.fetch,
    now: () => new Date(),
    timeoutMs: waitingTimes().gatewayDeadline,
  };
}
