import { describe, expect, test } from 'vitest';

import type { ManilaDay } from '../dates/manila-day';
import type { RefundOffer } from './refund-answer';
import { readTypedRefund, type TypedRefund } from './typed-refund';

const offer: RefundOffer = {
  can: true,
  max: 125_050n,
  until: '2027-01-20' as ManilaDay,
  partial: true,
  several: true,
  onTheWay: 0n,
};
const typed = (change: Partial<TypedRefund> = {}): TypedRefund => ({
  orderId: '019abb1e-5c3e-7cc5-9c39-0ce7f9a5a101',
  amount: '500.25',
  reason: 'ITEM_RETURNED',
  otherReason: '',
  note: '',
  requestKey: '3f6f3c51-52c8-4f0e-8f6e-4ac6a3b1e001',
  ...change,
});
const read = (change: Partial<TypedRefund> = {}) => readTypedRefund(typed(change), offer);

test('what is right is read: centavos, the words for PayCools, no note', () => {
  expect(read()).toEqual({
    ok: true,
    input: {
      orderId: typed().orderId,
      requestKey: typed().requestKey,
      amount: 50_025n,
      reason: 'Item returned',
      note: null,
    },
  });
});

describe('the amount as people type it', () => {
  test.each([
    ['1,250.50', 125_050n],
    ['₱ 1250', 125_000n],
    ['  ₱1,250.50\u00a0', 125_050n],
    ['.5', 50n],
    ['0001', 100n],
  ])('%j is %s centavos', (amount, centavos) => {
    expect(read({ amount })).toMatchObject({ ok: true, input: { amount: centavos } });
  });

  test.each([
    ['', 'money.required'],
    ['   ', 'money.required'],
    ['0', 'refunds.rules.1513'],
    ['0.00', 'refunds.rules.1513'],
    ['-1', 'money.sign'],
    ['1.005', 'money.decimals'],
    ['1e3', 'money.format'],
    ['９９', 'money.format'],
    ['12,50', 'money.format'],
    ['1'.repeat(40), 'money.tooLarge'],
    ['1250.51', 'refunds.rules.1506.left'],
  ])('%j is answered in words at the amount', (amount, key) => {
    expect(read({ amount })).toMatchObject({ ok: false, fields: { amount: [{ key }] } });
  });
});

describe('the reason, which PayCools is told', () => {
  test('in words of one\u2019s own', () => {
    expect(read({ reason: 'OTHER', otherReason: ' Wrong size & colour ' })).toMatchObject({
      ok: true,
      input: { reason: 'Wrong size & colour' },
    });
  });

  test.each([
    ['OTHER', '', 'otherReason', 'refunds.form.otherReasonNeeded'],
    ['OTHER', 'a&refundAmount=1', 'otherReason', 'refunds.form.reasonAmbiguous'],
    ['OTHER', 'x'.repeat(257), 'otherReason', 'refunds.form.reasonLong'],
    ['OTHER', 'two\nlines', 'otherReason', 'refunds.form.characters'],
    ['OTHER', 'half \ud83d', 'otherReason', 'refunds.form.characters'],
    ['', '', 'reason', 'refunds.form.reasonNeeded'],
    ['SOMETHING', '', 'reason', 'refunds.form.reasonNeeded'],
  ])('%j %j is refused at %s', (reason, otherReason, field, key) => {
    expect(read({ reason, otherReason })).toMatchObject({ ok: false, fields: { [field]: [{ key }] } });
  });
});

test('a note may have lines, not a NUL', () => {
  expect(read({ note: 'Size 42\nexchanged' })).toMatchObject({
    ok: true,
    input: { note: 'Size 42\nexchanged' },
  });
  expect(read({ note: 'a\u0000b' })).toMatchObject({
    ok: false,
    fields: { note: [{ key: 'refunds.form.characters' }] },
  });
});
