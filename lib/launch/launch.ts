import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';

import { prepareQueues } from '../jobs/queue';
import { launchEnv, paycoolsEnv, SettingsError } from '../env';
import { buildIfChanged } from './build';
import { checkDatabase } from './check-database';
import { keptSecrets } from './kept-secrets';
import { findFreePort, requireFreePort } from './ports';
import { startPostgres } from './postgres';
import { createProcesses } from './processes';
import { applyMigrations } from './schema-engine';
import { step } from './steps';
import { prepareConnected, prepareDemo, type Ready } from './tenants';
import { untilAnswers } from './until-answers';

const OWN_SCRIPT = ['--conditions=react-server', '--import', 'tsx'];
const NEXT = 'node_modules/next/dist/bin/next';

export type Running = Readonly<{ ready: Ready; url: string; env: NodeJS.ProcessEnv }>;
type Undo = () => Promise<void>;
type Options = Readonly<{
  dev: boolean;
  onPartLost: (name: string, lastWords: string) => void;
  /** Settings that the caller decides instead of the environment. */
  settings?: Readonly<Record<string, string>>;
  durable?: boolean;
}>;

/** Starts every part in order; `stop` may be called at any moment, also before `start` is done. */
export function createLaunch(options: Options) {
  const undo: Undo[] = [];
  return {
    start: (): Promise<Running> => startParts(options, undo),
    stop: async (): Promise<void> => {
      for (const one of undo.splice(0).reverse()) await one();
    },
  };
}

async function startParts({ dev, durable = true, ...options }: Options, undo: Undo[]): Promise<Running> {
  Object.assign(process.env, options.settings);
  const settings = launchEnv();
  requireCallbackAddress(settings.publicUrl);
  requireWritable(settings.dataFolder);
  await requireFreePort('PORT', settings.port, settings.host);

  const database =
    settings.databaseUrl ?? (await embedded(settings.dataFolder, settings.isDemo, durable, undo));
  await step('Database', () => checkDatabase(database, settings.databaseUrl !== undefined));
  const secrets = settings.isDemo ? keptSecrets(settings.dataFolder) : undefined;
  const sandboxPort = settings.isDemo ? await pickSandboxPort(settings.sandboxPort) : 0;
  const env: NodeJS.ProcessEnv = {
    ...settings.inherited,
    DATABASE_URL: database,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    NEXTAUTH_URL: settings.publicUrl,
    ...(secrets && { NEXTAUTH_SECRET: secrets.sessionSecret, KAHA_ENCRYPTION_KEY: secrets.encryptionKey }),
    ...(settings.isDemo && {
      SANDBOX_DATABASE_URL: database,
      SANDBOX_PORT: String(sandboxPort),
      SANDBOX_URL: `http://127.0.0.1:${sandboxPort}`,
    }),
  };
  Object.assign(process.env, env);

  await step('Tables', () => migrate(database));
  if (!dev)
    await step(
      'Web application',
      () => buildIfChanged(settings.buildFolder, env),
      (made) => made,
    );

  const processes = createProcesses(options.onPartLost);
  undo.push(() => processes.stop());
  if (settings.isDemo) {
    await step('Sandbox gateway', async () => {
      processes.start({ name: 'sandbox', args: [...OWN_SCRIPT, 'scripts/sandbox.ts'], env });
      await untilAnswers(`http://127.0.0.1:${sandboxPort}/`);
    });
  }
  const ready = settings.isDemo
    ? await step('Demo shop', () =>
        prepareDemo(settings.dataFolder, `http://127.0.0.1:${sandboxPort}`, settings.publicUrl),
      )
    : await step('PayCools app', () => prepareConnected(settings.publicUrl));

  await step('Worker and web', async () => {
    processes.start({ name: 'worker', args: [...OWN_SCRIPT, 'scripts/worker.ts'], env });
    const mode = dev ? 'dev' : 'start';
    const args = [NEXT, mode, '-p', String(settings.port), '-H', settings.host];
    const nodeEnv = dev ? 'development' : 'production';
    processes.start({
      name: 'web',
      args,
      env: { ...env, NODE_ENV: nodeEnv, KAHA_BUILD_DIR: settings.buildFolder, NEXT_TELEMETRY_DISABLED: '1' },
    });
    await untilAnswers(`http://${settings.host}:${settings.port}/api/health`);
  });
  return { ready, url: settings.publicUrl, env };
}

async function embedded(
  dataFolder: string,
  isDemo: boolean,
  durable: boolean,
  undo: Undo[],
): Promise<string> {
  return step('PostgreSQL', async () => {
    const server = await startPostgres(dataFolder, await findFreePort(), { durable });
    undo.push(server.stop);
    return server.databaseUrl(isDemo ? 'kaha_demo' : 'kaha');
  });
}

async function migrate(databaseUrl: string): Promise<void> {
  await applyMigrations(databaseUrl);
  await prepareQueues(databaseUrl);
}

async function pickSandboxPort(wanted: number): Promise<number> {
  if (wanted !== 0) {
    await requireFreePort('SANDBOX_PORT', wanted, '127.0.0.1');
    return wanted;
  }
  return requireFreePort('SANDBOX_PORT', 4010, '127.0.0.1').then(
    () => 4010,
    () => findFreePort(),
  );
}

function requireWritable(dataFolder: string): void {
  const folder = path.resolve(dataFolder);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new SettingsError(
      `KAHA_DATA_DIR ${folder} cannot be written: choose a folder you may write to, or change its owner.`,
    );
  }
}

/** PayCools takes at most 100 characters for a callback address; app ids have 32. */
function requireCallbackAddress(publicUrl: string): void {
  const appId = paycoolsEnv()?.appId ?? 'x'.repeat(32);
  const address = `${publicUrl}/api/callbacks/${appId}`;
  if (address.length <= 100) return;
  throw new SettingsError(
    `PUBLIC_URL makes the callback address ${address.length} characters long, but PayCools takes 100 at most: use a shorter address.`,
  );
}
