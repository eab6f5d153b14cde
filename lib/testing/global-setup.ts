import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { prepareQueues } from '@/lib/jobs/queue';
import { findFreePort } from '@/lib/launch/ports';
import { startPostgres } from '@/lib/launch/postgres';
import { applyMigrations } from '@/lib/launch/schema-engine';
import { shareFolder } from '@/lib/launch/share-folder';
import { createSandboxServer } from '@/lib/sandbox/sandbox-server';

/** A throwaway PostgreSQL per run, built from the real migrations; nothing outside it is ever touched. */
export default async function setup() {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaha-test-'));
  shareFolder(folder);
  const server = await startPostgres(folder, await findFreePort(), { durable: false });
  const databaseUrl = await server.databaseUrl('kaha_test');
  await applyMigrations(databaseUrl);
  await prepareQueues(databaseUrl);
  process.env['DATABASE_URL'] = databaseUrl;
  process.env['SANDBOX_DATABASE_URL'] = databaseUrl;
  process.env['NEXTAUTH_SECRET'] = 'a secret that only tests know';
  process.env['KAHA_ENCRYPTION_KEY'] = Buffer.alloc(32, 7).toString('base64');
  process.env['KAHA_TIME_SCALE'] = '600';
  const sandbox = createSandboxServer({ databaseUrl, timeScale: 600 });
  process.env['SANDBOX_URL'] = await sandbox.listen(0, '127.0.0.1');
  return async () => {
    await sandbox.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
