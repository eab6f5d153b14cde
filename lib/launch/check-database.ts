import pg from 'pg';

import { SettingsError } from '../env';

/** Connects once; a database that cannot be used is named by its setting, without its password. */
export async function checkDatabase(databaseUrl: string, isOwn: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 8_000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    if (!isOwn) throw error;
    const { host, pathname } = new URL(databaseUrl);
    const why = error instanceof Error && error.message !== '' ? error.message : 'no answer';
    throw new SettingsError(
      `DATABASE_URL does not lead to a usable database (${host}${pathname}: ${why}): check address, name, user and password.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
