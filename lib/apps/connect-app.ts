import 'server-only';

import { writeAudit } from '../audit/write-audit';
import { systemAuthor } from '../auth/actor';
import { db } from '../db/client';
import type { GatewayProfile, SignMode } from '../db/generated/enums';
import { SettingsError } from '../env';
import { seal } from './secret-box';

export type AppSettings = Readonly<{
  appId: string;
  appName: string;
  baseUrl: string;
  privateKey: string;
  callbackSecret: string;
  requestSecret?: string | undefined;
  callbackPublicKey?: string | undefined;
  requestSignMode?: SignMode;
  callbackSignMode?: SignMode;
  profile?: GatewayProfile;
  othersCreateOrders?: boolean;
}>;

/** Creates or updates the app's row, its keys encrypted. An appId that belongs to another merchant is refused. */
export async function connectApp(merchantId: string, settings: AppSettings): Promise<void> {
  const { appId } = settings;
  const values = {
    appName: settings.appName,
    baseUrl: settings.baseUrl,
    callbackPublicKey: settings.callbackPublicKey ?? null,
    privateKeyEncrypted: seal(settings.privateKey, `${appId}:private-key`),
    callbackSecretEncrypted: seal(settings.callbackSecret, `${appId}:callback-secret`),
    requestSecretEncrypted: settings.requestSecret
      ? seal(settings.requestSecret, `${appId}:request-secret`)
      : null,
    ...(settings.requestSignMode && { requestSignMode: settings.requestSignMode }),
    ...(settings.callbackSignMode && { callbackSignMode: settings.callbackSignMode }),
    ...(settings.profile && { profile: settings.profile }),
    ...(settings.othersCreateOrders !== undefined && { othersCreateOrders: settings.othersCreateOrders }),
  };
  await db().$transaction(async (tx) => {
    const existing = await tx.gatewayApp.findUnique({ where: { appId }, select: { merchantId: true } });
    if (existing && existing.merchantId !== merchantId) {
      throw new SettingsError(
        `PAYCOOLS_APP_ID ${appId} already belongs to another merchant or mode of this installation.`,
      );
    }
    await tx.gatewayApp.upsert({
      where: { appId },
      create: { appId, merchantId, ...values },
      update: values,
    });
    if (!existing) {
      await writeAudit(tx, systemAuthor('start', merchantId), {
        action: 'app.connected',
        subjectType: 'app',
        subjectId: appId,
        detail: { appId, baseUrl: settings.baseUrl },
      });
    }
  });
}
