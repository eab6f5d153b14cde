import { describe, expect, test } from 'vitest';

import { dayColumn } from '../dates/day-column';
import { addDays, type ManilaDay, manilaDayOf } from '../dates/manila-day';
import { db } from '../db/client';
import { aMerchant, type TestMerchant } from '../testing/merchant';
import { fetchStatement } from './fetch-statement';
import { listLines } from './list-lines';
import { findStatement, listStatements } from './queries';
import { requestStatement } from './request-statement';

const DAY = '2026-01-15' as ManilaDay;

const shop = (limits?: Record<string, number>) =>
  aMerchant({
    role: 'FINANCE',
    sandboxApp: {
      ...(limits && { limits }),
      history: { seed: 11, endDate: DAY, days: 1, rowsPerDay: 230, planted: false },
    },
  });

async function fetchBoth({ actor }: TestMerchant, day: ManilaDay = DAY): Promise<[string, string]> {
  const { statementIds } = await requestStatement(actor, { day });
  for (const statementId of statementIds) await fetchStatement({ merchantId: actor.merchantId, statementId });
  return statementIds as unknown as [string, string];
}

async function jobsFor(statementId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job
    WHERE name = 'statement.fetch' AND data->>'statementId' = ${statementId}`;
  return row?.count ?? 0;
}

describe('a fetched statement', () => {
  test('holds every line of PayCools in centavos, its sums, and the proof that nothing is missing', async () => {
    const merchant = await shop();
    const [payments, payouts] = await fetchBoth(merchant);

    const found = await findStatement(merchant.actor, payments);
    const lines = await db().statementLine.findMany({ where: { statementId: payments } });
    const complete = lines.filter(({ status }) => status === 'COMPLETE');

    expect(found).toMatchObject({ state: 'READY', version: 1, current: true, failure: null });
    expect(found?.rowCount).toBe(lines.length);
    expect(lines.length).toBeGreaterThan(200);
    expect(found?.pages).toBe(4);
    expect(found?.contentHash).toMatch(/^[0-9a-f]{64}$/u);
    const sum = (pick: (line: (typeof lines)[number]) => bigint) =>
      complete.reduce((total, line) => total + pick(line), 0n).toString();
    expect(found?.amountSum).toBe(sum(({ amount }) => amount));
    expect(found?.feeSum).toBe(sum(({ fee }) => fee));
    expect(await findStatement(merchant.actor, payouts)).toMatchObject({ kind: 'PAYOUT', state: 'READY' });
  });

  test('is what the sandbox has in its own books, line for line', async () => {
    const merchant = await shop();
    const [payments] = await fetchBoth(merchant);
    const books = await merchant.sandbox.read<{
      orders: { transactionId: string; amount: string; status: string; completeTime: string | null }[];
    }>('export');
    const ofDay = books.orders
      .filter(({ status, completeTime }) => status === 'COMPLETE' && completeTime?.startsWith(DAY))
      .map(({ transactionId, amount }) => `${transactionId} ${amount}`);
    const lines = await db().statementLine.findMany({ where: { statementId: payments, status: 'COMPLETE' } });
    expect(lines.map(({ transactionId, amount }) => `${transactionId} ${amount}`).sort()).toEqual(
      ofDay.sort(),
    );
  });

  test('waits where PayCools says "too often" and comes out the same', async () => {
    const patient = await shop({ requestsPerSecond: 100, burst: 100, statementsPerSecond: 3 });
    const fast = await shop();
    const [slowId] = await fetchBoth(patient);
    const [fastId] = await fetchBoth(fast);
    const requests = await patient.sandbox.read<{ requests: { code: number | null }[] }>('requests');
    const slow = await findStatement(patient.actor, slowId);
    expect(slow).toMatchObject({
      state: 'READY',
      rowCount: (await findStatement(fast.actor, fastId))?.rowCount,
    });
    expect(JSON.stringify(requests)).toContain('1013');
  });

  test('reads page 1 again at its end, and nothing is asked with an old timestamp', async () => {
    const merchant = await shop();
    await fetchBoth(merchant);
    const { requests } = await merchant.sandbox.read<{
      requests: { operation: string; canonical: string; code: number }[];
    }>('requests');
    const done = requests.filter(
      ({ operation, canonical }) =>
        operation === 'account.paymentStatement' && canonical.includes('completeDate='),
    );
    expect(done.map(({ canonical }) => /page=(\d+)/u.exec(canonical)?.[1])).toEqual(['1', '2', '3', '1']);
    expect(done.every(({ code }) => code === 1000)).toBe(true);
  });

  test('gets a next version, and only that one is current', async () => {
    const merchant = await shop();
    const [first] = await fetchBoth(merchant);
    const [second] = await fetchBoth(merchant);
    const old = await findStatement(merchant.actor, first);
    const now = await findStatement(merchant.actor, second);
    expect(old).toMatchObject({ version: 1, current: false });
    expect(now).toMatchObject({ version: 2, current: true, contentHash: old?.contentHash });
    expect((await listStatements(merchant.actor, { kind: 'PAYMENT' })).rows.map(({ id }) => id)).toEqual([
      second,
    ]);
  });
});

describe('asking for a day', () => {
  test('writes rows, jobs and audit in one go; pressed twice it is one fetch', async () => {
    const { actor } = await aMerchant({ role: 'FINANCE' });
    const today = manilaDayOf(new Date());
    const all = await Promise.all(Array.from({ length: 6 }, () => requestStatement(actor, { day: today })));
    const ids = new Set(all.flatMap(({ statementIds }) => statementIds));
    expect(ids.size).toBe(2);
    for (const id of ids) expect(await jobsFor(id)).toBe(1);
    const audit = await db().auditEntry.count({
      where: { merchantId: actor.merchantId, action: 'statement.fetch-requested' },
    });
    expect(audit).toBe(2);
  });

  test('is refused for tomorrow, for a year typed in two digits, and without the permission', async () => {
    const merchant = await aMerchant({ role: 'OWNER' });
    const tomorrow = addDays(manilaDayOf(new Date()), 1);
    await expect(requestStatement(merchant.actor, { day: tomorrow })).rejects.toMatchObject({
      code: 'input',
      fields: { day: [{ key: 'statements.fields.dayAhead' }] },
    });
    await expect(requestStatement(merchant.actor, { day: '0026-01-15' as ManilaDay })).rejects.toMatchObject({
      fields: { day: [{ key: 'statements.fields.dayTooOld' }] },
    });
    for (const role of ['ADMIN', 'SUPPORT', 'APPROVER', 'VIEWER'] as const) {
      await expect(requestStatement(await merchant.colleague(role), { day: DAY })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    expect(await db().statement.count({ where: { merchantId: merchant.actor.merchantId } })).toBe(0);
  });

  test('of another merchant’s app finds nothing, and its statements are not found either', async () => {
    const mine = await aMerchant({ role: 'FINANCE' });
    const theirs = await shop();
    const [id] = await fetchBoth(theirs);
    await expect(
      requestStatement(mine.actor, { day: DAY, gatewayAppId: theirs.appId }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await findStatement(mine.actor, id)).toBeNull();
    expect(await listLines(mine.actor, id, {})).toMatchObject({ rows: [], count: 0 });
  });
});

describe('a fetch that cannot be completed', () => {
  test.each([
    [{ fault: 'answer-code', code: 1004 }, 'statements.failure.rejected', { code: 1004 }],
    [{ fault: 'down' }, 'statements.failure.noAnswer', { times: 4 }],
    [{ fault: 'html' }, 'statements.failure.unreadable', undefined],
  ] as const)('with %o says why and keeps nothing', async (fault, key, values) => {
    const merchant = await shop();
    await merchant.sandbox.setFault(fault);
    const [id] = await fetchBoth(merchant);
    const found = await findStatement(merchant.actor, id);
    expect(found).toMatchObject({ state: 'FAILED', current: false, failure: { key } });
    expect(found?.failure?.values).toEqual(values);
    expect(await db().statementLine.count({ where: { statementId: id } })).toBe(0);
  });

  test('leaves the version before it current', async () => {
    const merchant = await shop();
    const [first] = await fetchBoth(merchant);
    await merchant.sandbox.setFault({ fault: 'down' });
    await fetchBoth(merchant);
    expect(await findStatement(merchant.actor, first)).toMatchObject({ current: true });
    const rows = await db().statement.findMany({
      where: { merchantId: merchant.actor.merchantId, kind: 'PAYMENT', day: dayColumn(DAY) },
      orderBy: { version: 'asc' },
      select: { state: true },
    });
    expect(rows.map(({ state }) => state)).toEqual(['READY', 'FAILED']);
  });
});

test('lines are paged by their number, with the totals of the whole filter', async () => {
  const merchant = await shop();
  const [id] = await fetchBoth(merchant);
  const first = await listLines(merchant.actor, id, {});
  const second = await listLines(merchant.actor, id, { after: first.older ?? 0 });
  const back = await listLines(merchant.actor, id, { before: second.newer ?? 0 });
  expect(first.rows.map(({ lineNo }) => lineNo)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  expect(second.rows[0]?.lineNo).toBe(51);
  expect(back.rows).toEqual(first.rows);
  expect(first.newer).toBeNull();
  expect(second.count).toBe(first.count);
  const failed = await listLines(merchant.actor, id, { status: 'FAILED' });
  expect(failed.rows.every(({ status }) => status === 'FAILED')).toBe(true);
  expect(failed.count).toBeGreaterThan(0);
});
