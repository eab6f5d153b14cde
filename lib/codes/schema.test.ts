import { describe, expect, test } from 'vitest';

import { CodeFilter, parseCode, parsePlace } from './schema';

describe('a code in an address', () => {
  test.each([
    ['10005', '10005'],
    ['-10005', '10005'],
    ['−10005', '10005'],
    ['+10005', '10005'],
    [' 0010005 ', '10005'],
    ['0', '0'],
    ['999999999999', '999999999999'],
  ])('%s is %s', (typed, code) => {
    expect(parseCode(typed)).toBe(code);
  });

  test.each(['', '-', 'abc', '10.5', '1e3', '1000a', '--1', '1 000', '１０００', '1234567890123'])(
    '%s is none',
    (typed) => {
      expect(parseCode(typed)).toBeNull();
    },
  );

  test('stands in one of three places', () => {
    expect(['answer', 'failedCode', 'verification', 'Answer', ''].map(parsePlace)).toEqual([
      'answer',
      'failedCode',
      'verification',
      null,
      null,
    ]);
  });
});

test('a filter that the address spells wrongly is left out, not refused', () => {
  expect(CodeFilter.parse({ q: ' refund ', who: 'you' })).toEqual({ q: 'refund', who: 'you' });
  expect(CodeFilter.parse({ q: ['a', 'b'], who: 'boss' })).toEqual({ q: '', who: undefined });
  expect(CodeFilter.parse({})).toEqual({ q: '' });
});
