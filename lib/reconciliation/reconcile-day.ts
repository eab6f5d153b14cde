import 'server-only';

import { writeAudit } from '../audit/write-audit';
import { takeSnapshot } from '../balances/take-snapshot';
import { parseManilaDay } from '../dates/manila-day';
import { db, type Tx } from '../db/client';
import type { Jobs } from '../jobs/queue';
import { waitingTimes } from '../jobs/waiting-times';
import { type AppRules, applyLines } from './apply-lines';
import { askRefunds } from './ask-refunds';
import { compareRefunds, type RefundPair } from './compare-refunds';
import { dailyProof } from './daily-proof';
import { dayScope, type DayScope } from './day-scope';
import type { Findings, Found } from './exception-type';
import { findCollectionExceptions } from './find-collection-exceptions';
import { findPayoutExceptions, LISTING_MARGIN_MS } from './find-payout-exceptions';
import { markFailed, markRunning, saveRun } from './keep-run';
import { matchLines } from './match-lines';
import { storeExceptions } from './store-exceptions';

const LONGEST_MS = 300_000;

/**
 * Job: reconciles one day of one app. Statement lines find their orders, open orders learn what the statement says,
 * refunds are asked about, what disagrees becomes exceptions, and the day's balance is proved. Run again it ends in
 * the same rows: exceptions keep their id and age, what is no longer found is gone.
 */
export async function reconcileDay(job: Jobs['day.reconcile']): Promise<void> {
  const day = parseManilaDay(job.day);
  const app = await db().gatewayApp.findUnique({
    where: { merchantId_appId: { merchantId: job.merchantId, appId: job.gatewayAppId } },
    select: { othersCreateOrders: true, othersSendMoney: true },
  });
  if (day === null || !app) return;
  const scope = dayScope(job.merchantId, job.gatewayAppId, day);
  await markRunning(db(), scope, job.requestedById, new Date());
  try {
    await run(scope, app, job.requestedById);
  } catch (error) {
    await markFailed(scope);
    throw error;
  }
}

async function run(scope: DayScope, rules: AppRules, requestedById: string): Promise<void> {
  const { merchantId, gatewayAppId } = scope;
  // A running day is proved up to now, which needs a balance of now.
  if (new Date() < scope.to) await takeSnapshot({ merchantId, gatewayAppId, reason: 'reconcile' });
  await db().$transaction((tx) => matchLines(tx, scope), { timeout: LONGEST_MS });
  await applyLines(scope, rules);
  const refunds = await askRefunds(scope, rules.othersSendMoney);
  await db().$transaction((tx) => compareAndProve(tx, scope, { rules, refunds, requestedById }), {
    timeout: LONGEST_MS,
  });
}

type Run = Readonly<{ rules: AppRules; refunds: readonly RefundPair[]; requestedById: string }>;

async function compareAndProve(
  tx: Tx,
  scope: DayScope,
  { rules, refunds, requestedById }: Run,
): Promise<void> {
  const { merchantId, gatewayAppId, column, day } = scope;
  // Two runs of the same day take turns; the later one sees what the earlier one wrote.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${gatewayAppId} ${day}`}, 0))`;
  const now = new Date();
  await matchLines(tx, scope);
  const statements = await tx.statement.findMany({
    where: { merchantId, gatewayAppId, day: column, current: true },
    select: { kind: true, fetchedAt: true },
  });
  const payments = statements.find(({ kind }) => kind === 'PAYMENT');
  const collections = await findCollectionExceptions(tx, scope, {
    listedBefore: payments?.fetchedAt ? new Date(payments.fetchedAt.getTime() - LISTING_MARGIN_MS) : null,
    calledBackBefore: new Date(now.getTime() - waitingTimes().callbackGrace),
    othersCreateOrders: rules.othersCreateOrders,
  });
  const payouts = await findPayoutExceptions(tx, scope, rules.othersSendMoney);
  const found = [...collections.found, ...payouts, ...compareRefunds(day, refunds)];
  const silent = new Set(refunds.filter(({ theirs }) => theirs === 'silent').map(({ refundId }) => refundId));
  const stored = await storeExceptions(tx, scope, found, silent, now);
  const proved = await dailyProof(tx, scope, { ...carriedBy(collections), effects: stored.effects }, now);
  const proof = {
    ...proved,
    compared: {
      payments: payments !== undefined,
      payouts: statements.some(({ kind }) => kind === 'PAYOUT'),
    },
    refundsNotAsked: silent.size,
  };
  const lines = await countLines(tx, scope, found);
  await saveRun(tx, scope, { proof, ...lines, ranAt: now, requestedById });
  await writeAudit(
    tx,
    { userId: requestedById, merchantId },
    {
      action: 'day.reconciled',
      subjectType: 'day',
      subjectId: `${gatewayAppId} ${day}`,
      detail: { day, matched: lines.matched, exceptions: stored.open, unexplained: proof.unexplained },
    },
  );
}

function carriedBy({ carried, carriedFrom }: Findings) {
  return { carried, carriedFrom };
}

/** How many lines the day has, and how many of them matched without leaving anything to look at. */
async function countLines(
  tx: Tx,
  { merchantId, gatewayAppId, column }: DayScope,
  found: readonly Found[],
): Promise<{ lineCount: number; matched: number }> {
  const ofDay = { merchantId, gatewayAppId, day: column, statement: { current: true } };
  const odd = found.flatMap(({ lineId }) => (lineId === null ? [] : [lineId]));
  const lineCount = await tx.statementLine.count({ where: ofDay });
  const matched = await tx.statementLine.count({
    where: { ...ofDay, rule: { not: null }, id: { notIn: odd } },
  });
  return { lineCount, matched };
}
