/** Builds Kaha, starts it on its own throwaway database and runs the end-to-end tests against it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createLaunch } from '@/lib/launch/launch';
import { shareFolder } from '@/lib/launch/share-folder';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'kaha-e2e-'));
shareFolder(dataFolder);
const launch = createLaunch({
  dev: false,
  durable: false,
  settings: { KAHA_DATA_DIR: dataFolder, KAHA_TIME_SCALE: '60', HOST: '127.0.0.1' },
  onPartLost: (name, lastWords) => process.stderr.write(`\n${name} stopped by itself:\n${lastWords}\n`),
});

async function end(exitCode: number): Promise<never> {
  await launch.stop();
  rmSync(dataFolder, { recursive: true, force: true });
  process.exit(exitCode);
}
process.on('SIGINT', () => void end(130));
process.on('SIGTERM', () => void end(143));

try {
  const { env } = await launch.start();
  const tests = spawn(
    process.execPath,
    [
      '--conditions=react-server',
      'node_modules/@playwright/test/cli.js',
      'test',
      '-c',
      'e2e',
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit', env: { ...env, NODE_OPTIONS: '--conditions=react-server' } },
  );
  tests.once('exit', (code) => void end(code ?? 1));
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  await end(1);
}
