import 'server-only';

import { writeAudit } from '../audit/write-audit';
import { systemAuthor } from '../auth/actor';
import { dayColumn, dayOfColumn } from '../dates/day-column';
import { addDays } from '../dates/manila-day';
import { db, type Tx } from '../db/client';
import type { Statement } from '../db/generated/client';
import type { Message } from '../i18n/message';
import { enqueue } from '../jobs/queue';
import { dayScope } from '../reconciliation/day-scope';
import { markRunning } from '../reconciliation/keep-run';
import type { PlacedLine } from './pull-statement';
import { completeSums, contentHash } from './pulled-line';

const ROWS_PER_INSERT = 1_000;

/**
 * Keeps a complete pull in one transaction: its lines, its proof of completeness, and the job that reconciles the
 * day. It becomes the current version unless a newer one already is. False where somebody else ended this fetch.
 */
export async function storeStatement(
  statement: Statement,
  lines: readonly PlacedLine[],
  pages: number,
): Promise<boolean> {
  const { merchantId, id } = statement;
  const sums = completeSums(lines);
  const hash = contentHash(lines);
  return db().$transaction(
    async (tx) => {
      const current = await becomesCurrent(tx, statement);
      const { count } = await tx.statement.updateMany({
        where: { merchantId, id, state: 'FETCHING' },
        data: {
          state: 'READY',
          pages,
          pagesExpected: pages,
          rowCount: lines.length,
          amountSum: sums.amount,
          feeSum: sums.fee,
          contentHash: hash,
          fetchedAt: new Date(),
          current,
        },
      });
      if (count === 0) return false;
      await insertLines(tx, statement, lines);
      await writeAudit(tx, systemAuthor('statements', merchantId), {
        action: 'statement.stored',
        subjectType: 'statement',
        subjectId: id,
        detail: { rows: lines.length, amount: sums.amount.toString(), hash },
      });
      await enqueueDays(tx, statement);
      return true;
    },
    { timeout: 120_000 },
  );
}

/** Ends a fetch without a statement and says why; the version before it stays current. */
export async function failStatement({ merchantId, id }: Statement, failure: Message): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.statement.updateMany({
      where: { merchantId, id, state: 'FETCHING' },
      data: {
        state: 'FAILED',
        failure: failure.key,
        ...(failure.values && { failureValues: failure.values }),
      },
    });
    if (count === 0) return;
    await writeAudit(tx, systemAuthor('statements', merchantId), {
      action: 'statement.failed',
      subjectType: 'statement',
      subjectId: id,
      detail: { reason: failure.key },
    });
  });
}

async function becomesCurrent(tx: Tx, statement: Statement): Promise<boolean> {
  const { merchantId, gatewayAppId, kind, day, version } = statement;
  const key = { merchantId, gatewayAppId, kind, day, current: true };
  const newer = await tx.statement.count({ where: { ...key, version: { gt: version } } });
  if (newer > 0) return false;
  await tx.statement.updateMany({ where: key, data: { current: false } });
  return true;
}

async function insertLines(tx: Tx, statement: Statement, lines: readonly PlacedLine[]): Promise<void> {
  const { merchantId, id: statementId, gatewayAppId, kind, day } = statement;
  for (let from = 0; from < lines.length; from += ROWS_PER_INSERT) {
    await tx.statementLine.createMany({
      data: lines.slice(from, from + ROWS_PER_INSERT).map((line, index) => ({
        ...line,
        merchantId,
        statementId,
        gatewayAppId,
        kind,
        day,
        lineNo: from + index + 1,
      })),
    });
  }
}

/** The day itself, and its neighbours where they were fetched: what is late on one is explained by the other. */
async function enqueueDays(tx: Tx, statement: Statement): Promise<void> {
  const { merchantId, gatewayAppId, requestedById } = statement;
  const day = dayOfColumn(statement.day);
  const neighbours = await tx.statement.findMany({
    where: {
      merchantId,
      gatewayAppId,
      kind: 'PAYMENT',
      current: true,
      day: { in: [dayColumn(addDays(day, -1)), dayColumn(addDays(day, 1))] },
    },
    select: { day: true },
  });
  for (const each of [day, ...neighbours.map((neighbour) => dayOfColumn(neighbour.day))]) {
    // Marked before it runs, so that an open page keeps asking until the day is reconciled.
    await markRunning(tx, dayScope(merchantId, gatewayAppId, each), requestedById, new Date());
    await enqueue(tx, 'day.reconcile', { merchantId, gatewayAppId, day: each, requestedById });
  }
}
