import { expect, test } from 'vitest';

import { db } from '../db/client';
import { dayColumn } from '../dates/day-column';
import type { ManilaDay } from '../dates/manila-day';
import { fetchStatement } from '../statements/fetch-statement';
import { requestStatement } from '../statements/request-statement';
import { loadExport } from '../demo/load-export';
import { aMerchant, type TestMerchant } from '../testing/merchant';
import { findDay } from './queries';
import { reconcileDay } from './reconcile-day';

const DAY = '2026-01-15' as ManilaDay;
const NEXT = '2026-01-16' as ManilaDay;

type Planted = { planted: { day: string; id: string; type: string; effect: string }[]; unexplained: string };

async function shopWithHistory(seed: number, planted: boolean, rowsPerDay = 200): Promise<TestMerchant> {
  const merchant = await aMerchant({
    role: 'FINANCE',
    othersCreateOrders: false,
    sandboxApp: {
      history: { seed, endDate: DAY, days: 2, rowsPerDay, planted, adjustment: planted },
    },
  });
  const into = { merchantId: merchant.actor.merchantId, gatewayAppId: merchant.appId };
  await loadExport(into, await merchant.sandbox.read('export'));
  return merchant;
}

async function fetchDay({ actor }: TestMerchant, day: ManilaDay): Promise<void> {
  const { statementIds } = await requestStatement(actor, { day });
  for (const statementId of statementIds) await fetchStatement({ merchantId: actor.merchantId, statementId });
}

async function reconcile({ actor, appId }: TestMerchant, day: ManilaDay) {
  await reconcileDay({
    merchantId: actor.merchantId,
    gatewayAppId: appId,
    day,
    requestedById: actor.userId,
  });
  const found = await findDay(actor, appId, day);
  if (!found?.run?.proof) throw new Error('the day was not reconciled');
  const exceptions = found.exceptions
    .filter(({ state }) => state === 'OPEN')
    .map(({ type, subjectId, effect }) => ({ day, id: subjectId, type, effect }));
  return { exceptions, proof: found.run.proof, found };
}

const sorted = (rows: readonly { id: string; type: string }[]) =>
  [...rows].sort((a, b) => `${a.type} ${a.id}`.localeCompare(`${b.type} ${b.id}`));

test.each([1, 7, 20260115])('seed %i: the planted truth row by row, and the planted rest', async (seed) => {
  const merchant = await shopWithHistory(seed, true);
  await fetchDay(merchant, DAY);
  await fetchDay(merchant, NEXT);
  const truth = await merchant.sandbox.read<Planted>('planted');

  const { exceptions, proof } = await reconcile(merchant, DAY);

  expect(truth.planted).toHaveLength(10);
  expect(sorted(exceptions)).toEqual(sorted(truth.planted));
  expect(proof.unexplained).toBe(truth.unexplained);
  expect(truth.unexplained).not.toBe('0');
  expect(proof.counts.cameBack).toBe(1);
});

test.each([1, 7])('seed %i without plantings: every line matches and nothing is left', async (seed) => {
  const merchant = await shopWithHistory(seed, false);
  await fetchDay(merchant, DAY);
  await fetchDay(merchant, NEXT);

  const { exceptions, proof, found } = await reconcile(merchant, DAY);

  expect(exceptions).toEqual([]);
  expect(proof.difference).toBe('0');
  expect(proof.unexplained).toBe('0');
  expect(found.lineCount).toBeGreaterThan(150);
  expect(found.matched).toBe(found.lineCount);
});

test('run again, exceptions keep their id and age; the day after carries what was late', async () => {
  const merchant = await shopWithHistory(3, true);
  await fetchDay(merchant, DAY);
  const early = await reconcile(merchant, DAY);
  const missing = early.found.exceptions.filter(({ type }) => type === 'MISSING_THERE');
  expect(missing).toHaveLength(2);

  await fetchDay(merchant, NEXT);
  const later = await reconcile(merchant, DAY);
  const again = await reconcile(merchant, DAY);

  expect(again.found.exceptions).toEqual(later.found.exceptions);
  const kept = new Map(early.found.exceptions.map(({ id, openedAt }) => [id, openedAt]));
  const same = later.found.exceptions.filter(({ id }) => kept.has(id));
  expect(same).toHaveLength(10);
  for (const { id, openedAt } of same) expect(openedAt).toBe(kept.get(id));
  const gone = later.found.exceptions.filter(({ state }) => state === 'GONE');
  expect(gone.map(({ type }) => type)).toEqual(['MISSING_THERE']);

  const late = later.found.exceptions.find(({ type }) => type === 'LATE');
  const next = await reconcile(merchant, NEXT);
  expect(next.exceptions).toEqual([]);
  expect(BigInt(next.proof.carried)).toBe(-BigInt(late?.effect ?? '0'));
  expect(next.proof.carriedFrom).toEqual([DAY]);
  expect(later.proof.unexplained).toBe(early.proof.unexplained);
});

test('a day of an app that nobody fetched claims nothing about it', async () => {
  const merchant = await aMerchant({ role: 'FINANCE' });
  const day = '2025-05-05' as ManilaDay;
  const { exceptions, proof } = await reconcile(merchant, day);
  expect(exceptions).toEqual([]);
  expect(proof).toMatchObject({
    opening: { known: false },
    closing: { known: false },
    shouldBe: null,
    unexplained: null,
    compared: { payments: false, payouts: false },
  });
  expect(
    await db().dayRun.count({ where: { merchantId: merchant.actor.merchantId, day: dayColumn(day) } }),
  ).toBe(1);
});
