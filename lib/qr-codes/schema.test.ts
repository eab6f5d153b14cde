import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { fieldsOf } from '../actions/run-action';
import { CreateQrCodeInput, QrCodeFilter } from './schema';

function fill(typed: Readonly<Record<string, string>>) {
  const form = {
    kind: 'DYNAMIC',
    amount: '750',
    customerName: 'Maria Santos',
    requestKey: randomUUID(),
    ...typed,
  };
  const parsed = CreateQrCodeInput.safeParse(form);
  return parsed.success ? { data: parsed.data, fields: {} } : { data: null, fields: fieldsOf(parsed.error) };
}

describe('what a person may type', () => {
  test.each([
    ['20', 2_000n],
    ['20.00', 2_000n],
    ['50000', 5_000_000n],
    ['50,000.00', 5_000_000n],
    ['₱1,250.50', 125_050n],
    ['\u200b 75.5 ', 7_550n],
  ])('an amount of %j', (amount, centavos) => {
    expect(fill({ amount }).data).toMatchObject({ kind: 'DYNAMIC', amount: centavos });
  });

  test('a static code has no amount, and what stays empty is null', () => {
    expect(fill({ kind: 'STATIC', amount: '', email: '', remark: ' ' }).data).toMatchObject({
      kind: 'STATIC',
      amount: null,
      email: null,
      remark: null,
    });
  });

  test('a name loses only the blanks around it', () => {
    expect(fill({ customerName: ' \u00a0Niña  de la Cruz & Sons\u200b ' }).data).toMatchObject({
      customerName: 'Niña  de la Cruz & Sons',
    });
  });
});

describe('what is refused at its field', () => {
  const limits = { channel: 'QR Ph', minCentavos: '2000', maxCentavos: '5000000' };

  test.each([
    ['19.99', { key: 'collect.field.amountMin', values: limits }],
    ['0', { key: 'collect.field.amountMin', values: limits }],
    ['50000.01', { key: 'collect.field.amountMax', values: limits }],
    ['', { key: 'money.required' }],
    ['1.234', { key: 'money.decimals' }],
    ['1e3', { key: 'money.format' }],
    ['-20', { key: 'money.sign' }],
  ])('an amount of %j', (amount, message) => {
    expect(fill({ amount }).fields).toEqual({ amount: [message] });
  });

  test('an amount on a static code', () => {
    expect(fill({ kind: 'STATIC', amount: '100' }).fields).toEqual({
      amount: [{ key: 'qrCodes.field.amountOnStatic' }],
    });
  });

  test.each([
    [{ kind: '' }, 'kind', 'qrCodes.field.kind'],
    [{ kind: 'QRPH_HYBRID_QR' }, 'kind', 'qrCodes.field.kind'],
    [{ customerName: '   ' }, 'customerName', 'qrCodes.field.customerName'],
    [{ customerName: 'a\u0007b' }, 'customerName', 'collect.field.characters'],
    [{ customerName: 'Shop &amount=1' }, 'customerName', 'collect.field.looksLikeFields'],
    [{ remark: 'size & colour = red' }, 'remark', 'collect.field.looksLikeFields'],
    [{ email: 'maria@' }, 'email', 'collect.field.email'],
    [{ email: 'maria santos@shop.ph' }, 'email', 'collect.field.email'],
    [{ email: 'maria@shop' }, 'email', 'collect.field.email'],
    [{ requestKey: '1' }, 'requestKey', 'errors.input'],
  ])('%j', (typed, field, key) => {
    expect(fill(typed).fields).toEqual({ [field]: [{ key }] });
  });

  test('text beyond its length says both lengths', () => {
    expect(fill({ customerName: 'x'.repeat(101) }).fields).toEqual({
      customerName: [{ key: 'collect.field.tooLong', values: { max: 100, length: 101 } }],
    });
    expect(fill({ customerName: 'x'.repeat(100) }).fields).toEqual({});
  });

  test('everything that is wrong is said at once', () => {
    const { fields } = fill({ amount: '5', customerName: '', email: 'x', remark: 'a&b=c' });
    expect(Object.keys(fields).sort()).toEqual(['amount', 'customerName', 'email', 'remark']);
  });
});

test('an address that cannot be read is an unfiltered list', () => {
  expect(QrCodeFilter.parse({ view: 'nonsense', from: '2026-02-30', after: 'x', q: ' ', paid: '1' })).toEqual(
    {},
  );
  expect(QrCodeFilter.parse({ view: 'active', from: '2026-02-28', q: ' maria ' })).toEqual({
    view: 'active',
    from: '2026-02-28',
    q: 'maria',
  });
});
