import { describe, expect, test } from 'vitest';
import { findCode, listCodes, outcomeOf } from '@/lib/gateway/codes';
import en from '@/messages/en/codes.json';
import fil from '@/messages/fil/codes.json';
import zhHans from '@/messages/zh-Hans/codes.json';

const LOCALES = { en, fil, 'zh-Hans': zhHans } as const;
const ANSWER =
  '1000 1001 1002 1003 1004 1005 1006 1007 1008 1009 1010 1011 1012 1013 1014 1015 1016 1017 1018 1019 1020';
const REFUND = '1501 1502 1503 1504 1505 1506 1507 1508 1509 1510 1511 1512 1513 1515 1516';
const FAILED = '10000 10001 10002 10003 10004 10005 10006 10007 10008 10009 10010';
const PARTS = ['title', 'what', 'why', 'next', 'tryAgain'];

function texts(locale: keyof typeof LOCALES): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.set(path, value);
    else for (const [name, inner] of Object.entries(value as object)) walk(inner, `${path}.${name}`);
  };
  walk(LOCALES[locale], 'codes');
  return found;
}

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\w+\}/gu)].map(([found]) => found).sort();
}

describe('the catalogue', () => {
  test('has every code of the document in every place, and no other', () => {
    const codesOf = (place: string) =>
      listCodes()
        .filter((entry) => entry.place === place)
        .map(({ code }) => code);
    expect(codesOf('answer').join(' ')).toBe(`${ANSWER} ${REFUND}`);
    expect(codesOf('failedCode').join(' ')).toBe(FAILED);
    expect(codesOf('verification').sort().join(' ')).toBe('1000 1001 1002 2000');
  });

  test.each(['en', 'fil', 'zh-Hans'] as const)('every code is explained in %s', (locale) => {
    const known = texts(locale);
    const ours = [1012, 1014, 1515].map((code) => findCode('answer', code, { idsAreOurs: true }));
    const unlisted = (['answer', 'failedCode', 'verification'] as const).map((place) => findCode(place, 7));
    const keys = [
      ...[...listCodes(), ...ours, ...unlisted].map(({ messageKey }) => messageKey),
      'codes.refused',
      ...['no-answer', 'unreadable', 'server-error'].map((why) => `codes.silence.${why}`),
    ];
    const missing = keys.flatMap((key) =>
      PARTS.filter((part) => (known.get(`${key}.${part}`) ?? '').length < 2).map((part) => `${key}.${part}`),
    );
    expect(keys).toHaveLength(61);
    expect(missing).toEqual([]);
  });

  test.each(['fil', 'zh-Hans'] as const)('%s has the keys and placeholders of English', (locale) => {
    const english = texts('en');
    const other = texts(locale);
    expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
    const differing = [...english].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(other.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test.each(['en', 'fil', 'zh-Hans'] as const)('%s is plain: no blame, no apology, no shouting', (locale) => {
    const bad = [...texts(locale)].filter(([, text]) => /invalid|oops|please|sorry|[!！]|'/iu.test(text));
    expect(bad).toEqual([]);
  });
});

describe('finding a code', () => {
  test.each([
    ['failedCode', '-10004', '10004'],
    ['failedCode', -10004, '10004'],
    ['failedCode', '10004', '10004'],
    ['failedCode', ' 010004 ', '10004'],
    ['answer', '1006', '1006'],
  ] as const)('%s %j is %s', (place, given, code) => {
    expect(findCode(place, given)).toMatchObject({
      code,
      listed: true,
      messageKey: `codes.${place}.${code}`,
    });
  });

  test('the same number means different things in different places', () => {
    expect(findCode('answer', 1000).outcome).toBe('accepted');
    expect(findCode('verification', 1000).outcome).toBe('refused');
    expect(findCode('failedCode', 1000)).toMatchObject({
      listed: false,
      messageKey: 'codes.failedCode.unlisted',
    });
  });

  test.each([1514, 1021, 1500, 9999, 'E77'])('%s is on no list and still has an entry', (code) => {
    expect(findCode('answer', code)).toMatchObject({ listed: false, outcome: 'unknown', code: String(code) });
  });
});

describe('what a code proves', () => {
  const listed = `${ANSWER} ${REFUND}`
    .split(' ')
    .map(Number)
    .filter((code) => code !== 1000);

  test('a first call with our ids: 1018, 1503 and repeated ids prove nothing, the rest say nothing happened', () => {
    expect(listed.filter((code) => outcomeOf(code) === 'unknown')).toEqual([1012, 1014, 1018, 1503, 1515]);
    expect(listed.filter((code) => outcomeOf(code) === 'rejected')).toHaveLength(30);
  });

  test('an id that a person typed may simply be taken', () => {
    const unknown = listed.filter((code) => outcomeOf(code, { idsAreOurs: false }) === 'unknown');
    expect(unknown).toEqual([1018, 1503]);
  });

  test('on a second sending only 1013 says that nothing happened', () => {
    const rejected = listed.filter((code) => outcomeOf(code, { secondSending: true }) === 'rejected');
    expect(rejected).toEqual([1013]);
  });

  test.each([1514, 0, -1006, 10006, 200])('%s is on no list', (code) => {
    expect(outcomeOf(code)).toBe('unlisted');
  });
});
