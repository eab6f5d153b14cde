// What must be there before any TypeScript can run: the right Node, the packages of the lockfile, the Prisma client.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');

/** Runs one step, saying what it is and how long it took; ends the process with one sentence where it fails. */
export function step(name, run) {
  const started = Date.now();
  process.stdout.write(`  ${name} …`);
  const { note, trouble } = run() ?? {};
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`\r  ${trouble ? '✗' : '✓'} ${name}${note ? ` (${note})` : ''}  ${seconds} s\n`);
  if (!trouble) return;
  process.stderr.write(`\n${trouble}\n`);
  process.exit(1);
}

/** Refuses an older Node with one sentence. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Kaha needs Node 20.19 or later; this is Node ${process.versions.node}.\n`);
  process.exit(1);
}

/** Installs exactly what the lockfile says, where that is not there already. */
export function installPackages() {
  const lock = path.join(ROOT, 'package-lock.json');
  const wanted = hashOf([lock]);
  const mark = path.join(ROOT, 'node_modules', '.kaha-installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return { note: 'already there' };
  // No package's install script is needed: PostgreSQL's links are restored by lib/launch, the rest ships whole.
  const { status, output } = runNpm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (status !== 0) return { trouble: `The packages could not be installed:\n${lastLines(output)}` };
  writeFileSync(mark, wanted);
  return {};
}

/** Generates the Prisma client where the schema changed since the last time. */
export function generateClient() {
  const folder = path.join(ROOT, 'lib', 'db', 'generated');
  const mark = path.join(folder, '.schema-hash');
  const schema = path.join(ROOT, 'prisma', 'schema');
  const wanted = hashOf([path.join(ROOT, 'package-lock.json'), ...filesBelow(schema)]);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return { note: 'up to date' };
  const result = spawnSync(process.execPath, ['scripts/generate-client.mjs'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    return {
      trouble: `The database client could not be generated:\n${lastLines(result.stdout + result.stderr)}`,
    };
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(mark, wanted);
  return {};
}

function runNpm(args) {
  const viaNpm = process.env.npm_execpath;
  const [program, first] = viaNpm ? [process.execPath, [viaNpm]] : ['npm', []];
  const result = spawnSync(program, [...first, ...args], { cwd: ROOT, encoding: 'utf8' });
  return {
    status: result.status,
    output: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`,
  };
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.version.split('.')[0] ?? '');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function lastLines(text) {
  return text.trim().split('\n').slice(-12).join('\n');
}
