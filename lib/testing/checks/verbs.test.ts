import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Folders whose transactions are not business of a merchant: identity, bookkeeping of the audit itself, start-up. */
const NO_MERCHANT_VERBS = /^lib\/(auth|audit|launch|testing|sandbox|demo|account|db|jobs|apps|gateway)\//;

function sources(): { file: string; text: string }[] {
  return readdirSync('lib', { recursive: true })
    .map((name) => path.posix.join('lib', String(name).replaceAll('\\', '/')))
    .filter(
      (file) =>
        file.endsWith('.ts') && !/\.test\.ts$|generated\//.test(file) && !NO_MERCHANT_VERBS.test(file),
    )
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

const verbs = sources().filter(({ text }) => text.includes('$transaction('));

test('there are verbs to judge', () => {
  expect(verbs.length).toBeGreaterThan(5);
});

/** What lets a caller in where nobody is signed in. */
const OTHER_PROOF: Readonly<Record<string, RegExp>> = {
  'lib/callbacks/receive-callback.ts': /verifyCallback\(/,
  // Only puts jobs into the queue, on the worker's own clock.
  'lib/balances/request-snapshots.ts': /enqueue\(tx, 'balance\.snapshot'/,
};

test.each(verbs)('$file asks who may, is told its author, or is a job', ({ file, text }) => {
  const proof = OTHER_PROOF[file] ?? /assertCan\(|by: Author|systemAuthor\(|Jobs\['/;
  // Not `toMatch`: a failure would print the whole file.
  expect(proof.test(text)).toBe(true);
});
