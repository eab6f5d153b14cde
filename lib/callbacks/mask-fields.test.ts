import { expect, test } from 'vitest';

import { maskBody, maskCanonical } from './mask-fields';

test('the sign is masked, however its name is written, and everything else stays byte for byte', () => {
  expect(maskBody('{"amount":125050, "sign" : "abc\\"def","remark":"sign here"}')).toBe(
    '{"amount":125050, "sign" : "•••","remark":"sign here"}',
  );
  expect(maskBody('{"\\u0073ign":"abc"}')).toBe('{"\\u0073ign":"•••"}');
  expect(maskBody('{"sign":12}')).toBe('{"sign":"•••"}');
});

test('personal fields are masked in the body and in the signed text', () => {
  expect(maskBody('{"mobile":"09170000007","email":"a@b.ph"}')).toBe('{"mobile":"•••","email":"•••"}');
  expect(maskCanonical('amount=1&mobile=09170000007&remark=x')).toBe('amount=1&mobile=•••&remark=x');
});

test('what is no JSON is shown as it came', () => {
  expect(maskBody('hello')).toBe('hello');
  expect(maskCanonical('')).toBe('');
});
