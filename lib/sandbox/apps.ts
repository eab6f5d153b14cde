import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Sql } from './database';
import type { HistoryOrder } from './history/history-order';
import type { RefundRule } from './channels';
import type { SignMode } from './signature';

/** Requests each second; a statement request is counted in both buckets. */
type AppLimits = Readonly<{ requestsPerSecond: number; burst: number; statementsPerSecond: number }>;

/** The switches of an app that the document leaves to PayCools' side. */
export type AppSettings = Readonly<{
  closedChannels: readonly string[];
  ipAllowList: readonly string[];
  refundsAllowed: boolean;
  refundRules: Readonly<Record<string, RefundRule>>;
  feeOnRefund: 'KEPT' | 'PROPORTIONAL';
}>;

/** One merchant application as the gateway knows it. */
export type App = Readonly<{
  appId: string;
  appName: string;
  merchant: string;
  publicKey: string | null;
  requestSecret: string;
  requestSignMode: SignMode;
  callbackSecret: string;
  callbackSignMode: SignMode;
  callbackPrivateKey: string | null;
  callbackUrl: string | null;
  qrCallbackUrl: string | null;
  transferCallbackUrl: string | null;
  limits: AppLimits;
  settings: AppSettings;
  history: HistoryOrder | null;
  timeScale: number;
}>;

/** What may be said about an app; everything left out keeps its value or takes the default. */
export type AppChange = { readonly [Key in keyof Omit<App, 'history'>]?: App[Key] | undefined };

type AppRow = {
  app_id: string;
  app_name: string;
  merchant: string;
  public_key: string | null;
  request_secret: string;
  request_sign_mode: SignMode;
  callback_secret: string;
  callback_sign_mode: SignMode;
  callback_private_key: string | null;
  callback_url: string | null;
  qr_callback_url: string | null;
  transfer_callback_url: string | null;
  limits: AppLimits;
  settings: AppSettings;
  history: HistoryOrder | null;
  time_scale: number;
};

/** The limits of section 0. */
const DEFAULT_LIMITS: AppLimits = { requestsPerSecond: 20, burst: 40, statementsPerSecond: 1 };

/** Everything open, every caller allowed, refunds as the channel table says. */
export const DEFAULT_SETTINGS: AppSettings = {
  closedChannels: [],
  ipAllowList: [],
  refundsAllowed: true,
  refundRules: {},
  feeOnRefund: 'KEPT',
};

/** The app of an id, or null. */
export async function findApp(sql: Sql, appId: string): Promise<App | null> {
  const { rows } = await sql.query<AppRow>('SELECT * FROM sandbox.apps WHERE app_id = $1', [appId]);
  const row = rows[0];
  return row === undefined ? null : appOf(row);
}

/** Holds the app's row until the transaction ends, so that its balance and its ids change one at a time. */
export async function lockApp(tx: Sql, appId: string): Promise<bigint> {
  const { rows } = await tx.query<{ balance: string }>(
    'SELECT balance FROM sandbox.apps WHERE app_id = $1 FOR NO KEY UPDATE',
    [appId],
  );
  return BigInt(rows[0]?.balance ?? '0');
}

/** Creates the app or changes what is named; the same change twice is the same app. */
export async function saveApp(tx: Sql, change: AppChange, processTimeScale: number): Promise<App> {
  const appId = change.appId ?? randomBytes(16).toString('hex');
  const app = completeApp(appId, change, await findApp(tx, appId), processTimeScale);
  await tx.query(
    `INSERT INTO sandbox.apps (app_id, app_name, merchant, public_key, request_secret, request_sign_mode, callback_secret,
       callback_sign_mode, callback_private_key, callback_url, qr_callback_url, transfer_callback_url, limits, settings, time_scale)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     ON CONFLICT (app_id) DO UPDATE SET app_name = $2, merchant = $3, public_key = $4, request_secret = $5,
       request_sign_mode = $6, callback_secret = $7, callback_sign_mode = $8, callback_private_key = $9, callback_url = $10,
       qr_callback_url = $11, transfer_callback_url = $12, limits = $13, settings = $14, time_scale = $15`,
    [
      app.appId,
      app.appName,
      app.merchant,
      app.publicKey,
      app.requestSecret,
      app.requestSignMode,
      app.callbackSecret,
      app.callbackSignMode,
      app.callbackPrivateKey,
      app.callbackUrl,
      app.qrCallbackUrl,
      app.transferCallbackUrl,
      JSON.stringify(app.limits),
      JSON.stringify(app.settings),
      app.timeScale,
    ],
  );
  return app;
}

function completeApp(appId: string, change: AppChange, known: App | null, processTimeScale: number): App {
  const callbackSignMode = change.callbackSignMode ?? known?.callbackSignMode ?? 'SHA1_SECRET';
  return {
    appId,
    appName: change.appName ?? known?.appName ?? 'Demo Store',
    merchant: change.merchant ?? known?.merchant ?? `merchant of ${appId}`,
    publicKey: change.publicKey ?? known?.publicKey ?? null,
    requestSecret: change.requestSecret ?? known?.requestSecret ?? randomBytes(24).toString('hex'),
    requestSignMode: change.requestSignMode ?? known?.requestSignMode ?? 'RSA_SHA256',
    callbackSecret: change.callbackSecret ?? known?.callbackSecret ?? randomBytes(24).toString('hex'),
    callbackSignMode,
    callbackPrivateKey:
      known?.callbackPrivateKey ?? (callbackSignMode === 'RSA_SHA256' ? newPrivateKey() : null),
    callbackUrl: orKnown(change.callbackUrl, known?.callbackUrl),
    qrCallbackUrl: orKnown(change.qrCallbackUrl, known?.qrCallbackUrl),
    transferCallbackUrl: orKnown(change.transferCallbackUrl, known?.transferCallbackUrl),
    limits: change.limits ?? known?.limits ?? DEFAULT_LIMITS,
    settings: change.settings ?? known?.settings ?? DEFAULT_SETTINGS,
    history: known?.history ?? null,
    timeScale: change.timeScale ?? known?.timeScale ?? processTimeScale,
  };
}

// An address may be taken away again, so null is a value of its own here.
function orKnown(changed: string | null | undefined, known: string | null | undefined): string | null {
  return changed === undefined ? (known ?? null) : changed;
}

function newPrivateKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;
}

function appOf(row: AppRow): App {
  return {
    appId: row.app_id,
    appName: row.app_name,
    merchant: row.merchant,
    publicKey: row.public_key,
    requestSecret: row.request_secret,
    requestSignMode: row.request_sign_mode,
    callbackSecret: row.callback_secret,
    callbackSignMode: row.callback_sign_mode,
    callbackPrivateKey: row.callback_private_key,
    callbackUrl: row.callback_url,
    qrCallbackUrl: row.qr_callback_url,
    transferCallbackUrl: row.transfer_callback_url,
    limits: row.limits,
    settings: row.settings,
    history: row.history,
    timeScale: row.time_scale,
  };
}
