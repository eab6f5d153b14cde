import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { db } from '../db/client';
import { aMerchant } from '../testing/merchant';
import {
  anIntent,
  author,
  CREATED,
  evidence,
  ordersOf,
  PAID,
  record,
  storyOf,
} from '../testing/order-evidence';
import { recordOrderEvidence } from './record-order-evidence';
import { settleOrder } from './settle-order';

describe('finding the order', () => {
  test('nobody here asked for it: it becomes an order of its own', async () => {
    const merchant = await aMerchant();
    expect((await record(merchant)).kind).toBe('created');

    const [order] = await ordersOf(merchant);
    expect(order).toMatchObject({
      origin: 'CALLBACK',
      status: 'COMPLETE',
      amount: 125_050n,
      fee: null,
      transactionId: 'C1020260101000000041',
      intentOrderId: null,
      callbackExpected: false,
      createdAt: CREATED,
      completedAt: PAID,
    });
    expect(await storyOf(merchant)).toEqual(['CALLBACK complete']);
  });

  test('where only Kaha may create orders it is stored and raised', async () => {
    const merchant = await aMerchant();
    const result = await record(merchant, {}, false);
    expect(result).toMatchObject({
      kind: 'raised',
      reason: {
        key: 'orders.raised.missingHere',
        values: { amountCentavos: '125050', transactionId: 'C1020260101000000041' },
      },
    });
    expect((await ordersOf(merchant)).map(({ status }) => status)).toEqual(['COMPLETE']);
    expect(await storyOf(merchant)).toEqual(['CALLBACK complete', 'CALLBACK missingHere']);
  });

  test('an intent of ours gets its transaction and its end', async () => {
    const merchant = await aMerchant();
    const intent = await anIntent(merchant);
    expect(await record(merchant)).toEqual({ kind: 'settled', orderId: intent.id });
    expect(await ordersOf(merchant)).toMatchObject([
      {
        id: intent.id,
        origin: 'KAHA',
        status: 'COMPLETE',
        transactionId: 'C1020260101000000041',
        createdAt: CREATED,
      },
    ]);
  });

  test('a payment to a QR code of ours is an order under it', async () => {
    const merchant = await aMerchant();
    const { merchantId } = merchant.actor;
    const qrCode = await db().qrCode.create({
      data: {
        merchantId,
        gatewayAppId: merchant.appId,
        mchOrderId: 'QR1',
        channelCode: 'QRPH_STATIC_QR',
        customerName: 'Counter',
        status: 'ACTIVE',
        requestKey: randomUUID(),
        createdById: 'x',
      },
    });
    const told = { mchOrderId: 'QR1', product: 'QR_CODE', channelCode: 'QRPH_STATIC_QR' } as const;
    await record(merchant, { ...told, transactionId: 'C1' }, false);
    await record(merchant, { ...told, transactionId: 'C2', amount: 2_000n }, false);
    expect(await ordersOf(merchant)).toMatchObject([
      { qrCodeId: qrCode.id, transactionId: 'C1', amount: 125_050n, callbackExpected: true },
      { qrCodeId: qrCode.id, transactionId: 'C2', amount: 2_000n, callbackExpected: true },
    ]);
  });

  test('another amount than a fixed QR code asks for is held, and no order is made', async () => {
    const merchant = await aMerchant();
    await db().qrCode.create({
      data: {
        merchantId: merchant.actor.merchantId,
        gatewayAppId: merchant.appId,
        mchOrderId: 'QR1',
        channelCode: 'QRPH_DYNAMIC_QR',
        amount: 75_000n,
        customerName: 'Counter',
        status: 'ACTIVE',
        requestKey: randomUUID(),
        createdById: 'x',
      },
    });
    const told = { mchOrderId: 'QR1', product: 'QR_CODE', channelCode: 'QRPH_DYNAMIC_QR' } as const;
    expect(await record(merchant, { ...told, amount: 74_999n })).toMatchObject({
      kind: 'held',
      reason: { values: { knownCentavos: '75000', toldCentavos: '74999' } },
    });
    expect(await ordersOf(merchant)).toEqual([]);
  });

  test('the same transaction under another app of the merchant is held', async () => {
    const merchant = await aMerchant();
    await record(merchant);
    const other = await aMerchant();
    // The second app of the first merchant.
    await db().gatewayApp.update({
      where: { appId: other.appId },
      data: { merchantId: merchant.actor.merchantId },
    });
    const result = await db().$transaction((tx) =>
      recordOrderEvidence(
        tx,
        author(merchant),
        { appId: other.appId, othersCreateOrders: true },
        evidence({ source: 'STATEMENT' }),
      ),
    );
    expect(result).toMatchObject({ kind: 'held', reason: { key: 'orders.raised.otherApp' } });
    expect(await ordersOf(merchant)).toHaveLength(1);
  });

  test("another merchant's order with the same ids is another order", async () => {
    const [one, other] = [await aMerchant(), await aMerchant()];
    await record(one);
    await record(other);
    expect((await ordersOf(one)).map(({ gatewayAppId }) => gatewayAppId)).toEqual([one.appId]);
    expect((await ordersOf(other)).map(({ gatewayAppId }) => gatewayAppId)).toEqual([other.appId]);
    const [theirs] = await ordersOf(other);
    await expect(
      db().$transaction((tx) =>
        settleOrder(tx, author(one), theirs?.id ?? '', evidence({ status: 'FAILED' })),
      ),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('what cannot be true together', () => {
  test('another amount for our intent: held, raised once, nothing applied', async () => {
    const merchant = await aMerchant();
    const intent = await anIntent(merchant, { status: 'PENDING' });
    for (let time = 0; time < 2; time += 1) {
      expect(await record(merchant, { amount: 125_051n })).toEqual({
        kind: 'held',
        orderId: intent.id,
        reason: {
          key: 'orders.raised.otherAmount',
          values: { knownCentavos: '125050', toldCentavos: '125051' },
        },
      });
    }
    expect(await ordersOf(merchant)).toMatchObject([{ status: 'PENDING', transactionId: null }]);
    expect(await storyOf(merchant)).toEqual(['CALLBACK otherAmount']);
  });

  test('a second transaction for our intent is never a silent second row', async () => {
    const merchant = await aMerchant();
    await anIntent(merchant);
    await record(merchant);
    expect(await record(merchant, { transactionId: 'C2' })).toMatchObject({
      kind: 'held',
      reason: { key: 'orders.raised.otherTransaction' },
    });
    expect(await ordersOf(merchant)).toMatchObject([{ transactionId: 'C1020260101000000041' }]);
  });

  test('a paid order stays paid when a callback says FAILED, and the contradiction is kept', async () => {
    const merchant = await aMerchant();
    await record(merchant);
    expect(await record(merchant, { status: 'FAILED', failedCode: '-10004' })).toMatchObject({
      kind: 'contradiction',
      reason: { key: 'orders.raised.contradiction', values: { from: 'COMPLETE', to: 'FAILED' } },
    });
    expect(await ordersOf(merchant)).toMatchObject([{ status: 'COMPLETE', failedCode: null }]);
    expect(await storyOf(merchant)).toEqual(['CALLBACK complete', 'CALLBACK contradiction']);
  });

  test('nothing and less than nothing is no payment', async () => {
    const merchant = await aMerchant();
    expect((await record(merchant, { amount: 0n })).kind).toBe('held');
    expect((await record(merchant, { amount: -1n })).kind).toBe('held');
    expect(await ordersOf(merchant)).toEqual([]);
  });
});
