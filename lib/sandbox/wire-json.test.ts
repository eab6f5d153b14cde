import { expect, test } from 'vitest';
import { pesosNumber, readJsonFields, readQueryFields, writeJson } from './wire-json';

test.each([
  ['a name given twice', '{"a":1,"a":1}'],
  ['a name given twice in two spellings', '{"a":1,"\\u0061":2}'],
  ['a list', '[1]'],
  ['a text', '"a"'],
  ['half an object', '{"a":1'],
  ['nothing', ''],
])('%s is no request', (_, json) => {
  expect(readJsonFields(Buffer.from(json))).toBeNull();
});

test('bytes that are not UTF-8 are no request', () => {
  expect(readJsonFields(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBeNull();
});

test('members keep their kind', () => {
  const fields = readJsonFields(Buffer.from(' { "a" : "x" , "b":1,"c":true,"d":null,"e":[{}] } '));
  expect([...(fields ?? [])]).toEqual([
    ['a', { kind: 'text', text: 'x' }],
    ['b', { kind: 'number', text: '1' }],
    ['c', { kind: 'boolean', text: 'true' }],
    ['d', { kind: 'null', text: '' }],
    ['e', { kind: 'nested', text: '[{}]' }],
  ]);
});

test('a query that names a field twice is no request', () => {
  expect(readQueryFields(new URLSearchParams('a=1&a=1'))).toBeNull();
});

test.each([
  [125050n, '1250.5'],
  [10000n, '100'],
  [2501n, '25.01'],
  [5n, '0.05'],
  [0n, '0'],
  [-1230n, '-12.3'],
  [900719925474099301n, '9007199254740993.01'],
])('%s centavos are the JSON number %s', (centavos, pesos) => {
  expect(writeJson({ amount: pesosNumber(centavos) })).toBe(`{"amount":${pesos}}`);
});
