import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { dayColumn, dayOfColumn } from '../dates/day-column';
import { parseManilaDay } from '../dates/manila-day';
import { db } from '../db/client';
import { Prisma } from '../db/generated/client';
import type { GatewayApp, Statement } from '../db/generated/client';
import type {
  StatementDetail,
  StatementFilter,
  StatementKind,
  StatementPage,
  StatementRow,
  StatementTotal,
} from './schema';

const PAGE_SIZE = 40;

type WithApp = Statement & { app: Pick<GatewayApp, 'appName'> };
type Key = Readonly<{ day: Date; id: string }>;
type Total = { kind: StatementKind; statements: number; rows: number; amount: bigint; fee: bigint };

/** The newest version of each statement, the latest day first, with exact totals of the whole filter. */
export async function listStatements(actor: Actor, filter: StatementFilter): Promise<StatementPage> {
  assertCan(actor, 'statements:read');
  const newest = newestVersions(actor, filter);
  const totals = await db().$queryRaw<Total[]>`
    SELECT kind::text AS kind, count(*)::int AS statements,
      coalesce(sum("rowCount") FILTER (WHERE state = 'READY'), 0)::int AS rows,
      coalesce(sum("amountSum"), 0)::bigint AS amount, coalesce(sum("feeSum"), 0)::bigint AS fee
    FROM (${newest}) s GROUP BY kind ORDER BY kind`;
  const { ids, newer, older } = await pageOf(newest, filter);
  const rows = await db().statement.findMany({
    where: { merchantId: actor.merchantId, id: { in: ids } },
    include: { app: { select: { appName: true } } },
    orderBy: [{ day: 'desc' }, { id: 'desc' }],
  });
  return {
    rows: rows.map(rowOf),
    totals: totals.map((total) => ({
      ...total,
      amount: total.amount.toString(),
      fee: total.fee.toString(),
    })),
    newer,
    older,
  };
}

/** One statement; null for another merchant's, exactly as for one that never was. */
export async function findStatement(actor: Actor, statementId: string): Promise<StatementDetail | null> {
  assertCan(actor, 'statements:read');
  const { merchantId } = actor;
  const statement = await db().statement.findUnique({
    where: { merchantId_id: { merchantId, id: statementId } },
    include: { app: { select: { appName: true } } },
  });
  if (!statement) return null;
  const { gatewayAppId, kind, day } = statement;
  const ofStatement = { merchantId, statementId };
  const [byStatus, byChannel, matched, versions, person] = await Promise.all([
    totalsBy(statement, Prisma.sql`status::text`, Prisma.sql`true`),
    totalsBy(statement, Prisma.sql`channel`, Prisma.sql`status = 'COMPLETE'`),
    db().statementLine.count({ where: { ...ofStatement, rule: { not: null } } }),
    db().statement.findMany({
      where: { merchantId, gatewayAppId, kind, day },
      orderBy: { version: 'desc' },
      select: { id: true, version: true, state: true },
    }),
    isPerson(statement.requestedById)
      ? db().person.findUnique({ where: { id: statement.requestedById }, select: { name: true } })
      : null,
  ]);
  return {
    ...rowOf(statement),
    contentHash: statement.contentHash,
    requestedBy: person?.name ?? null,
    matched,
    byStatus,
    byChannel,
    versions,
  };
}

function newestVersions({ merchantId }: Actor, { kind, state, app }: StatementFilter): Prisma.Sql {
  return Prisma.sql`
    SELECT s.* FROM "Statement" s
    WHERE s."merchantId" = ${merchantId}::uuid
      AND (${kind ?? null}::text IS NULL OR s.kind::text = ${kind ?? null})
      AND (${state ?? null}::text IS NULL OR s.state::text = ${state ?? null})
      AND (${app ?? null}::text IS NULL OR s."gatewayAppId" = ${app ?? null})
      AND NOT EXISTS (
        SELECT 1 FROM "Statement" newer
        WHERE newer."merchantId" = s."merchantId" AND newer."gatewayAppId" = s."gatewayAppId"
          AND newer.kind = s.kind AND newer.day = s.day AND newer.version > s.version)`;
}

/** One page by key; asking one row more than is shown tells whether there is another page. */
async function pageOf(newest: Prisma.Sql, { after, before }: StatementFilter) {
  const start = keyOf(after ?? before);
  const backwards = after === undefined && before !== undefined && start !== null;
  const beyond = backwards ? Prisma.sql`>` : Prisma.sql`<`;
  const order = backwards ? Prisma.sql`day, id` : Prisma.sql`day DESC, id DESC`;
  const from = start
    ? Prisma.sql`WHERE (day, id) ${beyond} (${start.day}::date, ${start.id}::uuid)`
    : Prisma.empty;
  const found = await db().$queryRaw<Key[]>`
    SELECT day, id FROM (${newest}) s ${from} ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}`;
  const shown = found.slice(0, PAGE_SIZE);
  if (backwards) shown.reverse();
  const more = found.length > PAGE_SIZE;
  const [first, last] = [shown[0], shown.at(-1)];
  return {
    ids: shown.map(({ id }) => id),
    newer: first && (backwards ? more : start !== null) ? textOf(first) : null,
    older: last && (backwards || more) ? textOf(last) : null,
  };
}

function keyOf(text: string | undefined): Key | null {
  const [dayText = '', id = ''] = (text ?? '').split('_');
  const day = parseManilaDay(dayText);
  return day !== null && /^[0-9a-f-]{36}$/u.test(id) ? { day: dayColumn(day), id } : null;
}

function textOf({ day, id }: Key): string {
  return `${dayOfColumn(day)}_${id}`;
}

async function totalsBy(
  { merchantId, id }: Statement,
  column: Prisma.Sql,
  where: Prisma.Sql,
): Promise<StatementTotal[]> {
  const rows = await db().$queryRaw<{ name: string | null; rows: number; amount: bigint; fee: bigint }[]>`
    SELECT ${column} AS name, count(*)::int AS rows, sum(amount)::bigint AS amount, sum(fee)::bigint AS fee
    FROM "StatementLine" WHERE "merchantId" = ${merchantId}::uuid AND "statementId" = ${id}::uuid AND ${where}
    GROUP BY 1 ORDER BY 3 DESC, 1`;
  return rows.map((row) => ({ ...row, amount: row.amount.toString(), fee: row.fee.toString() }));
}

function rowOf(statement: WithApp): StatementRow {
  const { failure, failureValues } = statement;
  const values = failureValues as Record<string, string | number> | null;
  return {
    id: statement.id,
    gatewayAppId: statement.gatewayAppId,
    appName: statement.app.appName,
    kind: statement.kind,
    day: dayOfColumn(statement.day),
    version: statement.version,
    state: statement.state,
    current: statement.current,
    pages: statement.pages,
    pagesExpected: statement.pagesExpected,
    rowCount: statement.rowCount,
    amountSum: statement.amountSum.toString(),
    feeSum: statement.feeSum.toString(),
    failure: failure === null ? null : { key: failure, ...(values && { values }) },
    requestedAt: statement.requestedAt.toISOString(),
    fetchedAt: statement.fetchedAt?.toISOString() ?? null,
  };
}

function isPerson(id: string): boolean {
  return /^[0-9a-f-]{36}$/u.test(id);
}
