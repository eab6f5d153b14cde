import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { dayColumn, dayOfColumn } from '../dates/day-column';
import { type ManilaDay, parseManilaDay } from '../dates/manila-day';
import { db } from '../db/client';
import { Prisma } from '../db/generated/client';
import { isRunning, storedRunOf } from './keep-run';
import type { DayFilter, DayPage, DayRow } from './schema';

const PAGE_SIZE = 40;

type Row = {
  id: string;
  gatewayAppId: string;
  appName: string;
  day: Date;
  ranAt: Date;
  proof: unknown;
  matched: number;
  lineCount: number;
  unexplained: bigint | null;
  open: number;
  resolved: number;
  openEffect: bigint;
};

/** The days that were reconciled, the latest first, each app by itself, with what is still open on them. */
export async function listDays(actor: Actor, filter: DayFilter): Promise<DayPage> {
  assertCan(actor, 'reconciliation:read');
  const days = daysOf(actor, filter);
  const start = keyOf(filter.after ?? filter.before);
  const backwards = filter.after === undefined && filter.before !== undefined && start !== null;
  const from = start
    ? Prisma.sql`WHERE (d.day, d.id) ${backwards ? Prisma.sql`>` : Prisma.sql`<`} (${dayColumn(start.day)}::date, ${start.id}::uuid)`
    : Prisma.empty;
  const order = backwards ? Prisma.sql`d.day, d.id` : Prisma.sql`d.day DESC, d.id DESC`;
  const [found, totals] = await Promise.all([
    db().$queryRaw<Row[]>`SELECT * FROM (${days}) d ${from} ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}`,
    db().$queryRaw<{ days: number; open: number }[]>`
      SELECT count(*)::int AS days, coalesce(sum(d.open), 0)::int AS open FROM (${days}) d`,
  ]);
  const shown = found.slice(0, PAGE_SIZE);
  if (backwards) shown.reverse();
  const more = found.length > PAGE_SIZE;
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    rows: shown.map((row) => rowOf(row, new Date())),
    total: totals[0] ?? { days: 0, open: 0 },
    newer: first && (backwards ? more : start !== null) ? textOf(first) : null,
    older: last && (backwards || more) ? textOf(last) : null,
  };
}

function daysOf({ merchantId }: Actor, { app, state }: DayFilter): Prisma.Sql {
  const wanted = {
    open: Prisma.sql`e.open > 0`,
    unexplained: Prisma.sql`r.unexplained <> 0`,
    clean: Prisma.sql`e.open = 0 AND r.unexplained = 0`,
  };
  return Prisma.sql`
    SELECT r.id, r."gatewayAppId", a."appName", r.day, r."ranAt", r.proof, r.matched, r."lineCount", r.unexplained,
      e.open, e.resolved, e."openEffect"
    FROM "DayRun" r
    JOIN "GatewayApp" a ON a."merchantId" = r."merchantId" AND a."appId" = r."gatewayAppId"
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE x.state = 'OPEN')::int AS open,
        count(*) FILTER (WHERE x.state = 'RESOLVED')::int AS resolved,
        coalesce(sum(x.effect) FILTER (WHERE x.state = 'OPEN'), 0)::bigint AS "openEffect"
      FROM "ReconException" x
      WHERE x."merchantId" = r."merchantId" AND x."gatewayAppId" = r."gatewayAppId" AND x.day = r.day) e
    WHERE r."merchantId" = ${merchantId}::uuid
      AND (${app ?? null}::text IS NULL OR r."gatewayAppId" = ${app ?? null})
      AND ${state ? wanted[state] : Prisma.sql`true`}`;
}

function rowOf(row: Row, now: Date): DayRow {
  const { runningSince, failure, proof } = storedRunOf(row.proof);
  return {
    gatewayAppId: row.gatewayAppId,
    appName: row.appName,
    day: dayOfColumn(row.day),
    ranAt: proof ? row.ranAt.toISOString() : null,
    running: isRunning({ runningSince, failure, proof }, now),
    failed: failure !== null,
    matched: row.matched,
    lineCount: row.lineCount,
    open: row.open,
    resolved: row.resolved,
    openEffect: row.openEffect.toString(),
    unexplained: row.unexplained?.toString() ?? null,
    proved: proof !== null,
  };
}

function keyOf(text: string | undefined): { day: ManilaDay; id: string } | null {
  const [dayText = '', id = ''] = (text ?? '').split('_');
  const day = parseManilaDay(dayText);
  return day !== null && /^[0-9a-f-]{36}$/u.test(id) ? { day, id } : null;
}

function textOf({ day, id }: Row): string {
  return `${dayOfColumn(day)}_${id}`;
}
