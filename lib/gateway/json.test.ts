import { describe, expect, test } from 'vitest';
import { isJsonObject, numberText, readJson, writeJson } from '@/lib/gateway/json';

describe('readJson', () => {
  test('keeps numbers as they were written', () => {
    const value = readJson('{"a":9007199254740993,"b":0.10,"c":1e3}')?.value as Record<string, unknown>;
    expect(Object.values(value).map(numberText)).toEqual(['9007199254740993', '0.10', '1e3']);
  });

  test('keeps the compact text of nested members', () => {
    const raw = readJson('{ "a" : { "z" : [ 1.0 , "x: , }\\"" ] } , "b": "t", "c":[] }')?.raw;
    expect(raw?.get('a')).toBe('{"z":[1.0,"x: , }\\""]}');
    expect(raw?.get('c')).toBe('[]');
  });

  test.each([
    ['a repeated name with other values', '{"a":1,"a":2}'],
    ['a repeated name with equal values', '{"a":1,"a":1}'],
    ['a repeated name written another way', '{"a":"x","\\u0061":"x"}'],
    ['a repeated name further in', '[{"a":{"b":1,"c":2,"b":1}}]'],
    ['two documents', '{} {}'],
    ['a cut document', '{"a":"b'],
    ['HTML', '<html></html>'],
    ['nothing', ''],
    ['single quotes', "{'a':1}"],
    ['a trailing comma', '{"a":1,}'],
    ['nesting without end', '['.repeat(60_000)],
    ['deep nesting that closes', `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`],
  ])('refuses %s', (_what, text) => {
    expect(readJson(text)).toBeNull();
  });

  test('refuses bytes that are not UTF-8', () => {
    expect(readJson(Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBeNull();
    expect(readJson(Uint8Array.from([0xed, 0xa0, 0x80]))).toBeNull();
  });

  test('the same name in two objects is no repetition', () => {
    expect(readJson('{"a":{"a":1},"b":[{"a":1},{"a":1}]}')).not.toBeNull();
  });

  test('an object that pretends to be a number stays an object', () => {
    const value = (readJson('{"a":{"isLosslessNumber":true,"value":"5"}}')?.value as Record<string, unknown>)[
      'a'
    ];
    expect(numberText(value)).toBeNull();
    expect(isJsonObject(value)).toBe(true);
  });

  test('a name of the language is a name like any other', () => {
    expect(Object.keys(readJson('{"__proto__":1,"constructor":2}')?.value as object)).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});

test('writeJson writes a bigint as a number, digit for digit', () => {
  expect(writeJson({ a: 125050n, b: 'é/' })).toBe('{"a":125050,"b":"é/"}');
});
