import 'server-only';

import { db } from '../db/client';
import type { MerchantMode } from '../db/generated/enums';
import { SettingsError } from '../env';

/** The merchant that owns the connected app, made on the first start. Live and test never mix. */
export async function connectMerchant(appId: string, appName: string, mode: MerchantMode): Promise<string> {
  const app = await db().gatewayApp.findUnique({ where: { appId }, include: { merchant: true } });
  if (app && app.merchant.mode !== mode) {
    throw new SettingsError(
      `PAYCOOLS_MODE is ${mode.toLowerCase()}, but app ${appId} was connected as ${app.merchant.mode.toLowerCase()}: a merchant is live or test for ever.`,
    );
  }
  if (app) return app.merchantId;
  const sameMode = await db().merchant.findFirst({ where: { mode }, orderBy: { createdAt: 'asc' } });
  return (sameMode ?? (await db().merchant.create({ data: { name: appName, mode } }))).id;
}
