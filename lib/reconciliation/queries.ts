import 'server-only';

import { type Actor, assertCan, can } from '../auth/actor';
import { dayColumn } from '../dates/day-column';
import type { ManilaDay } from '../dates/manila-day';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { storedRunOf } from './keep-run';
import { acceptEffect } from './may-accept';
import { type DayReconciliation, ExceptionDetail, type ExceptionRow, RESOLUTIONS } from './schema';

const EXCEPTION = {
  line: { select: { statementId: true } },
} as const satisfies Prisma.ReconExceptionInclude;
type StoredException = Prisma.ReconExceptionGetPayload<{ include: typeof EXCEPTION }>;

/** One day of one app; null where this merchant has no such app. A day that nobody ran yet has no run. */
export async function findDay(
  actor: Actor,
  gatewayAppId: string,
  day: ManilaDay,
): Promise<DayReconciliation | null> {
  assertCan(actor, 'reconciliation:read');
  const { merchantId } = actor;
  const app = await db().gatewayApp.findUnique({
    where: { merchantId_appId: { merchantId, appId: gatewayAppId } },
    select: { appName: true },
  });
  if (!app) return null;
  const ofDay = { merchantId, gatewayAppId, day: dayColumn(day) };
  const [run, exceptions, payments, payouts] = await Promise.all([
    db().dayRun.findUnique({ where: { merchantId_gatewayAppId_day: ofDay } }),
    db().reconException.findMany({
      where: ofDay,
      include: EXCEPTION,
      orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    }),
    latestStatement({ ...ofDay, kind: 'PAYMENT' }),
    latestStatement({ ...ofDay, kind: 'PAYOUT' }),
  ]);
  const names = await namesOf(exceptions.flatMap(({ resolvedById }) => resolvedById ?? []));
  const stored = run && storedRunOf(run.proof);
  return {
    gatewayAppId,
    appName: app.appName,
    day,
    ranAt: run && stored?.proof ? run.ranAt.toISOString() : null,
    run: stored,
    matched: run?.matched ?? 0,
    lineCount: run?.lineCount ?? 0,
    exceptions: sortForPeople(
      exceptions.map((row) => exceptionRow(row, { actor, names, ranAt: run?.ranAt ?? null })),
    ),
    statements: { PAYMENT: payments, PAYOUT: payouts },
  };
}

async function latestStatement(where: Prisma.StatementWhereInput) {
  const row = await db().statement.findFirst({
    where,
    orderBy: { version: 'desc' },
    select: { id: true, state: true, fetchedAt: true },
  });
  return row && { ...row, fetchedAt: row.fetchedAt?.toISOString() ?? null };
}

type Around = Readonly<{ actor: Actor; names: ReadonlyMap<string, string>; ranAt: Date | null }>;

function exceptionRow(row: StoredException, { actor, names, ranAt }: Around): ExceptionRow {
  const detail = ExceptionDetail.parse(row.detail);
  const { subject, variant, values } = detail;
  const mayWork = can(actor, 'reconciliation:work');
  const resolution = RESOLUTIONS.find((known) => known === row.resolution) ?? null;
  return {
    id: row.id,
    type: row.type,
    subject,
    subjectId: row.subjectId,
    variant,
    values,
    effect: row.effect.toString(),
    claim: row.claim?.toString() ?? null,
    state: row.state,
    found: row.state !== 'GONE' && ranAt !== null && row.lastSeenAt.getTime() >= ranAt.getTime(),
    openedAt: row.openedAt.toISOString(),
    resolution,
    resolutionNote: row.resolutionNote,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: names.get(row.resolvedById ?? '') ?? null,
    orderId: row.orderId ?? detail.createdOrderId ?? null,
    refundId: row.refundId,
    payoutId: row.payoutId,
    statementId: row.line?.statementId ?? null,
    mayAccept: mayWork && row.state === 'OPEN' && acceptEffect({ type: row.type, subject, variant }) !== null,
    mayUndo: mayWork && resolution !== null && detail.createdOrderId === undefined,
  };
}

const STATE_ORDER = { OPEN: 0, RESOLVED: 1, GONE: 2 } as const;

/** What is to be done first, and of that the largest effect first. */
function sortForPeople(rows: ExceptionRow[]): ExceptionRow[] {
  const size = ({ effect }: ExceptionRow) => (effect.startsWith('-') ? -BigInt(effect) : BigInt(effect));
  return rows.sort((a, b) => {
    if (a.state !== b.state) return STATE_ORDER[a.state] - STATE_ORDER[b.state];
    const [sizeOfA, sizeOfB] = [size(a), size(b)];
    return sizeOfA === sizeOfB ? a.id.localeCompare(b.id) : sizeOfA > sizeOfB ? -1 : 1;
  });
}

async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await db().person.findMany({
    where: { id: { in: ids.filter((id) => !id.includes(':')) } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
