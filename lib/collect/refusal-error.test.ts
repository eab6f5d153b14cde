import { expect, test } from 'vitest';

import { refusalError, refusalFields } from './refusal-error';

const FORM = { amount: 'amount', email: 'email', remark: 'remark', channelCode: 'kind' };

test('1009 stands at the fields that it names, with the rule in its own words', () => {
  expect(
    refusalFields(
      1009,
      'amount:must be greater than or equal to 2000; remark:length must be between 1 and 256',
      FORM,
    ),
  ).toEqual({
    amount: [{ key: 'collect.refused.rule', values: { rule: 'must be greater than or equal to 2000' } }],
    remark: [{ key: 'collect.refused.rule', values: { rule: 'length must be between 1 and 256' } }],
  });
});

test.each([
  '',
  'request params invalid',
  'callbackUrl:must be an address',
  'amount:too low; appName:letters only',
])('1009 with %j, which no field of the form can answer for alone, stands above the form', (said) => {
  expect(refusalFields(1009, said, FORM)).toEqual({
    form: [{ key: 'collect.refused.1009', values: { code: 1009, said } }],
  });
});

test.each([
  [1007, 'amount', 'collect.refused.1007'],
  [1011, 'kind', 'collect.refused.1011'],
  [1015, 'email', 'collect.refused.1015'],
  [1020, 'amount', 'collect.refused.1020'],
  [1004, 'form', 'collect.refused.1004'],
  [1006, 'form', 'collect.refused.other'],
])('%i stands at %s', (code, field, key) => {
  expect(refusalFields(code, 'said', FORM)).toEqual({ [field]: [{ key, values: { code, said: 'said' } }] });
});

test('a code for a field that the form does not have stands above it', () => {
  expect(refusalError(1015, '', { amount: 'amount' })).toMatchObject({
    code: 'gateway-rejected',
    said: { key: 'collect.refused.summary', values: { code: 1015 } },
    fields: { form: [{ key: 'collect.refused.1015' }] },
  });
});
