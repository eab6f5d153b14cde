import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const REPO = process.cwd();
let planted: string;
let report = '';

/** A small tree that breaks each rule once; a rule that no longer bites is a failing test. */
const FILES = {
  'app/(dashboard)/orders/page.ts':
    "import '../../../lib/db/client';\nimport '../refunds/part';\nimport '../../../lib/testing/kit';",
  'app/(dashboard)/refunds/part.ts': 'export {};',
  'components/box.ts': "import '../app/(dashboard)/orders/page';\nimport '../lib/env';",
  'lib/db/client.ts': 'export {};',
  'lib/db/generated/client.ts': 'export {};',
  'lib/env.ts': 'export {};',
  'lib/auth/session.ts': 'export {};',
  'lib/orders/verb.ts':
    "import '../../components/box';\nimport '../auth/session';\nimport '../sandbox/server';",
  'lib/gateway/client.ts': "import '../env';",
  'lib/sandbox/server.ts': "import '../money/money';",
  'lib/money/money.ts': "import './other';",
  'lib/money/other.ts': "import './money';",
  'lib/testing/kit.ts': 'export {};',
  'scripts/x.ts': "import '../lib/db/generated/client';",
};

beforeAll(() => {
  planted = mkdtempSync(path.join(tmpdir(), 'kaha-planted-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(planted, name)), { recursive: true });
    writeFileSync(path.join(planted, name), text);
  }
  writeFileSync(path.join(planted, 'tsconfig.json'), '{"compilerOptions":{}}');
  const cruiser = path.join(REPO, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(REPO, '.dependency-cruiser.mjs');
  const args = [
    cruiser,
    'app',
    'components',
    'lib',
    'scripts',
    '--config',
    config,
    '--output-type',
    'err-long',
  ];
  const result = spawnSync(process.execPath, args, { cwd: planted, encoding: 'utf8' });
  report = `${result.stdout}${result.stderr}`;
}, 60_000);

afterAll(() => rmSync(planted, { recursive: true, force: true }));

test.each([
  'lib-knows-no-ui',
  'components-know-no-pages',
  'components-are-browser-safe',
  'one-door-to-the-database',
  'generated-client-stays-in-lib',
  'verbs-are-told-who-asks',
  'gateway-stands-alone',
  'sandbox-is-not-the-client',
  'sandbox-never-ships',
  'testing-kit-never-ships',
  'pages-do-not-share',
  'pages-know-no-test-code',
  'no-cycles',
])('the rule %s finds its planted violation', (rule) => {
  expect(report).toContain(`error ${rule}:`);
});
