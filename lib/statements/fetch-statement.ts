import 'server-only';

import { setTimeout as sleep } from 'node:timers/promises';

import { gatewayOf } from '../apps/gateway-of';
import { dayOfColumn } from '../dates/day-column';
import { db } from '../db/client';
import type { Statement } from '../db/generated/client';
import type { Gateway, GatewayResult } from '../gateway';
import type { Jobs } from '../jobs/queue';
import { waitingTimes } from '../jobs/waiting-times';
import { type Page, type PageQuery, type Progress, pullStatement } from './pull-statement';
import { fromPayment, fromPayout } from './pulled-line';
import { failStatement, storeStatement } from './store-statement';

/**
 * Job: fetches one requested statement and keeps it, or its reason for failing. Run again after a break it starts
 * from page 1, because nothing is kept before everything is there; a statement that has ended is left alone.
 */
export async function fetchStatement({ merchantId, statementId }: Jobs['statement.fetch']): Promise<void> {
  const statement = await db().statement.findUnique({
    where: { merchantId_id: { merchantId, id: statementId } },
  });
  if (statement?.state !== 'FETCHING') return;
  const gateway = await gatewayOf(merchantId, statement.gatewayAppId);
  const pulled = await pullStatement(dayOfColumn(statement.day), {
    ask: asker(gateway, statement),
    onProgress: (progress) => showProgress(statement, progress),
    sleep: (ms) => sleep(ms),
    frequencyPauses: waitingTimes().frequencyBackoff,
    now: Date.now,
  });
  if (pulled.ok) await storeStatement(statement, pulled.lines, pulled.pages);
  else await failStatement(statement, pulled.failure);
}

function asker(gateway: Gateway, { kind }: Statement): (query: PageQuery) => Promise<GatewayResult<Page>> {
  if (kind === 'PAYMENT') {
    return async (query) => mapData(await gateway.account.paymentStatement(query), fromPayment);
  }
  return async (query) => mapData(await gateway.account.payoutStatement(query), fromPayout);
}

type WirePage<Line> = Readonly<{ records: readonly Line[]; total: number; pages: number }>;

function mapData<Line>(
  result: GatewayResult<WirePage<Line>>,
  map: (line: Line) => Page['records'][number],
): GatewayResult<Page> {
  if (result.outcome !== 'accepted') return result;
  const { records, total, pages } = result.data;
  return { ...result, data: { records: records.map(map), total, pages } };
}

async function showProgress({ merchantId, id }: Statement, progress: Progress): Promise<void> {
  await db().statement.updateMany({
    where: { merchantId, id, state: 'FETCHING' },
    data: { pages: progress.pages, pagesExpected: progress.pagesExpected, rowCount: progress.rows },
  });
}
