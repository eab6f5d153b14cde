import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';

import { ERROR_CODES } from '../errors';
import { OPERATIONS } from '../gateway/operations';
import { LOCALES } from './locales';
import { loadMessages } from './messages';

type Tree = { [key: string]: string | Tree };

const ROOT = path.resolve(import.meta.dirname, '../..');
const FORBIDDEN = {
  en: /\b(?:invalid|oops|please|sorry)\b|!/iu,
  fil: /\b(?:invalid|oops|please|sorry|paki(?!usap)\w*|pasens[iy]ya|paumanhin)\b|!/iu,
  'zh-Hans': /抱歉|对不起|无效|哎呀|！/u,
} as const;

/** `en` as read by people, each key with its sentence. */
const english = flat(await loadMessages('en'));
const operations = new Set(OPERATIONS.map(({ operation }) => operation));
const namespaces = new Set([...english.keys()].map((key) => key.split('.')[0] ?? ''));

describe.each(LOCALES)('the sentences in %s', (locale) => {
  const own = ownSentences(locale);

  test('have no key that English lacks', () => {
    expect([...own.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  test('take the same values as the English ones', () => {
    const different = [...own].filter(
      ([key, text]) => valuesIn(text).join() !== valuesIn(english.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test('can all be formatted', async () => {
    const faults: string[] = [];
    const translate = createTranslator({
      locale,
      messages: await loadMessages(locale),
      timeZone: 'Asia/Manila',
      onError: (error) => faults.push(error.message),
    }) as unknown as Translate;
    for (const [key, text] of flat(await loadMessages(locale))) translate.rich(key, anyValues(text));
    expect(faults).toEqual([]);
  });

  test('blame nobody, beg for nothing and do not shout', () => {
    const faults = [...own].filter(([, text]) => FORBIDDEN[locale].test(text));
    expect(faults.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  test('are not empty', () => {
    expect([...own].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });
});

describe('keys in the sources', () => {
  test('every way to fail has its words', () => {
    expect(ERROR_CODES.filter((code) => !english.has(`errors.${code}`))).toEqual([]);
  });

  test('every key that is written out leads to words', () => {
    const missing = sources().flatMap(({ file, text }) =>
      [...text.matchAll(/'(?<key>[a-zA-Z]+(?:\.[\w-]+)+)'/gu)]
        .map((found) => found.groups?.['key'] ?? '')
        .filter(
          (key) => namespaces.has(key.split('.')[0] ?? '') && !operations.has(key) && !leadsToWords(key),
        )
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });
});

/** What this language says itself, without the English that stands in for the rest. */
function ownSentences(locale: string): Map<string, string> {
  const folder = path.join(ROOT, 'messages', locale);
  const files = readdirSync(folder);
  return flat(
    Object.fromEntries(
      files.map((file) => [
        path
          .basename(file, '.json')
          .replace(/-(?<letter>[a-z])/gu, (_, letter: string) => letter.toUpperCase()),
        JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Tree,
      ]),
    ),
  );
}

function flat(tree: Tree, above = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([name, value]) =>
      typeof value === 'string' ? [[above + name, value] as const] : [...flat(value, `${above}${name}.`)],
    ),
  );
}

function leadsToWords(key: string): boolean {
  return english.has(key) || [...english.keys()].some((known) => known.startsWith(`${key}.`));
}

function sources(): { file: string; text: string }[] {
  return ['app', 'components', 'lib']
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(folder, file),
      ),
    )
    .filter((file) => /(?<!\.test)\.tsx?$/u.test(file) && !/^lib[\\/](?:sandbox|testing|db)/u.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
}

type Translate = Readonly<{ rich: (key: string, values: Readonly<Record<string, unknown>>) => unknown }>;

/** Something for every value and every tag that a message takes. */
function anyValues(message: string): Record<string, unknown> {
  const asIs = (chunks: unknown) => chunks;
  return Object.fromEntries<unknown>(
    valuesIn(message).map((name) => (name.startsWith('<') ? [name.slice(1, -1), asIs] : [name, 1])),
  );
}

/** The names of the values and `<tags>` that an ICU message takes, sorted, each once. */
function valuesIn(message: string): string[] {
  const names = new Set<string>(message.match(/<\w+>/gu));
  readText(message, 0, names);
  return [...names].sort();
}

/** Reads text up to the brace that closes it; returns the position after it. */
function readText(message: string, start: number, names: Set<string>): number {
  let at = start;
  while (at < message.length && message[at] !== '}') {
    at = message[at] === '{' ? readArgument(message, at + 1, names) : at + 1;
  }
  return at + 1;
}

/** Reads `name}`, `name, number}` or `name, plural, one {…} other {…}}`; returns the position after it. */
function readArgument(message: string, start: number, names: Set<string>): number {
  const name = /^\s*(?<name>\w+)\s*/u.exec(message.slice(start));
  if (!name) return start;
  names.add(name.groups?.['name'] ?? '');
  let at = start + name[0].length;
  while (at < message.length && message[at] !== '}') {
    at = message[at] === '{' ? readText(message, at + 1, names) : at + 1;
  }
  return at + 1;
}
