import { defineConfig, devices } from '@playwright/test';

/** Run by scripts/test.mjs, which starts Kaha with its own database and says where everything is. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env['KAHA_REPORT']
    ? [['list'], ['json', { outputFile: process.env['KAHA_REPORT'] }]]
    : [['list']],
  use: {
    baseURL: process.env['PUBLIC_URL'] ?? 'http://localhost:3000',
    trace: 'retain-on-failure',
    locale: 'en-PH',
    timezoneId: 'Asia/Manila',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: {
          args: ['--no-sandbox', '--disable-background-networking'],
          ...(process.env['CHROMIUM_PATH'] && { executablePath: process.env['CHROMIUM_PATH'] }),
        },
      },
    },
  ],
});
