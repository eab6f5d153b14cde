import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Folders whose transactions are not business of a merchant: identity, bookkeeping of the audit itself, start-up. */
const NO_MERCHANT_VERBS = /^lib\/(auth|audit|launch|testing|sandbox|demo|account|db|jobs|apps|gateway)\//;

function sources(): { file: string; text: string }[] {
  return readdirSync('lib', { recursive: true })
    .map((name) => path.posix.join('lib', String(name).replaceAll('\\', '/')))
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|generated\//.test(file) && !NO_MERCHANT_VERBS.test(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

const verbs = sources().filter(({ text }) => text.includes('$transaction('));

test('there are verbs to judge', () => {
  expect(verbs.length).toBeGreaterThan(5);
});

test.each(verbs)('$file asks who may, or is told its author', ({ text }) => {
  expect(text).toMatch(/assertCan\(|by: Author|systemAuthor\(/);
});
