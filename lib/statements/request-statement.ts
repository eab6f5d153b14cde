import 'server-only';

import { writeAudit } from '../audit/write-audit';
import { type Actor, assertCan } from '../auth/actor';
import { dayColumn } from '../dates/day-column';
import { type ManilaDay, manilaDayOf } from '../dates/manila-day';
import { db, type Tx } from '../db/client';
import { AppError, fieldError } from '../errors';
import { enqueue } from '../jobs/queue';
import { STATEMENT_KINDS, type StatementKind, type StatementRequest } from './schema';

/** Nothing is older than PayCools; a year typed in two digits would otherwise be fetched as the year 26. */
const FIRST_DAY = '2010-01-01' as ManilaDay;

/** A fetch that has not ended after this was left behind and is given up when somebody asks again. */
const LEFT_BEHIND_MS = 15 * 60_000;

export type RequestedStatements = Readonly<{ day: ManilaDay; statementIds: readonly string[] }>;

/**
 * Asks for both statements of a Manila day, up to today: a new version of each and its job in one transaction.
 * A fetch of the same day that is under way is not doubled, however often somebody presses.
 */
export async function requestStatement(
  actor: Actor,
  { day, gatewayAppId, kind }: StatementRequest,
  now: Date = new Date(),
): Promise<RequestedStatements> {
  assertCan(actor, 'statements:fetch');
  const today = manilaDayOf(now);
  if (day > today) throw fieldError('day', 'statements.fields.dayAhead', { todayDay: today });
  if (day < FIRST_DAY) throw fieldError('day', 'statements.fields.dayTooOld', { firstDay: FIRST_DAY });

  return db().$transaction(async (tx) => {
    const appId = await lockApp(tx, actor, gatewayAppId);
    const statementIds: string[] = [];
    for (const each of kind ? [kind] : STATEMENT_KINDS) {
      statementIds.push(await requestOne(tx, actor, { appId, kind: each, day, now }));
    }
    return { day, statementIds };
  });
}

type One = Readonly<{ appId: string; kind: StatementKind; day: ManilaDay; now: Date }>;

async function requestOne(tx: Tx, actor: Actor, { appId, kind, day, now }: One): Promise<string> {
  const { merchantId, userId } = actor;
  const key = { merchantId, gatewayAppId: appId, kind, day: dayColumn(day) };
  const last = await tx.statement.findFirst({ where: key, orderBy: { version: 'desc' } });
  if (last?.state === 'FETCHING') {
    if (now.getTime() - last.requestedAt.getTime() < LEFT_BEHIND_MS) return last.id;
    await tx.statement.update({
      where: { merchantId_id: { merchantId, id: last.id } },
      data: { state: 'FAILED', failure: 'statements.failure.interrupted' },
    });
  }
  const version = (last?.version ?? 0) + 1;
  const { id } = await tx.statement.create({
    data: { ...key, version, state: 'FETCHING', requestedById: userId, requestedAt: now },
    select: { id: true },
  });
  await writeAudit(tx, actor, {
    action: 'statement.fetch-requested',
    subjectType: 'statement',
    subjectId: id,
    detail: { kind, day, version },
  });
  await enqueue(tx, 'statement.fetch', { merchantId, statementId: id });
  return id;
}

/** Holds the app's row, so that two requests of the same day take turns; another merchant's app is not found. */
async function lockApp(tx: Tx, { merchantId }: Actor, gatewayAppId: string | undefined): Promise<string> {
  const rows = await tx.$queryRaw<{ appId: string }[]>`
    SELECT "appId" FROM "GatewayApp"
    WHERE "merchantId" = ${merchantId}::uuid AND (${gatewayAppId ?? null}::text IS NULL OR "appId" = ${gatewayAppId ?? null})
    ORDER BY "createdAt" LIMIT 1 FOR NO KEY UPDATE`;
  const app = rows[0];
  if (!app) throw new AppError('not-found');
  return app.appId;
}
