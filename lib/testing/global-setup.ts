import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { prepareQueues } from '@/lib/jobs/queue';
import { startPostgres } from '@/lib/launch/postgres';
import { applyMigrations } from '@/lib/launch/schema-engine';

/** A throwaway PostgreSQL per run, built from the real migrations; nothing outside it is ever touched. */
export default async function setup() {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaha-test-'));
  const server = await startPostgres(folder, await freePort());
  const databaseUrl = await server.databaseUrl('kaha_test');
  await applyMigrations(databaseUrl);
  await prepareQueues(databaseUrl);
  process.env['DATABASE_URL'] = databaseUrl;
  process.env['SANDBOX_DATABASE_URL'] = databaseUrl;
  process.env['NEXTAUTH_SECRET'] = 'a secret that only tests know';
  process.env['KAHA_ENCRYPTION_KEY'] = Buffer.alloc(32, 7).toString('base64');
  process.env['KAHA_TIME_SCALE'] = '600';
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
