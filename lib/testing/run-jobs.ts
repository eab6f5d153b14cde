import { db } from '../db/client';
import type { JobName, Jobs } from '../jobs/queue';

type Handlers = { readonly [Name in JobName]?: (data: Jobs[Name]) => Promise<void> };

/**
 * Runs the due jobs of one merchant, as the worker would, until none is left; a test must not eat another test's
 * jobs. Gives back how many ran. A job that throws is put back, and its error is the caller's.
 */
export async function runJobs(merchantId: string, handlers: Handlers): Promise<number> {
  let ran = 0;
  for (;;) {
    const [job] = await db().$queryRaw<{ id: string; name: JobName; data: never }[]>`
      UPDATE pgboss.job SET state = 'active', started_on = now()
      WHERE id = (
        SELECT id FROM pgboss.job
        WHERE data->>'merchantId' = ${merchantId} AND name = ANY(${Object.keys(handlers)})
          AND state = 'created' AND start_after <= now()
        ORDER BY created_on LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id::text, name, data`;
    if (!job) return ran;
    try {
      await handlers[job.name]?.(job.data);
      await finish(job.id, 'completed');
    } catch (error) {
      await finish(job.id, 'created');
      throw error;
    }
    ran += 1;
  }
}

async function finish(id: string, state: 'completed' | 'created'): Promise<void> {
  await db().$executeRaw`
    UPDATE pgboss.job SET state = ${state}::pgboss.job_state, completed_on = now() WHERE id = ${id}::uuid`;
}
