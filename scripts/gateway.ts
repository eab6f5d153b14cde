import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { launchEnv, paycoolsEnv } from '@/lib/env';
import { type CommandLineSettings, runCommandLine, writeDocument } from '@/lib/gateway/command-line';

/** Sends one operation to PayCools and prints one JSON document; needs neither database nor build. */

const DemoApp = z.object({
  baseUrl: z.string(),
  appId: z.string(),
  appName: z.string(),
  privateKey: z.string(),
  callbackSecret: z.string(),
});

const { exitCode, document } = await runCommandLine({
  argv: process.argv.slice(2),
  settings: () => paycoolsEnv() ?? demoApp(),
  fetch: globalThis.fetch,
  now: () => new Date(),
});
process.stdout.write(`${writeDocument(document)}\n`);
process.exitCode = exitCode;

/** The keys of the demo app, which the start script wrote; null before the first start. */
function demoApp(): CommandLineSettings | null {
  let text: string;
  try {
    text = readFileSync(join(launchEnv().dataFolder, 'demo-app.json'), 'utf8');
  } catch {
    return null;
  }
  try {
    return DemoApp.parse(JSON.parse(text));
  } catch {
    throw new Error(
      'The keys of the demo app cannot be read: start Kaha with npm start, which writes them anew.',
    );
  }
}
