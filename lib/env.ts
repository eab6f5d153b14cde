import 'server-only';

/**
 * The only reader of `process.env`. One reader per concern, so that a job needs no gateway keys to start.
 * Each throws `SettingsError`, whose message is one sentence naming the setting.
 */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** A setting left empty in a file counts as not set. */
function setting(name: string): string | undefined {
  const value = process.env[name]?.trim();
  return value === '' ? undefined : value;
}

function required(name: string, why: string): string {
  const value = setting(name);
  if (value === undefined) throw new SettingsError(`${name} is not set: ${why}.`);
  return value;
}

function wholeNumber(name: string, fallback: number, max: number): number {
  const text = setting(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new SettingsError(`${name} is ${text}: it must be a whole number from 0 to ${max}.`);
  }
  return value;
}

function urlSetting(name: string, protocols: readonly string[]): string | undefined {
  const text = setting(name);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !protocols.includes(url.protocol)) {
    throw new SettingsError(`${name} is not an address that starts with ${protocols.join('// or ')}//.`);
  }
  return text;
}

export function databaseEnv(): { DATABASE_URL: string } {
  const url = urlSetting('DATABASE_URL', ['postgresql:', 'postgres:']);
  if (url === undefined) throw new SettingsError('DATABASE_URL is not set: start Kaha with npm start.');
  return { DATABASE_URL: url };
}

/** Secrets of this installation: the key that signs sessions and the key that encrypts stored secrets. */
export function secretsEnv(): { sessionSecret: string; encryptionKey: Buffer } {
  const encryptionKey = Buffer.from(
    required('KAHA_ENCRYPTION_KEY', 'it encrypts the keys of PayCools apps'),
    'base64',
  );
  if (encryptionKey.length !== 32) {
    throw new SettingsError(
      'KAHA_ENCRYPTION_KEY must be 32 random bytes in base64 (openssl rand -base64 32).',
    );
  }
  return { sessionSecret: required('NEXTAUTH_SECRET', 'it signs sessions'), encryptionKey };
}

/** Where people and PayCools reach this installation, without a slash at the end. */
export function publicUrl(): string {
  const fallback = `http://localhost:${portEnv()}`;
  return (urlSetting('PUBLIC_URL', ['http:', 'https:']) ?? fallback).replace(/\/+$/, '');
}

export function portEnv(): number {
  return wholeNumber('PORT', 3000, 65_535);
}

/** 1 in real life; 600 makes every waiting time 600 times shorter, for tests and harnesses. */
export function timeScaleEnv(): number {
  return Math.max(1, wholeNumber('KAHA_TIME_SCALE', 1, 100_000));
}

/** What the start script needs; `undefined` where it has a default of its own. */
export function launchEnv() {
  return {
    port: portEnv(),
    host: setting('HOST') ?? '127.0.0.1',
    publicUrl: publicUrl(),
    publicUrlIsSet: setting('PUBLIC_URL') !== undefined,
    databaseUrl: urlSetting('DATABASE_URL', ['postgresql:', 'postgres:']),
    sandboxPort: wholeNumber('SANDBOX_PORT', 0, 65_535),
    dataFolder: setting('KAHA_DATA_DIR') ?? '.data',
    buildFolder: setting('KAHA_BUILD_DIR') ?? '.next',
    isDemo: paycoolsEnv() === null,
    inherited: process.env,
  };
}

export function sandboxEnv() {
  const databaseUrl = urlSetting('SANDBOX_DATABASE_URL', ['postgresql:', 'postgres:']);
  if (databaseUrl === undefined) {
    throw new SettingsError('SANDBOX_DATABASE_URL is not set: start the sandbox with npm start.');
  }
  return {
    databaseUrl,
    port: wholeNumber('SANDBOX_PORT', 4010, 65_535),
    host: '127.0.0.1',
    timeScale: timeScaleEnv(),
  };
}

const PAYCOOLS_NEEDED = [
  'PAYCOOLS_BASE_URL',
  'PAYCOOLS_APP_ID',
  'PAYCOOLS_APP_NAME',
  'PAYCOOLS_PRIVATE_KEY',
  'PAYCOOLS_CALLBACK_SECRET',
] as const;
const SIGN_MODES = ['RSA_SHA256', 'SHA1_SECRET'] as const;
const PROFILES = ['PH_FLAT'] as const;

/** The connected PayCools app, or null where nothing of it is set (demo mode). Half set is refused. */
export function paycoolsEnv() {
  const missing = PAYCOOLS_NEEDED.filter((name) => setting(name) === undefined);
  if (missing.length === PAYCOOLS_NEEDED.length) return null;
  if (missing.length > 0) {
    throw new SettingsError(
      `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not set, but other PAYCOOLS_ settings are: set all of them to connect a PayCools app, or none for the demo.`,
    );
  }
  const baseUrl = urlSetting('PAYCOOLS_BASE_URL', ['http:', 'https:']) ?? '';
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    appId: setting('PAYCOOLS_APP_ID') ?? '',
    appName: setting('PAYCOOLS_APP_NAME') ?? '',
    // One line in an environment file: \n stands for the line breaks of a PEM.
    privateKey: (setting('PAYCOOLS_PRIVATE_KEY') ?? '').replaceAll('\\n', '\n'),
    callbackSecret: setting('PAYCOOLS_CALLBACK_SECRET') ?? '',
    requestSecret: setting('PAYCOOLS_REQUEST_SECRET'),
    callbackPublicKey: setting('PAYCOOLS_CALLBACK_PUBLIC_KEY'),
    requestSignMode: choice('PAYCOOLS_REQUEST_SIGN_MODE', SIGN_MODES, 'RSA_SHA256'),
    callbackSignMode: choice('PAYCOOLS_CALLBACK_SIGN_MODE', SIGN_MODES, 'SHA1_SECRET'),
    profile: choice('PAYCOOLS_PROFILE', PROFILES, 'PH_FLAT'),
  };
}

/** Live or test, which a connected installation must say. */
export function paycoolsModeEnv(): 'LIVE' | 'TEST' {
  const text = required('PAYCOOLS_MODE', 'say live or test');
  if (text !== 'live' && text !== 'test')
    throw new SettingsError(`PAYCOOLS_MODE is ${text}: it must be live or test.`);
  return text === 'live' ? 'LIVE' : 'TEST';
}

function choice<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
  const text = setting(name);
  if (text === undefined) return fallback;
  const value = values.find((each) => each === text);
  if (value === undefined) throw new SettingsError(`${name} is ${text}: it must be ${values.join(' or ')}.`);
  return value;
}
