import { describe, expect, test } from 'vitest';

import { db } from '../db/client';
import { aMerchant } from '../testing/merchant';
import { aQrRequest, checkQrCodeNow, sandboxCalls, storedQrCode } from '../testing/qr-code-request';
import { createQrCode } from './create-qr-code';
import { findQrCode } from './queries';

async function jobsOf(id: string): Promise<number> {
  const rows = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pgboss.job WHERE name = 'qr-code.check' AND data->>'qrCodeId' = ${id}`;
  return Number(rows[0]?.count ?? 0n);
}

describe('an outcome that is not known', () => {
  test.each(['drop-answer', 'error-after', 'act-then-1018', 'truncated'])(
    '%s: unknown, sent once, found by query, active',
    async (fault) => {
      const merchant = await aMerchant();
      const { actor } = merchant;
      await merchant.sandbox.setFault({ fault, operation: 'qrCode.create', times: 1 });

      const { id, status } = await createQrCode(actor, aQrRequest());
      expect(status).toBe('UNKNOWN');
      expect(await findQrCode(actor, id)).toMatchObject({
        hasPicture: false,
        withheld: null,
        canCancel: true,
      });

      await checkQrCodeNow(actor, id);
      expect(await storedQrCode(actor, id)).toMatchObject({ status: 'ACTIVE' });
      expect(await findQrCode(actor, id)).toMatchObject({ hasPicture: true });
      expect(await sandboxCalls(merchant, 'qrCode.create')).toHaveLength(1);
    },
  );

  test.each([1012, 1018, 1099])('the answer %i proves nothing', async (code) => {
    const merchant = await aMerchant();
    await merchant.sandbox.setFault({ fault: 'answer-code', operation: 'qrCode.create', code, times: 1 });
    expect(await createQrCode(merchant.actor, aQrRequest())).toMatchObject({ status: 'UNKNOWN' });
  });

  test.each(['html', 'error-before'])('%s instead of an answer proves nothing', async (fault) => {
    const merchant = await aMerchant();
    await merchant.sandbox.setFault({ fault, operation: 'qrCode.create', times: 1 });
    const { id, status } = await createQrCode(merchant.actor, aQrRequest());
    expect(status).toBe('UNKNOWN');
    // One check for an intent left behind, one for the outcome that is not known.
    expect(await jobsOf(id)).toBe(2);
  });

  test('never taken: two not-found answers, late enough and far enough apart, and not before', async () => {
    const merchant = await aMerchant();
    const { actor } = merchant;
    await merchant.sandbox.setFault({ fault: 'error-before', operation: 'qrCode.create', times: 1 });
    const { id } = await createQrCode(actor, aQrRequest());
    const where = { merchantId_id: { merchantId: actor.merchantId, id } };
    const calledAgo = (ms: number) =>
      db().qrCode.update({ where, data: { sentAt: new Date(Date.now() - ms) } });
    const firstHeardAgo = (ms: number) =>
      db().timelineEvent.updateMany({
        where: { qrCodeId: id, kind: 'notFound' },
        data: { at: new Date(Date.now() - ms) },
      });

    // At 1/600, ten minutes are one second and five are half a second; a moment ahead is never enough.
    await calledAgo(-60_000);
    await checkQrCodeNow(actor, id);
    expect(await db().timelineEvent.count({ where: { qrCodeId: id, kind: 'notFound' } })).toBe(0);

    await calledAgo(1_001);
    await checkQrCodeNow(actor, id);
    await firstHeardAgo(-60_000);
    await checkQrCodeNow(actor, id);
    expect(await storedQrCode(actor, id)).toMatchObject({ status: 'UNKNOWN' });

    await firstHeardAgo(501);
    await checkQrCodeNow(actor, id);
    expect(await storedQrCode(actor, id)).toMatchObject({
      status: 'REFUSED',
      refusedCode: 1008,
      nextCheckAt: null,
    });
    expect(await findQrCode(actor, id)).toMatchObject({ notTaken: true, canCancel: false });
    expect(await sandboxCalls(merchant, 'qrCode.create')).toHaveLength(1);
  });

  test('an intent that a dead process left behind is asked about', async () => {
    const merchant = await aMerchant();
    const { actor } = merchant;
    const { id } = await createQrCode(actor, aQrRequest());
    const where = { merchantId_id: { merchantId: actor.merchantId, id } };
    await db().qrCode.update({ where, data: { status: 'SENDING', qrcodeId: null, content: null } });

    await checkQrCodeNow(actor, id);

    expect(await storedQrCode(actor, id)).toMatchObject({ status: 'ACTIVE' });
    const kinds = await db().timelineEvent.findMany({ where: { qrCodeId: id }, orderBy: { id: 'asc' } });
    expect(kinds.map(({ kind }) => kind)).toEqual(['requested', 'active', 'unknown', 'active']);
  });

  test('our id under another amount is held and told, never settled', async () => {
    const merchant = await aMerchant();
    const { actor } = merchant;
    await merchant.sandbox.setFault({ fault: 'drop-answer', operation: 'qrCode.create', times: 1 });
    const { id } = await createQrCode(actor, aQrRequest());
    const where = { merchantId_id: { merchantId: actor.merchantId, id } };
    await db().qrCode.update({ where, data: { amount: 75_100n } });

    await checkQrCodeNow(actor, id);

    expect(await storedQrCode(actor, id)).toMatchObject({
      status: 'UNKNOWN',
      content: null,
      nextCheckAt: null,
    });
    expect((await findQrCode(actor, id))?.events[0]?.said).toEqual({
      key: 'qrCodes.timeline.heldAmount',
      values: { askedCentavos: '75100', toldCentavos: '75000' },
    });
  });
});
