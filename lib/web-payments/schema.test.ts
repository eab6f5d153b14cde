import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { fieldsOf } from '../actions/run-action';
import { CreateWebPaymentInput, WEB_CHANNELS, WebPaymentFilter } from './schema';

function fill(typed: Readonly<Record<string, string>>) {
  const form = {
    channelCode: 'GCASH_URL',
    amount: '1,250.50',
    customerName: 'Jose Ramos',
    contact: 'CUSTOMER',
    email: 'jose@example.ph',
    mobile: '09171234567',
    remark: '',
    requestKey: randomUUID(),
    ...typed,
  };
  const parsed = CreateWebPaymentInput.safeParse(form);
  return parsed.success ? { data: parsed.data, fields: {} } : { data: null, fields: fieldsOf(parsed.error) };
}

test('thirteen channels of gateway-api.md section 7 are offered', () => {
  expect(WEB_CHANNELS.map(({ code }) => code)).toEqual([
    'GCASH_URL',
    'PAYMAYA_URL',
    'GRPY_URL',
    'COINS_URL',
    'ZFB_URL',
    'BPIA_URL',
    'UBPB_URL',
    'MBTC_URL',
    'RCBC_URL',
    'MAYB_URL',
    'VISA_CARD_URL',
    'MASTER_CARD_URL',
    'CARD_URL',
  ]);
});

describe('what a person may type', () => {
  test.each([
    ['09171234567', '09171234567'],
    ['0917 123 4567', '09171234567'],
    ['+63 917-123-4567', '09171234567'],
    ['639171234567', '09171234567'],
    ['9171234567', '09171234567'],
    ['(0917) 123.4567', '09171234567'],
  ])('the mobile %j', (mobile, sent) => {
    expect(fill({ mobile }).data).toMatchObject({ mobile: sent });
  });

  test.each([
    ['GCASH_URL', '1', 100n],
    ['GCASH_URL', '50000', 5_000_000n],
    ['BPIA_URL', '50', 5_000n],
    ['VISA_CARD_URL', '100.00', 10_000n],
  ])('on %s the limit %s itself', (channelCode, amount, centavos) => {
    expect(fill({ channelCode, amount }).data).toMatchObject({ channelCode, amount: centavos });
  });

  test('no name and no remark', () => {
    expect(fill({ customerName: '', remark: ' ' }).data).toMatchObject({ customerName: null, remark: null });
  });
});

describe('what is refused at its field', () => {
  test.each([
    ['GCASH_URL', '0.99', { channel: 'GCash', minCentavos: '100', maxCentavos: '5000000' }],
    ['BPIA_URL', '49.99', { channel: 'BPI', minCentavos: '5000', maxCentavos: '5000000' }],
    ['CARD_URL', '99.99', { channel: 'Maya card page', minCentavos: '10000', maxCentavos: '5000000' }],
  ])('on %s too little: %s', (channelCode, amount, values) => {
    expect(fill({ channelCode, amount }).fields).toEqual({
      amount: [{ key: 'collect.field.amountMin', values }],
    });
  });

  test.each([
    [{ channelCode: '' }, 'channelCode', 'webPayments.field.channel'],
    [{ channelCode: 'QRPH_STATIC_QR' }, 'channelCode', 'webPayments.field.channel'],
    [{ contact: '' }, 'contact', 'webPayments.field.contact'],
    [{ email: '' }, 'email', 'collect.field.emailMissing'],
    [{ email: 'jose.example.ph' }, 'email', 'collect.field.email'],
    [{ mobile: '' }, 'mobile', 'collect.field.mobileMissing'],
    [{ mobile: '0917123456' }, 'mobile', 'collect.field.mobile'],
    [{ mobile: '091712345678' }, 'mobile', 'collect.field.mobile'],
    [{ mobile: '028123456' }, 'mobile', 'collect.field.mobile'],
    [{ mobile: '０９１７１２３４５６７' }, 'mobile', 'collect.field.mobile'],
    [{ remark: 'a&b=c' }, 'remark', 'collect.field.looksLikeFields'],
    [{ customerName: 'line\nbreak' }, 'customerName', 'collect.field.characters'],
  ])('%j', (typed, field, key) => {
    expect(fill(typed).fields).toEqual({ [field]: [{ key }] });
  });

  test('everything that is wrong is said at once', () => {
    const { fields } = fill({ amount: '', email: '', mobile: '', remark: 'a&b=c' });
    expect(Object.keys(fields).sort()).toEqual(['amount', 'email', 'mobile', 'remark']);
  });
});

test('an address that cannot be read is an unfiltered list', () => {
  expect(WebPaymentFilter.parse({ view: 'x', to: '31-12-2026', before: '1' })).toEqual({});
});
