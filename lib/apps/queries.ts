import 'server-only';

import type { Actor } from '../auth/actor';
import { db } from '../db/client';

export type AppName = Readonly<{ appId: string; appName: string }>;

/** The merchant's PayCools apps, the oldest (the usual one) first. */
export async function listApps(actor: Actor): Promise<readonly AppName[]> {
  return db().gatewayApp.findMany({
    where: { merchantId: actor.merchantId },
    orderBy: { createdAt: 'asc' },
    select: { appId: true, appName: true },
  });
}

/** The app that a form means when it names none; null where the merchant has no app at all. */
export async function findDefaultApp(actor: Actor): Promise<AppName | null> {
  return (await listApps(actor))[0] ?? null;
}
