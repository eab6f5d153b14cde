import { createOwnerLink } from '../auth/one-time-link';
import { connectApp } from '../apps/connect-app';
import { connectMerchant } from '../apps/connect-merchant';
import { parseManilaDay } from '../dates/manila-day';
import { DEMO_MERCHANT_ID, DEMO_PEOPLE } from '../demo/demo-people';
import { fillBooks } from '../demo/fill-books';
import { fillPeople, requireDemoDatabase } from '../demo/fill-people';
import { openDemoApp } from '../demo/open-demo-app';
import { paycoolsEnv, paycoolsModeEnv, secretsEnv, SettingsError } from '../env';
import { keptDemoApp, keptPasswords } from './kept-secrets';

/** What the start says at the end. */
export type Ready =
  | Readonly<{
      kind: 'demo';
      accounts: readonly Readonly<{ email: string; role: string; password: string }>[];
    }>
  | Readonly<{ kind: 'connected'; appName: string; ownerLink: string | null; polling: boolean }>;

/** The demo merchant, its people and its app at the sandbox. */
export async function prepareDemo(dataFolder: string, sandboxUrl: string, publicUrl: string): Promise<Ready> {
  await requireDemoDatabase();
  const passwords = keptPasswords(
    dataFolder,
    DEMO_PEOPLE.map(({ email }) => email),
  );
  await fillPeople(passwords);
  const app = keptDemoApp(dataFolder, sandboxUrl);
  await openDemoApp(app, publicUrl);
  await connectApp(DEMO_MERCHANT_ID, app);
  const lastDay = parseManilaDay(app.historyEndDate);
  if (lastDay) await fillBooks({ sandboxUrl, appId: app.appId, lastDay });
  return {
    kind: 'demo',
    accounts: DEMO_PEOPLE.map(({ email, role }) => ({ email, role, password: passwords[email] ?? '' })),
  };
}

/** The connected app's row, its keys encrypted; with no person yet, a one-time link for the first owner. */
export async function prepareConnected(publicUrl: string): Promise<Ready> {
  const settings = paycoolsEnv();
  if (!settings) throw new SettingsError('PAYCOOLS_ settings are not set.');
  secretsEnv();
  const merchantId = await connectMerchant(settings.appId, settings.appName, paycoolsModeEnv());
  await connectApp(merchantId, settings);
  const secret = await createOwnerLink(merchantId);
  return {
    kind: 'connected',
    appName: settings.appName,
    ownerLink: secret ? `${publicUrl}/welcome/${secret}` : null,
    polling: !publicUrl.startsWith('https://'),
  };
}
