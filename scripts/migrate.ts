/** `npm run db:migrate` applies the migrations; `npm run db:diff` prints the SQL that is still missing. */
import { databaseEnv } from '@/lib/env';
import { prepareQueues } from '@/lib/jobs/queue';
import { applyMigrations, migrationSql } from '@/lib/launch/schema-engine';

const { DATABASE_URL } = databaseEnv();

if (process.argv[2] === 'diff') {
  process.stdout.write(await migrationSql(DATABASE_URL));
} else {
  const names = await applyMigrations(DATABASE_URL);
  await prepareQueues(DATABASE_URL);
  process.stdout.write(names.length === 0 ? 'Nothing to apply.\n' : `${names.join('\n')}\n`);
}
process.exit(0);
