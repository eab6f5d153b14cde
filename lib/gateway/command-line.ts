import 'server-only';

import { findCode } from '@/lib/gateway/codes';
import {
  createGateway,
  callbackKeys,
  type GatewayConfig,
  type GatewayResult,
  profileOf,
} from '@/lib/gateway/index';
import { type FieldProblem, PARAMETER_ERROR } from '@/lib/gateway/input';
import { isJsonObject, numberText, readJson } from '@/lib/gateway/json';
import type { Operation } from '@/lib/gateway/operation';
import { OPERATIONS } from '@/lib/gateway/operations';
import { canonicalString, requestSigner } from '@/lib/gateway/signature';
import { fieldsToSign } from '@/lib/gateway/transport';
import { verifyCallback } from '@/lib/gateway/callbacks';
import { formatMoney } from '@/lib/money/format-money';
import codeTexts from '@/messages/en/codes.json';

/** The settings of the app that the command line speaks for. */
export type CommandLineSettings = Omit<GatewayConfig, 'fetch' | 'now' | 'record'>;

type Surroundings = Readonly<{
  argv: readonly string[];
  /** Null where no app is set up; a throw names the setting that is wrong. */
  settings: () => CommandLineSettings | null;
  fetch: typeof globalThis.fetch;
  now: () => Date;
}>;

/** 0 done, 1 refused or not genuine, 2 used wrongly, 3 not known. The document is what stdout shows. */
export type CommandLineAnswer = Readonly<{
  exitCode: 0 | 1 | 2 | 3;
  document: Readonly<Record<string, unknown>>;
}>;

type Command = Readonly<{ names: readonly string[]; input: string }>;

const USAGE =
  "npm run -s gateway -- <operation> --input '<json>'; also: operations, sign [operation] --input, verify-callback --input.";
const NO_APP =
  'No PayCools app is set up: start Kaha once with npm start, or set PAYCOOLS_BASE_URL, PAYCOOLS_APP_ID, PAYCOOLS_APP_NAME, PAYCOOLS_PRIVATE_KEY and PAYCOOLS_CALLBACK_SECRET.';

/** Runs one command of `npm run gateway`. Money in the answer is centavos as text, times are ISO text. */
export async function runCommandLine(surroundings: Surroundings): Promise<CommandLineAnswer> {
  const command = readArguments(surroundings.argv);
  if (command === null) return wrongUse(`Not understood. Use: ${USAGE}`);
  const [name = '', operationName] = command.names;
  if (name === 'operations') return { exitCode: 0, document: { ok: true, data: operationList() } };

  const operation = OPERATIONS.find((known) => known.operation === (operationName ?? name));
  const isKnown = name === 'sign' || name === 'verify-callback' || operation !== undefined;
  if (!isKnown || (operationName !== undefined && (name !== 'sign' || operation === undefined))) {
    return wrongUse(`There is no operation ${command.names.join(' ')}: the command "operations" lists them.`);
  }
  const input = readJson(command.input)?.value;
  if (!isJsonObject(input))
    return wrongUse('What follows --input is not a JSON object in which every name occurs once.');
  try {
    const settings = surroundings.settings();
    if (settings === null) return wrongUse(NO_APP);
    if (name === 'sign') return signed(surroundings, settings, operation, input);
    if (name === 'verify-callback') return verified(settings, command.input, input);
    // What may throw is reading the settings; the call itself never does.
    const gateway = createGateway({ ...settings, fetch: surroundings.fetch, now: surroundings.now });
    return operation === undefined
      ? wrongUse(USAGE)
      : answerOf(await gateway.send(operation, withBigints(input), { idsAreOurs: false }));
  } catch (error) {
    return wrongUse(error instanceof Error ? error.message : String(error));
  }
}

/** Writes a document in one line: centavos as text, because a JSON number may lose digits on its way. */
export function writeDocument(document: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(document, (_name, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

function readArguments(argv: readonly string[]): Command | null {
  const names: string[] = [];
  let input: string | null = null;
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] ?? '';
    const isInput = word === '--input' || word.startsWith('--input=');
    if (!isInput && word.startsWith('-')) return null;
    if (!isInput) {
      names.push(word);
      continue;
    }
    if (input !== null) return null;
    if (word === '--input') i += 1;
    const given = word === '--input' ? argv[i] : word.slice('--input='.length);
    if (given === undefined) return null;
    input = given;
  }
  return names.length === 1 || names.length === 2 ? { names, input: input ?? '{}' } : null;
}

function wrongUse(error: string): CommandLineAnswer {
  return { exitCode: 2, document: { ok: false, error } };
}

function operationList() {
  return OPERATIONS.map(({ operation, method, path, section }) => ({ operation, method, path, section }));
}

/** A full body (it has an appId) is signed as it stands; business fields get what a call would add. */
function signed(
  { now }: Surroundings,
  settings: CommandLineSettings,
  operation: Operation | undefined,
  input: Readonly<Record<string, unknown>>,
): CommandLineAnswer {
  const { appId, appName } = settings;
  let body = input;
  if (!('appId' in input)) {
    body =
      operation === undefined
        ? { appId, appName, ...input }
        : fieldsToSign({ appId, appName, now }, operation, input);
  }
  const canonical = canonicalString(body);
  const mode = settings.requestSignMode ?? profileOf(settings.profile).requestSignMode;
  return { exitCode: 0, document: { ok: true, canonical, sign: requestSigner(mode, settings)(canonical) } };
}

/** `{"body": "<raw text>"}` keeps every byte; any other object is taken as the callback itself. */
function verified(
  settings: CommandLineSettings,
  text: string,
  input: Readonly<Record<string, unknown>>,
): CommandLineAnswer {
  const wrapped = typeof input['body'] === 'string' && Object.keys(input).length === 1;
  const raw = wrapped ? String(input['body']) : text;
  const verdict = verifyCallback(Buffer.from(raw, 'utf8'), callbackKeys(settings));
  const { genuine, canonical } = verdict;
  if (!genuine) return { exitCode: 1, document: { ok: true, genuine, canonical, why: verdict.why } };
  const { ambiguous, ambiguities, event } = verdict;
  return { exitCode: 0, document: { ok: true, genuine, canonical, ambiguous, ambiguities, event } };
}

function answerOf(result: GatewayResult<unknown>): CommandLineAnswer {
  switch (result.outcome) {
    case 'accepted':
      return { exitCode: 0, document: { ok: true, data: result.data } };
    case 'refused': {
      const fields = Object.fromEntries(
        Object.entries(result.fields).map(([field, problems]) => [field, problems.map(sentenceOf)]),
      );
      const { code } = result;
      // 1009 speaks of PayCools' message, and here PayCools was not asked.
      const explanation = code === PARAMETER_ERROR ? refusedHere() : explanationOf(code);
      return { exitCode: 1, document: { ok: false, outcome: 'rejected', code, explanation, fields } };
    }
    case 'rejected': {
      const { outcome, code, gatewayMessage } = result;
      const explanation = explanationOf(code);
      return { exitCode: 1, document: { ok: false, outcome, code, gatewayMessage, explanation } };
    }
    case 'unknown': {
      const { outcome, why, code, gatewayMessage } = result;
      const explanation = code === null || why === 'unreadable' ? silenceOf(why) : explanationOf(code);
      return { exitCode: 3, document: { ok: false, outcome, why, code, gatewayMessage, explanation } };
    }
  }
}

function explanationOf(code: number) {
  const entry = findCode('answer', code);
  return explanation(entry.messageKey, say(`codes.who.${entry.who}`), { code: entry.code });
}

function refusedHere() {
  return explanation('codes.refused', say('codes.who.you'), {});
}

function silenceOf(why: string) {
  return explanation(`codes.silence.${why}`, say('codes.who.nobody'), {});
}

function explanation(key: string, who: string, values: Readonly<Record<string, string>>) {
  return {
    what: say(`${key}.what`, values),
    why: say(`${key}.why`, values),
    next: say(`${key}.next`, values),
    who,
  };
}

function sentenceOf(problem: FieldProblem): string {
  return say(problem.key, problem.values);
}

/** The English text of a key under `codes.`; values whose name ends in Centavos are shown as money. */
function say(key: string, values: Readonly<Record<string, string | number>> = {}): string {
  let found: unknown = { codes: codeTexts };
  for (const part of key.split('.')) found = isJsonObject(found) ? found[part] : undefined;
  if (typeof found !== 'string') throw new Error(`There is no English text ${key}.`);
  return found.replaceAll(/\{(?<name>\w+)\}/gu, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return name.endsWith('Centavos') ? formatMoney(BigInt(value), 'en') : String(value);
  });
}

/** Whole numbers become bigint, as the operations take them; what else is a number is left to their rules. */
function withBigints(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const digits = numberText(value);
      return [name, digits !== null && /^-?[0-9]{1,30}$/u.test(digits) ? BigInt(digits) : value];
    }),
  );
}
