import fc from 'fast-check';
import { expect, test } from 'vitest';

import { meaningHash } from './meaning-hash';

const paid = { eventName: 'h5.payment.success', transactionId: 'C1', amount: '125050', remark: 'order 7' };

test('order, nulls, empty fields and the sign do not change the meaning', () => {
  const again = { remark: 'order 7', amount: '125050', transactionId: 'C1', eventName: 'h5.payment.success' };
  expect(meaningHash({ ...again, failedCode: null, email: '', sign: 'abc' }, false)).toBe(
    meaningHash(paid, false),
  );
});

test('two messages that share one signed text do not share a meaning', () => {
  const moved = { eventName: 'h5.payment.success', transactionId: 'C1', amount: '125050&remark=order 7' };
  expect(meaningHash(moved, true)).not.toBe(meaningHash(paid, false));
  expect(meaningHash({ a: '1&b=2' }, false)).not.toBe(meaningHash({ a: '1', b: '2' }, false));
});

test('any other value is another meaning', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      fc.pre(one !== other);
      expect(meaningHash({ remark: one }, false)).not.toBe(meaningHash({ remark: other }, false));
    }),
  );
});
