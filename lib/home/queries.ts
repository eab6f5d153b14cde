import 'server-only';

import { type Actor, assertCan, can } from '../auth/actor';
import { dayOfColumn } from '../dates/day-column';
import { db } from '../db/client';
import { Prisma } from '../db/generated/client';
import { describeNeed } from './describe-need';
import { type NeedRow, needsYouRows } from './needs-you-rows';
import type { NeedsYou, Waiting } from './schema';
import { callbacksWaiting, exceptionsOpen, refundsWaiting } from './waiting-rows';

const SHOWN_AT_ONCE = 50;

/** What needs somebody, oldest first: at most 50, and how many there are; only kinds that the role may see. */
export async function listNeedsYou(actor: Actor, now: Date = new Date()): Promise<NeedsYou> {
  assertCan(actor, 'refunds:read');
  const rows = await db().$queryRaw<NeedRow[]>`
    SELECT needs.*, (count(*) OVER ())::int AS total
    FROM (${needsYouRows(actor, now)}) needs
    ORDER BY since, kind, id LIMIT ${SHOWN_AT_ONCE}`;
  return {
    total: rows[0]?.total ?? 0,
    needs: rows.map((row) => describeNeed({ ...row, day: row.day && dayOfColumn(row.day) })),
  };
}

/** How many things wait at the places of the navigation; what the role may not see is not counted. */
export async function countWaiting(actor: Actor, now: Date = new Date()): Promise<Waiting> {
  assertCan(actor, 'refunds:read');
  const nothing = Prisma.sql`0`;
  const [row] = await db().$queryRaw<Waiting[]>`
    SELECT
      (SELECT count(*) FROM "Refund" r WHERE ${refundsWaiting(actor, now)})::int AS refunds,
      ${
        can(actor, 'reconciliation:read')
          ? Prisma.sql`(SELECT count(*) FROM "ReconException" e WHERE ${exceptionsOpen(actor)})::int`
          : nothing
      } AS reconciliation,
      ${
        can(actor, 'callbacks:read')
          ? Prisma.sql`(SELECT count(*) FROM "Callback" c WHERE ${callbacksWaiting(actor)})::int`
          : nothing
      } AS callbacks`;
  return row ?? { refunds: 0, reconciliation: 0, callbacks: 0 };
}
