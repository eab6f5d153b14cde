import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

import { findFreePort } from './ports';

const folder = mkdtempSync(path.join(tmpdir(), 'kaha-refusals-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts Kaha as `npm start` does once packages are there, and waits until it has given up. */
async function start(settings: Readonly<Record<string, string>>) {
  const { PATH = '', HOME = '' } = process.env;
  const env = {
    PATH,
    HOME,
    NODE_ENV: 'production',
    PORT: String(await findFreePort()),
    KAHA_DATA_DIR: folder,
    ...settings,
  };
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'scripts/serve.ts'],
    {
      env: env as NodeJS.ProcessEnv,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const exitCode = await new Promise((resolve) => child.once('exit', resolve));
  return { exitCode, said: said.trim() };
}

test('a taken port is named with the setting that changes it', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
  });
  const { exitCode, said } = await start({ PORT: String(port) });
  other.close();
  expect(exitCode).toBe(1);
  expect(said).toBe(`Port ${port} is taken: is Kaha running already? Otherwise set PORT to a free port.`);
});

test('half-set PAYCOOLS_ settings are refused, naming what is missing', async () => {
  const { exitCode, said } = await start({
    PAYCOOLS_BASE_URL: 'https://x.test',
    PAYCOOLS_APP_ID: 'a',
    PAYCOOLS_APP_NAME: 'A',
  });
  expect(exitCode).toBe(1);
  expect(said).toBe(
    'PAYCOOLS_PRIVATE_KEY, PAYCOOLS_CALLBACK_SECRET are not set, but other PAYCOOLS_ settings are: set all of them to connect a PayCools app, or none for the demo.',
  );
});

test('a database that does not answer is named by its setting, without its password', async () => {
  const port = await findFreePort();
  const { exitCode, said } = await start({
    DATABASE_URL: `postgresql://kaha:topsecret@127.0.0.1:${port}/books`,
  });
  expect(exitCode).toBe(1);
  expect(said).toContain(`DATABASE_URL does not lead to a usable database (127.0.0.1:${port}/books`);
  expect(said).not.toContain('topsecret');
  expect(said.split('\n')).toHaveLength(1);
});

test('a data folder that cannot be is named', async () => {
  const file = path.join(folder, 'a-file');
  writeFileSync(file, '');
  const { exitCode, said } = await start({ KAHA_DATA_DIR: path.join(file, 'data') });
  expect(exitCode).toBe(1);
  expect(said).toContain('KAHA_DATA_DIR');
  expect(said.split('\n')).toHaveLength(1);
});

test('an address too long for PayCools is refused before anything starts', async () => {
  const { exitCode, said } = await start({ PUBLIC_URL: `https://${'long.'.repeat(12)}example.com` });
  expect(exitCode).toBe(1);
  expect(said).toContain('PUBLIC_URL makes the callback address');
});
