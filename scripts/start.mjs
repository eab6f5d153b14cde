// `npm start` (and `npm run dev`): prepares the machine, then hands over to scripts/serve.ts.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { checkNode, generateClient, installPackages, ROOT, step } from './prepare.mjs';

checkNode();
const envFile = path.join(ROOT, '.env');
if (existsSync(envFile)) process.loadEnvFile(envFile);

process.stdout.write('\nKaha\n\n');
step('Packages', installPackages);
step('Database client', generateClient);

const server = spawn(
  process.execPath,
  ['--conditions=react-server', '--import', 'tsx', 'scripts/serve.ts', ...process.argv.slice(2)],
  { cwd: ROOT, stdio: 'inherit' },
);
// Ctrl-C reaches the whole group by itself; a signal sent to this process alone is passed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 0 : 1)));
