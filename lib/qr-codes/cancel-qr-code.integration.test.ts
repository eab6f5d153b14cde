import { describe, expect, test } from 'vitest';

import { db } from '../db/client';
import { aMerchant } from '../testing/merchant';
import {
  aQrRequest,
  aStaticQrRequest,
  checkQrCodeNow,
  sandboxCalls,
  storedQrCode,
} from '../testing/qr-code-request';
import { cancelQrCode } from './cancel-qr-code';
import { checkQrCode } from './check-qr-code';
import { createQrCode } from './create-qr-code';
import { findQrCode, findQrContent } from './queries';
import { settleQrCode } from './settle-qr-code';

describe('what comes after', () => {
  test('a content that asks for something else is not offered as a picture', async () => {
    const { actor } = await aMerchant();
    const { id } = await createQrCode(actor, aQrRequest());
    const where = { merchantId_id: { merchantId: actor.merchantId, id } };
    await db().qrCode.update({ where, data: { amount: 7_500n } });

    expect(await findQrCode(actor, id)).toMatchObject({
      status: 'ACTIVE',
      hasPicture: false,
      qrLink: null,
      withheld: {
        key: 'qrCodes.withheld.amount',
        values: { askedCentavos: '7500', foundCentavos: '75000', found: '750.00' },
      },
    });
    expect(await findQrContent(actor, id)).toBeNull();
  });

  test('expired: the check after its time closes it, on the word of PayCools', async () => {
    const merchant = await aMerchant();
    const { actor } = merchant;
    const { id } = await createQrCode(actor, aQrRequest());
    const { mchOrderId } = await storedQrCode(actor, id);
    await checkQrCodeNow(actor, id);
    expect(await storedQrCode(actor, id)).toMatchObject({ status: 'ACTIVE' });

    await merchant.sandbox.expire({ mchOrderId });
    await checkQrCodeNow(actor, id);
    expect(await storedQrCode(actor, id)).toMatchObject({ status: 'INACTIVE', nextCheckAt: null });
  });

  test('a check that comes before its time does nothing', async () => {
    const merchant = await aMerchant();
    const { id } = await createQrCode(merchant.actor, aQrRequest());
    const { merchantId } = merchant.actor;
    await db().qrCode.update({
      where: { merchantId_id: { merchantId, id } },
      data: { nextCheckAt: new Date(Date.now() + 3_600_000) },
    });
    await checkQrCode({ merchantId, qrCodeId: id });
    expect(await sandboxCalls(merchant, 'qrCode.get')).toEqual([]);
  });

  test('cancelled: closed there and here, once, and nothing changes it back', async () => {
    const merchant = await aMerchant();
    const { actor } = merchant;
    const { id } = await createQrCode(actor, aStaticQrRequest());

    expect(await cancelQrCode(actor, { qrCodeId: id })).toEqual({ status: 'CANCEL' });
    expect(await cancelQrCode(actor, { qrCodeId: id })).toEqual({ status: 'CANCEL' });

    expect(await sandboxCalls(merchant, 'qrCode.cancel')).toHaveLength(1);
    const { mchOrderId, qrcodeId, content } = await storedQrCode(actor, id);
    await expect(merchant.sandbox.pay({ mchOrderId, amount: '5000' })).rejects.toThrow('not active');
    const late = {
      source: 'POLL',
      at: new Date(),
      kind: 'described',
      code: {
        mchOrderId,
        qrcodeId: qrcodeId ?? '',
        qrcodeContent: content ?? '',
        channelCode: null,
        status: 'ACTIVE',
        expiresTime: null,
        qrLink: null,
        amount: null,
      },
    } as const;
    const outcome = await db().$transaction((tx) => settleQrCode(tx, actor, id, late));
    expect(outcome).toEqual({ kind: 'unchanged', status: 'CANCEL' });
    const audit = await db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
    expect(audit.map(({ action }) => action)).toEqual([
      'qr-code.requested',
      'qr-code.settled',
      'qr-code.cancel-requested',
      'qr-code.settled',
    ]);
  });

  test('a cancellation without an answer is not called done; the query finds that it was', async () => {
    const merchant = await aMerchant();
    const { actor } = merchant;
    const { id } = await createQrCode(actor, aStaticQrRequest());
    await merchant.sandbox.setFault({ fault: 'drop-answer', operation: 'qrCode.cancel', times: 1 });

    await expect(cancelQrCode(actor, { qrCodeId: id })).rejects.toMatchObject({
      code: 'gateway-unknown',
      said: { key: 'qrCodes.cancel.unknown' },
    });
    expect(await storedQrCode(actor, id)).toMatchObject({ status: 'ACTIVE' });
    await checkQrCodeNow(actor, id);
    expect(await storedQrCode(actor, id)).toMatchObject({ status: 'INACTIVE' });
  });

  test('a refused cancellation leaves the code active and says why', async () => {
    const merchant = await aMerchant();
    const { id } = await createQrCode(merchant.actor, aStaticQrRequest());
    await merchant.sandbox.setFault({
      fault: 'answer-code',
      operation: 'qrCode.cancel',
      code: 1008,
      times: 1,
    });
    await expect(cancelQrCode(merchant.actor, { qrCodeId: id })).rejects.toMatchObject({
      code: 'gateway-rejected',
      said: { key: 'qrCodes.cancel.notFound' },
    });
    expect(await storedQrCode(merchant.actor, id)).toMatchObject({ status: 'ACTIVE' });
  });
});
