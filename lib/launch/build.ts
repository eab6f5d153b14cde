import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['app', 'components', 'lib', 'messages', 'public'];
const FILES = ['package-lock.json', 'next.config.js', 'tsconfig.json'];
const NOT_SHIPPED = /\.test\.tsx?$|^lib\/(testing|sandbox|launch|db\/generated)\//;

/** Builds the web application where its sources changed since the last build; says whether it had to. */
export async function buildIfChanged(
  buildFolder: string,
  env: NodeJS.ProcessEnv,
): Promise<'built' | 'up to date'> {
  const wanted = hashOfSources();
  const mark = path.join(buildFolder, 'kaha-sources');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return 'up to date';
  await runBuild({
    ...env,
    KAHA_BUILD_DIR: buildFolder,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  writeFileSync(mark, wanted);
  return 'built';
}

function hashOfSources(): string {
  const files = SOURCES.filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name))),
    )
    .filter((file) => !NOT_SHIPPED.test(file) && statSync(file).isFile())
    .sort();
  const hash = createHash('sha256');
  for (const file of [...FILES, ...files]) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

function runBuild(env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer) => (output = `${output}${chunk.toString('utf8')}`.slice(-6000));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The web application could not be built:\n${output.trim()}`)),
    );
  });
}
