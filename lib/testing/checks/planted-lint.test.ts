import { ESLint } from 'eslint';
import path from 'node:path';
import { expect, test } from 'vitest';

const lint = new ESLint({ cwd: process.cwd() });

/** Lints a text as if it stood in this file, which exists so that types are known; returns the rules it breaks. */
async function brokenRules(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await lint.lintText(text, { filePath: path.resolve(file) });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

test('reading the environment outside lib/env is refused', { timeout: 60_000 }, async () => {
  expect(await brokenRules('lib/money/money.ts', "export const x = process.env['PORT'];\n")).toContain(
    'no-restricted-syntax',
  );
});

test('gateway bytes may not pass through JSON.parse', { timeout: 60_000 }, async () => {
  expect(await brokenRules('lib/gateway/wire.ts', "export const x: unknown = JSON.parse('1');\n")).toContain(
    'no-restricted-syntax',
  );
});

test('a promise may not be left floating', { timeout: 60_000 }, async () => {
  expect(await brokenRules('lib/money/money.ts', 'Promise.resolve(1);\n')).toContain(
    '@typescript-eslint/no-floating-promises',
  );
});

test('a file may not grow over 300 lines', { timeout: 60_000 }, async () => {
  const text = Array.from({ length: 301 }, (_, line) => `export const x${line} = ${line};`).join('\n');
  expect(await brokenRules('lib/money/money.ts', `${text}\n`)).toContain('max-lines');
});
