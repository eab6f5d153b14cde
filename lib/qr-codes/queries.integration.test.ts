import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import type { Actor } from '../auth/actor';
import { db } from '../db/client';
import { aMerchant } from '../testing/merchant';
import { aQrRequest, aStaticQrRequest } from '../testing/qr-code-request';
import { cancelQrCode } from './cancel-qr-code';
import { createQrCode } from './create-qr-code';
import { findQrCode, listQrCodes } from './queries';

describe('the list', () => {
  async function aPayment(
    actor: Actor,
    appId: string,
    qrCodeId: string,
    amount: bigint,
    status: 'COMPLETE' | 'FAILED',
  ) {
    await db().order.create({
      data: {
        merchantId: actor.merchantId,
        gatewayAppId: appId,
        origin: 'CALLBACK',
        product: 'QR_CODE',
        status,
        amount,
        qrCodeId,
        transactionId: `C${randomUUID()}`,
        createdAt: new Date(),
        completedAt: new Date(),
      },
    });
  }

  test('totals are exact for the filter; failed payments do not count', async () => {
    const merchant = await aMerchant();
    const { actor, appId } = merchant;
    const counter = await createQrCode(actor, aStaticQrRequest());
    const bill = await createQrCode(actor, aQrRequest());
    const other = await createQrCode(
      actor,
      aQrRequest({ customerName: 'Jose Ramos', remark: null, amount: 120_050n } as const),
    );
    await aPayment(actor, appId, counter.id, 10_001n, 'COMPLETE');
    await aPayment(actor, appId, counter.id, 20_002n, 'COMPLETE');
    await aPayment(actor, appId, counter.id, 99_999n, 'FAILED');
    await aPayment(actor, appId, bill.id, 75_000n, 'COMPLETE');
    await cancelQrCode(actor, { qrCodeId: other.id });

    const all = await listQrCodes(actor, {});
    expect(all.rows.map(({ id }) => id)).toEqual([other.id, bill.id, counter.id]);
    expect(all.rows[2]).toMatchObject({ paidCount: 2, paidCentavos: '30003', over: null });
    expect(all.rows[1]).toMatchObject({ paidCount: 1, paidCentavos: '75000', over: 'paid' });
    expect(all.total).toEqual({ codes: 3, payments: 3, centavos: '105003' });
    expect(all.counts).toEqual({ all: 3, active: 1, complete: 1, unknown: 0, closed: 1, failed: 0 });

    const ids = async (filter: Parameters<typeof listQrCodes>[1]) =>
      (await listQrCodes(actor, filter)).rows.map(({ id }) => id);
    expect(await ids({ kind: 'STATIC' })).toEqual([counter.id]);
    expect(await ids({ view: 'active' })).toEqual([counter.id]);
    expect(await ids({ kind: 'DYNAMIC', view: 'complete' })).toEqual([bill.id]);
    expect(await ids({ view: 'closed' })).toEqual([other.id]);
    expect(await ids({ paid: 'no' })).toEqual([other.id]);
    expect(await ids({ q: 'jose' })).toEqual([other.id]);
    expect(await ids({ q: '₱1,200.50' })).toEqual([other.id]);
    expect(await ids({ q: 'ORDER 3' })).toEqual([bill.id, counter.id]);
    expect((await listQrCodes(actor, { kind: 'STATIC' })).total).toEqual({
      codes: 1,
      payments: 2,
      centavos: '30003',
    });
    expect(await ids({ to: '2020-01-01' })).toEqual([]);
    expect(await findQrCode(actor, bill.id)).toMatchObject({ over: 'paid', canCancel: false });
  });

  test('pages by key lose and repeat nothing', async () => {
    const { actor, appId } = await aMerchant();
    const { merchantId, userId } = actor;
    const at = new Date('2026-01-15T04:00:00Z');
    await db().qrCode.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        merchantId,
        gatewayAppId: appId,
        mchOrderId: `QR${index}`,
        channelCode: 'QRPH_STATIC_QR',
        customerName: 'Counter',
        status: 'ACTIVE' as const,
        requestKey: randomUUID(),
        createdById: userId,
        // Three share each moment, so that the id has to decide.
        createdAt: new Date(at.getTime() + Math.floor(index / 3) * 1_000),
      })),
    });

    const first = await listQrCodes(actor, {});
    const second = await listQrCodes(actor, { after: first.older ?? '' });
    const third = await listQrCodes(actor, { after: second.older ?? '' });
    const seen = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id));
    expect([first.rows.length, second.rows.length, third.rows.length]).toEqual([50, 50, 20]);
    expect(new Set(seen).size).toBe(120);
    expect([first.newer, third.older]).toEqual([null, null]);
    const back = await listQrCodes(actor, { before: third.newer ?? '' });
    expect(back.rows.map(({ id }) => id)).toEqual(second.rows.map(({ id }) => id));
    const start = await listQrCodes(actor, { before: second.newer ?? '' });
    expect(start.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    expect(start.newer).toBeNull();
  });
});
