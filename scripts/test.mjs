// `npm test`: everything there is, from nothing, beside a running Kaha and without touching its data.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { findChromium } from './find-chromium.mjs';
import { checkNode, generateClient, installPackages, ROOT, step } from './prepare.mjs';

const NOT_INHERITED = /^(DATABASE_URL|SANDBOX_.*|PAYCOOLS_.*|PUBLIC_URL|PORT|HOST|NEXTAUTH_.*|KAHA_.*)$/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name)));
const reports = mkdtempSync(path.join(tmpdir(), 'kaha-reports-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const started = Date.now();

checkNode();
step('Packages', installPackages);
step('Database client', generateClient);

check('Types', ['node_modules/next/dist/bin/next', 'typegen'], ['node_modules/typescript/bin/tsc']);
check('Lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']);
check('Architecture', [
  'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  ...['app', 'components', 'lib', 'scripts', 'prisma', 'e2e', '--config', '.dependency-cruiser.mjs'],
]);
check('Dead code', ['node_modules/knip/bin/knip.js']);
check('Format', ['node_modules/prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn']);
vitest('unit');
vitest('integration');
await endToEnd();

rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\nin ${Math.round((Date.now() - started) / 1000)} s\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/** One or more commands that together count as one test. */
function check(name, ...commands) {
  const from = Date.now();
  const failed = commands.find((args) => !node(args));
  count(name, failed ? { failed: 1 } : { passed: 1 }, from);
}

function vitest(project) {
  const from = Date.now();
  const report = path.join(reports, `${project}.json`);
  const ok = node([
    'node_modules/vitest/vitest.mjs',
    ...['run', '--config', 'lib/testing/vitest.config.ts', '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const failed = result.numFailedTests ?? 0;
  const skipped = (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0);
  // A file that cannot even be loaded has no failed test, but it failed all the same.
  count(
    project,
    { passed: result.numPassedTests ?? 0, failed: ok ? failed : Math.max(failed, 1), skipped },
    from,
  );
}

async function endToEnd() {
  const from = Date.now();
  const chromium = findChromium();
  if (chromium.trouble) {
    process.stderr.write(`${chromium.trouble}\n`);
    return count('End to end', { failed: 1 }, from);
  }
  const report = path.join(reports, 'e2e.json');
  const ok = await nodeAlone(['--conditions=react-server', '--import', 'tsx', 'scripts/e2e.ts'], {
    ...env,
    PORT: String(await freePort()),
    SANDBOX_PORT: String(await freePort()),
    KAHA_BUILD_DIR: '.next-test',
    KAHA_REPORT: report,
    ...(chromium.path && { CHROMIUM_PATH: chromium.path }),
  });
  const stats = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).stats : {};
  const failed = (stats.unexpected ?? 0) + (stats.flaky ?? 0);
  const result = {
    passed: stats.expected ?? 0,
    failed: ok ? failed : Math.max(failed, 1),
    skipped: stats.skipped ?? 0,
  };
  return count('Build and end to end', result, from);
}

function count(name, { passed = 0, failed = 0, skipped = 0 }, from) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  process.stdout.write(`${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed  ${seconds} s\n`);
}

function node(args) {
  return spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' }).status === 0;
}

function nodeAlone(args, environment) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env: environment, stdio: 'inherit' });
    process.once('SIGINT', () => child.kill('SIGINT'));
    child.once('exit', (code) => resolve(code === 0));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
