import type { App } from './apps';
import type { Sql } from './database';

/** Takes one token of the app's bucket (section 0); false when it is empty. Shared by all processes. */
export async function takeToken(
  sql: Sql,
  app: App,
  bucket: 'requests' | 'statements',
  now: Date,
): Promise<boolean> {
  const { limits } = app;
  const rate = bucket === 'requests' ? limits.requestsPerSecond : limits.statementsPerSecond;
  const most = bucket === 'requests' ? limits.burst : Math.max(1, limits.statementsPerSecond);
  const { rowCount } = await sql.query(
    `INSERT INTO sandbox.rate_buckets AS b (app_id, bucket, tokens, at) VALUES ($1, $2, $3::float8 - 1, $5)
     ON CONFLICT (app_id, bucket) DO UPDATE SET
       tokens = least($3, b.tokens + $4::float8 * extract(epoch FROM greatest(excluded.at - b.at, interval '0'))) - 1,
       at = greatest(excluded.at, b.at)
     WHERE least($3, b.tokens + $4::float8 * extract(epoch FROM greatest(excluded.at - b.at, interval '0'))) >= 1`,
    [app.appId, bucket, most, rate, now],
  );
  return rowCount === 1;
}
