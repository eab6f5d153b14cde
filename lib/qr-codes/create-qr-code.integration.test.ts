import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { db } from '../db/client';
import { aMerchant } from '../testing/merchant';
import { aQrRequest, aStaticQrRequest, sandboxCalls, storedQrCode } from '../testing/qr-code-request';
import { cancelQrCode } from './cancel-qr-code';
import { createQrCode } from './create-qr-code';
import { findQrCode, findQrContent, listQrCodes } from './queries';
import type { CreateQrCodeInput } from './schema';

describe('creating a QR code', () => {
  test('a dynamic one is active, its content asks for exactly the amount, and the story is told', async () => {
    const merchant = await aMerchant();
    const { actor } = merchant;

    const { id, status } = await createQrCode(actor, aQrRequest());

    expect(status).toBe('ACTIVE');
    const row = await storedQrCode(actor, id);
    expect(row.mchOrderId).toMatch(/^QR\d{6}[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(row.qrcodeId).toMatch(/^QR\d{19}$/);
    expect(row.content).toContain('5406750.00');
    expect(row.expiresAt?.getTime()).toBeGreaterThan(Date.now() - 1_000);
    const detail = await findQrCode(actor, id);
    expect(detail).toMatchObject({
      amount: '75000',
      hasPicture: true,
      withheld: null,
      canCancel: true,
      paidCount: 0,
      paidCentavos: '0',
    });
    expect(detail?.qrLink).toMatch(/^http:\/\/.+\/s\/[0-9A-Za-z]{7}$/);
    expect(detail?.events.map(({ said, source }) => [source, said.key])).toEqual([
      ['ANSWER', 'qrCodes.timeline.active'],
      ['PERSON', 'qrCodes.timeline.requested'],
    ]);
    expect(await findQrContent(actor, id)).toEqual({ content: row.content, mchOrderId: row.mchOrderId });
    const audit = await db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } });
    expect(audit.map(({ action, detail: said }) => [action, said])).toEqual([
      ['qr-code.requested', { mchOrderId: row.mchOrderId, channelCode: 'QRPH_DYNAMIC_QR', amount: '75000' }],
      ['qr-code.settled', { from: 'SENDING', to: 'ACTIVE', source: 'ANSWER', code: null }],
    ]);
    expect(await sandboxCalls(merchant, 'qrCode.create')).toHaveLength(1);
  });

  test('a static one carries no amount and is not asked about again', async () => {
    const { actor } = await aMerchant();
    const { id } = await createQrCode(actor, aStaticQrRequest());
    const row = await storedQrCode(actor, id);
    expect(row).toMatchObject({ status: 'ACTIVE', amount: null, expiresAt: null, nextCheckAt: null });
    expect(row.content).not.toContain('5406');
    expect(await findQrCode(actor, id)).toMatchObject({ hasPicture: true, amount: null });
  });

  test('the same request key twice, even at the same moment, is one code and one call', async () => {
    const merchant = await aMerchant();
    const request = aQrRequest();
    const made = await Promise.all(Array.from({ length: 8 }, () => createQrCode(merchant.actor, request)));
    const again = await createQrCode(merchant.actor, request);

    expect(new Set([...made, again].map(({ id }) => id)).size).toBe(1);
    expect(again.status).toBe('ACTIVE');
    expect(await sandboxCalls(merchant, 'qrCode.create')).toHaveLength(1);
    expect(await db().qrCode.count({ where: { merchantId: merchant.actor.merchantId } })).toBe(1);
  });

  test('a key that made one code is refused for another amount', async () => {
    const { actor } = await aMerchant();
    const request = aQrRequest();
    await createQrCode(actor, request);
    await expect(
      createQrCode(actor, { ...request, amount: 75_100n } as CreateQrCodeInput),
    ).rejects.toMatchObject({
      code: 'conflict',
      said: { key: 'qrCodes.form.sentBefore', values: { askedCentavos: '75000' } },
    });
  });

  test('only who may collect creates; everybody may look', async () => {
    const merchant = await aMerchant();
    const { id } = await createQrCode(merchant.actor, aQrRequest());
    for (const role of ['FINANCE', 'SUPPORT', 'APPROVER', 'VIEWER'] as const) {
      const colleague = await merchant.colleague(role);
      await expect(createQrCode(colleague, aQrRequest())).rejects.toMatchObject({
        code: 'forbidden',
        said: { values: { permission: 'collect:manage', role } },
      });
      await expect(cancelQrCode(colleague, { qrCodeId: id })).rejects.toMatchObject({ code: 'forbidden' });
      expect(await findQrCode(colleague, id)).toMatchObject({ id, canCancel: false });
    }
    expect(await createQrCode(await merchant.colleague('ADMIN'), aQrRequest())).toMatchObject({
      status: 'ACTIVE',
    });
  });

  test("another merchant's app and code do not exist", async () => {
    const owner = await aMerchant();
    const stranger = await aMerchant();
    const { id } = await createQrCode(owner.actor, aQrRequest());
    const foreign = aQrRequest({ appId: owner.appId });
    await expect(createQrCode(stranger.actor, foreign)).rejects.toMatchObject({ code: 'not-found' });
    await expect(cancelQrCode(stranger.actor, { qrCodeId: id })).rejects.toMatchObject({ code: 'not-found' });
    expect(await findQrCode(stranger.actor, id)).toBeNull();
    expect(await findQrContent(stranger.actor, id)).toBeNull();
    expect((await listQrCodes(stranger.actor, {})).rows).toEqual([]);
  });
});

describe('a refusal stands at the field where it belongs', () => {
  test.each([
    [1007, 'amount', 'collect.refused.1007'],
    [1011, 'kind', 'collect.refused.1011'],
    [1015, 'email', 'collect.refused.1015'],
    [1020, 'amount', 'collect.refused.1020'],
    [1002, 'form', 'collect.refused.1002'],
    [1004, 'form', 'collect.refused.1004'],
    [1005, 'form', 'collect.refused.1005'],
    [1013, 'form', 'collect.refused.1013'],
    [1006, 'form', 'collect.refused.other'],
  ])('%i at %s', async (code, field, key) => {
    const merchant = await aMerchant();
    await merchant.sandbox.setFault({ fault: 'answer-code', operation: 'qrCode.create', code });
    const refusal = createQrCode(merchant.actor, aQrRequest());

    await expect(refusal).rejects.toMatchObject({
      code: 'gateway-rejected',
      said: { key: 'collect.refused.summary', values: { code } },
      fields: { [field]: [{ key }] },
    });
    expect((await listQrCodes(merchant.actor, {})).rows).toMatchObject([{ status: 'REFUSED' }]);
  });

  test('an e-mail address that the gateway itself does not accept', async () => {
    const { actor } = await aMerchant();
    // Our form wants the dot too; the verb lets the gateway judge.
    await expect(createQrCode(actor, aQrRequest({ email: 'a@b' }))).rejects.toMatchObject({
      fields: { email: [{ key: 'collect.refused.1015' }] },
    });
  });

  test('a closed channel, as the gateway itself says it', async () => {
    const { actor } = await aMerchant({ sandboxApp: { settings: { closedChannels: ['QRPH_DYNAMIC_QR'] } } });
    await expect(createQrCode(actor, aQrRequest())).rejects.toMatchObject({
      fields: { kind: [{ key: 'collect.refused.1011' }] },
    });
    expect(await createQrCode(actor, aStaticQrRequest())).toMatchObject({ status: 'ACTIVE' });
  });

  test('a refused press repeated says the same, and a new key may succeed', async () => {
    const merchant = await aMerchant();
    await merchant.sandbox.setFault({
      fault: 'answer-code',
      operation: 'qrCode.create',
      code: 1007,
      times: 1,
    });
    const request = aQrRequest();
    await expect(createQrCode(merchant.actor, request)).rejects.toMatchObject({ code: 'gateway-rejected' });
    await expect(createQrCode(merchant.actor, request)).rejects.toMatchObject({
      fields: { amount: [{ key: 'collect.refused.1007' }] },
    });
    expect(await sandboxCalls(merchant, 'qrCode.create')).toHaveLength(1);
    const again = { ...request, requestKey: randomUUID() };
    expect(await createQrCode(merchant.actor, again)).toMatchObject({ status: 'ACTIVE' });
  });
});
