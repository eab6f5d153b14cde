import { describe, expect, test } from 'vitest';

import type { ManilaDay } from '../dates/manila-day';
import { db } from '../db/client';
import { fetchStatement } from '../statements/fetch-statement';
import { requestStatement } from '../statements/request-statement';
import { loadExport } from '../demo/load-export';
import { aMerchant, type TestMerchant } from '../testing/merchant';
import type { ExceptionType } from './exception-type';
import { findDay } from './queries';
import { reconcileDay } from './reconcile-day';
import { resolveException, undoResolution } from './resolve-exception';
import type { Resolution } from './schema';

const DAY = '2026-01-15' as ManilaDay;
const NEXT = '2026-01-16' as ManilaDay;

async function plantedDay(): Promise<TestMerchant> {
  const merchant = await aMerchant({
    role: 'FINANCE',
    othersCreateOrders: false,
    sandboxApp: { history: { seed: 5, endDate: DAY, days: 2, rowsPerDay: 60, planted: true } },
  });
  const { actor, appId } = merchant;
  await loadExport(
    { merchantId: actor.merchantId, gatewayAppId: appId },
    await merchant.sandbox.read('export'),
  );
  for (const day of [DAY, NEXT]) {
    const { statementIds } = await requestStatement(actor, { day });
    for (const statementId of statementIds)
      await fetchStatement({ merchantId: actor.merchantId, statementId });
  }
  await run(merchant);
  return merchant;
}

async function run({ actor, appId }: TestMerchant, day: ManilaDay = DAY) {
  const { merchantId, userId } = actor;
  await reconcileDay({ merchantId, gatewayAppId: appId, day, requestedById: userId });
  const found = await findDay(actor, appId, day);
  if (!found?.run?.proof) throw new Error('not reconciled');
  return { exceptions: found.exceptions, proof: found.run.proof };
}

async function theOne(merchant: TestMerchant, type: ExceptionType) {
  const { exceptions } = await run(merchant);
  const [first] = exceptions.filter((row) => row.type === type);
  if (!first) throw new Error(`no ${type}`);
  return first;
}

const decide = (resolution: Resolution, note: string | null = null) => ({ resolution, note });

describe('accepting what PayCools says', () => {
  test.each(['LATE', 'AMOUNT_DIFFERS', 'STATUS_DIFFERS'] as const)(
    '%s corrects the order; the rest of the day stays what it was, and undoing puts it back',
    async (type) => {
      const merchant = await plantedDay();
      const { proof: before } = await run(merchant);
      const one = await theOne(merchant, type);
      const orderBefore = await db().order.findFirstOrThrow({ where: { id: one.orderId ?? '' } });

      await resolveException(merchant.actor, { exceptionId: one.id, ...decide('ACCEPTED') });
      const after = await run(merchant);

      expect(after.proof.unexplained).toBe(before.unexplained);
      expect(BigInt(after.proof.byExceptions)).toBe(BigInt(before.byExceptions) - BigInt(one.effect));
      expect(after.exceptions.find(({ id }) => id === one.id)).toMatchObject({
        state: 'RESOLVED',
        resolution: 'ACCEPTED',
        found: false,
        mayUndo: true,
      });
      const story = await db().timelineEvent.findMany({ where: { orderId: one.orderId, source: 'PERSON' } });
      expect(story.map(({ kind, actorId }) => ({ kind, actorId }))).toEqual([
        { kind: type === 'LATE' ? 'moved' : 'corrected', actorId: merchant.actor.userId },
      ]);

      await undoResolution(merchant.actor, { exceptionId: one.id });
      const undone = await run(merchant);
      const orderAfter = await db().order.findFirstOrThrow({ where: { id: one.orderId ?? '' } });
      expect(undone.proof.byExceptions).toBe(before.byExceptions);
      expect(undone.exceptions.find(({ id }) => id === one.id)).toMatchObject({
        state: 'OPEN',
        effect: one.effect,
        openedAt: one.openedAt,
        resolution: null,
      });
      expect([orderAfter.status, orderAfter.amount, orderAfter.completedAt]).toEqual([
        orderBefore.status,
        orderBefore.amount,
        orderBefore.completedAt,
      ]);
    },
  );

  test('what was late is carried to no other day any more', async () => {
    const merchant = await plantedDay();
    const late = await theOne(merchant, 'LATE');
    expect((await run(merchant, NEXT)).proof.carried).toBe((-BigInt(late.effect)).toString());
    await resolveException(merchant.actor, { exceptionId: late.id, ...decide('ACCEPTED') });
    expect((await run(merchant, NEXT)).proof.carried).toBe('0');
    expect((await run(merchant)).exceptions.find(({ id }) => id === late.id)?.found).toBe(false);
  });

  test('a payment that is missing here becomes an order, for good', async () => {
    const merchant = await plantedDay();
    const { proof: before } = await run(merchant);
    const missing = await theOne(merchant, 'MISSING_HERE');
    await resolveException(merchant.actor, { exceptionId: missing.id, ...decide('ACCEPTED') });
    const { proof, exceptions } = await run(merchant);

    const order = await db().order.findFirstOrThrow({
      where: { merchantId: merchant.actor.merchantId, transactionId: missing.subjectId },
    });
    expect(order).toMatchObject({ status: 'COMPLETE', origin: 'STATEMENT' });
    expect(proof.unexplained).toBe(before.unexplained);
    expect(BigInt(proof.byExceptions)).toBe(BigInt(before.byExceptions) - BigInt(missing.effect));
    expect(exceptions.find(({ id }) => id === missing.id)).toMatchObject({
      state: 'RESOLVED',
      mayUndo: false,
    });
    await expect(undoResolution(merchant.actor, { exceptionId: missing.id })).rejects.toMatchObject({
      code: 'refused',
    });
  });

  test.each(['MISSING_THERE', 'REFUND_NOT_EXPLAINED'] as const)('%s cannot be accepted', async (type) => {
    const merchant = await plantedDay();
    const one = await theOne(merchant, type);
    expect(one.mayAccept).toBe(false);
    await expect(
      resolveException(merchant.actor, { exceptionId: one.id, ...decide('ACCEPTED') }),
    ).rejects.toMatchObject({ code: 'refused' });
    expect((await theOne(merchant, type)).state).toBe('OPEN');
  });
});

describe('other decisions', () => {
  test('a write-off keeps the books and the effect; the same run again keeps the decision', async () => {
    const merchant = await plantedDay();
    const { proof: before } = await run(merchant);
    const one = await theOne(merchant, 'MISSING_THERE');
    await resolveException(merchant.actor, {
      exceptionId: one.id,
      ...decide('WRITTEN_OFF', 'Lost at PayCools'),
    });
    const { proof, exceptions } = await run(merchant);
    expect(proof.byExceptions).toBe(before.byExceptions);
    expect(proof.unexplained).toBe(before.unexplained);
    expect(exceptions.find(({ id }) => id === one.id)).toMatchObject({
      state: 'RESOLVED',
      found: true,
      resolution: 'WRITTEN_OFF',
      resolutionNote: 'Lost at PayCools',
      resolvedBy: 'Finance Reyes',
    });
  });

  test('waiting stays open and is marked; it can be taken back', async () => {
    const merchant = await plantedDay();
    const one = await theOne(merchant, 'REFUND_NOT_EXPLAINED');
    await resolveException(merchant.actor, { exceptionId: one.id, ...decide('WAITING', 'Asked by phone') });
    expect(await theOne(merchant, 'REFUND_NOT_EXPLAINED')).toMatchObject({
      state: 'OPEN',
      resolution: 'WAITING',
    });
    await undoResolution(merchant.actor, { exceptionId: one.id });
    expect(await theOne(merchant, 'REFUND_NOT_EXPLAINED')).toMatchObject({ state: 'OPEN', resolution: null });
  });

  test('need the permission, an open exception, and the right merchant; each leaves one audit row', async () => {
    const merchant = await plantedDay();
    const stranger = await aMerchant({ role: 'FINANCE' });
    const one = await theOne(merchant, 'NO_CALLBACK');
    const request = { exceptionId: one.id, ...decide('ACCEPTED') };
    for (const role of ['ADMIN', 'SUPPORT', 'APPROVER', 'VIEWER'] as const) {
      await expect(resolveException(await merchant.colleague(role), request)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await expect(resolveException(stranger.actor, request)).rejects.toMatchObject({ code: 'not-found' });
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => resolveException(merchant.actor, request)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const audit = await db().auditEntry.count({
      where: { merchantId: merchant.actor.merchantId, action: 'exception.resolved' },
    });
    expect(audit).toBe(1);
  });
});
