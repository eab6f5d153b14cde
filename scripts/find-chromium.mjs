// Which browser the end-to-end tests drive: one that is there, else Playwright's own, else Debian's.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** `{path}` of a browser, `{}` for Playwright's own, or `{trouble}`: one sentence saying what to install. */
export function findChromium() {
  const there = process.env.CHROMIUM_PATH ?? CANDIDATES.find((path) => existsSync(path));
  if (there) return { path: there };
  if (playwrightHasOne()) return {};
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('Installing chromium …\n');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk']);
    if (existsSync('/usr/bin/chromium')) return { path: '/usr/bin/chromium' };
  }
  return {
    trouble:
      'The end-to-end tests need a browser: install Chromium or Chrome, or run npx playwright install chromium.',
  };
}

function playwrightHasOne() {
  const script =
    "import('@playwright/test').then(({ chromium }) => process.stdout.write(chromium.executablePath()))";
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  return Boolean(stdout) && existsSync(stdout.trim());
}

function run(program, args) {
  spawnSync(program, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}
