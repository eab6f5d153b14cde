import 'server-only';

import type { z } from 'zod';
import { type CallKnowledge, FREQUENCY_LIMIT, outcomeOf } from '@/lib/gateway/codes';
import { isAbsent, refusalOf } from '@/lib/gateway/input';
import { isJsonObject, numberText, readJson, writeJson } from '@/lib/gateway/json';
import type { Operation } from '@/lib/gateway/operation';
import type { Profile } from '@/lib/gateway/profiles';
import type { Accepted, Exchange, GatewayResult, Rejected, Unknown, UnknownWhy } from '@/lib/gateway/result';
import { canonicalString, type Signer } from '@/lib/gateway/signature';

/** Everything that the outside decides is handed in: address, keys, network, clock, limits. */
export type Transport = Readonly<{
  baseUrl: string;
  appId: string;
  appName: string;
  profile: Profile;
  signer: Signer;
  fetch: typeof globalThis.fetch;
  now: () => Date;
  timeoutMs: number;
  maxAnswerBytes: number;
  record: (exchange: Exchange) => void;
}>;

type Fields = Readonly<Record<string, string | number | bigint>>;
type Prepared = Readonly<{
  url: string;
  body: string | null;
  logUrl: string;
  logBody: string | null;
  canonical: string;
}>;
type Received =
  | Readonly<{ status: number; bytes: Uint8Array }>
  | Readonly<{ status: number | null; why: 'no-answer' | 'unreadable'; trouble: string }>;
type Judged<Data> =
  | (Omit<Accepted<Data>, 'exchange'> & Readonly<{ trouble: null }>)
  | (Omit<Rejected, 'exchange'> & Readonly<{ trouble: null }>)
  | (Omit<Unknown, 'exchange'> & Readonly<{ trouble: string }>);

const MASKED_SIGN = '***';

/** Checks the input, sends it once, and says what the answer proves. A call is never repeated here. */
export async function call<Input extends z.ZodType, Data extends z.ZodType>(
  transport: Transport,
  operation: Operation<Input, Data>,
  input: unknown,
  knowledge: CallKnowledge,
): Promise<GatewayResult<z.output<Data>>> {
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) return { outcome: 'refused', ...refusalOf(parsed.error) };
  const prepared = prepare(transport, operation, parsed.data as Readonly<Record<string, unknown>>);
  const sentAt = transport.now();
  const received = await receive(transport, operation.method, prepared);
  const answeredAt = transport.now();
  const { trouble, ...judged } = judge(transport, operation.data, received, knowledge);
  const exchange: Exchange = {
    operation: operation.operation,
    method: operation.method,
    url: prepared.logUrl,
    canonical: prepared.canonical,
    sentBody: prepared.logBody,
    sentAt,
    answeredAt,
    httpStatus: received.status,
    answer: 'bytes' in received ? new TextDecoder().decode(received.bytes) : null,
    trouble,
  };
  transport.record(exchange);
  return { ...judged, exchange };
}

/** The fields of a call as they are sent, without the sign: what is signed is exactly this. */
export function fieldsToSign(
  transport: Pick<Transport, 'appId' | 'appName' | 'now'>,
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
): Fields {
  const fields: Record<string, string | number | bigint> = { appId: transport.appId };
  if (operation.adds.includes('appName')) fields['appName'] = transport.appName;
  for (const [name, value] of Object.entries(input)) {
    const inPathOnly = operation.path.includes(`{${name}}`) && operation.pathFieldInQuery !== true;
    if (!isAbsent(value) && !inPathOnly) fields[name] = value as string | number | bigint;
  }
  if (operation.adds.includes('timestamp')) fields['timestamp'] = String(transport.now().getTime());
  return fields;
}

/** The query of a GET, percent-encoded in full: a Base64 sign has `+`, `/` and `=` in it (1.1, 1.4). */
export function queryString(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');
}

function prepare(
  transport: Transport,
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
): Prepared {
  const fields = fieldsToSign(transport, operation, input);
  const canonical = canonicalString(fields);
  const sign = transport.signer(canonical);
  const path = operation.path.replaceAll(/\{(?<name>\w+)\}/gu, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  const address = `${transport.baseUrl}${path}`;
  if (operation.method === 'GET') {
    const url = (shownSign: string) => `${address}?${queryString({ ...fields, sign: shownSign })}`;
    return { url: url(sign), body: null, logUrl: url(MASKED_SIGN), logBody: null, canonical };
  }
  const body = (shownSign: string) => writeJson({ ...fields, sign: shownSign });
  return { url: address, body: body(sign), logUrl: address, logBody: body(MASKED_SIGN), canonical };
}

async function receive(transport: Transport, method: 'GET' | 'POST', prepared: Prepared): Promise<Received> {
  let status: number | null = null;
  try {
    const response = await transport.fetch(prepared.url, {
      method,
      headers: {
        Accept: 'application/json',
        ...(prepared.body !== null && { 'Content-Type': 'application/json' }),
      },
      // A followed redirect would send the POST a second time, perhaps to somebody else.
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(transport.timeoutMs),
      ...(prepared.body !== null && { body: prepared.body }),
    });
    status = response.status;
    const bytes = await readCapped(response, transport.maxAnswerBytes);
    if (bytes !== null) return { status, bytes };
    return { status, why: 'unreadable', trouble: `more than ${transport.maxAnswerBytes} bytes` };
  } catch (error) {
    return { status, why: 'no-answer', trouble: reasonOf(error) };
  }
}

async function readCapped(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function judge<Data extends z.ZodType>(
  transport: Transport,
  schema: Data,
  received: Received,
  knowledge: CallKnowledge,
): Judged<z.output<Data>> {
  if ('why' in received && (received.status ?? 0) < 500) return unknown(received.why, received.trouble);
  const envelope = 'bytes' in received ? readEnvelope(received.bytes) : null;
  const { code = null, gatewayMessage = null } = envelope ?? {};
  const about = { code, gatewayMessage };
  if ((received.status ?? 0) >= 500) return unknown('server-error', `HTTP ${received.status ?? ''}`, about);
  if (envelope === null || code === null) return unknown('unreadable', 'no answer of the protocol', about);
  if (!transport.profile.successCodes.includes(code))
    return judgeCode(code, envelope.gatewayMessage, knowledge);
  if (received.status !== 200)
    return unknown('unreadable', `success with HTTP ${received.status ?? ''}`, about);
  const data = schema.safeParse(envelope.data);
  if (data.success) return { outcome: 'accepted', data: data.data, trouble: null };
  const [issue] = data.error.issues;
  return unknown('unreadable', `data.${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`, about);
}

function judgeCode(code: number, gatewayMessage: string, knowledge: CallKnowledge): Judged<never> {
  const verdict = outcomeOf(code, knowledge);
  if (verdict === 'rejected') {
    return {
      outcome: 'rejected',
      code,
      gatewayMessage,
      maySendAgain: code === FREQUENCY_LIMIT,
      trouble: null,
    };
  }
  const why = verdict === 'unlisted' ? 'unlisted-code' : 'code';
  return unknown(why, `code ${code} does not say that nothing happened`, { code, gatewayMessage });
}

function readEnvelope(
  bytes: Uint8Array,
): { code: number | null; gatewayMessage: string; data: unknown } | null {
  const value = readJson(bytes)?.value;
  if (!isJsonObject(value)) return null;
  const { code, message, data } = value;
  const digits = typeof code === 'string' ? code : (numberText(code) ?? '');
  return {
    code: /^-?[0-9]{1,9}$/u.test(digits) ? Number(digits) : null,
    gatewayMessage: typeof message === 'string' ? message : '',
    data,
  };
}

function unknown(
  why: UnknownWhy,
  trouble: string,
  about: Readonly<{ code: number | null; gatewayMessage: string | null }> = {
    code: null,
    gatewayMessage: null,
  },
): Judged<never> {
  return { outcome: 'unknown', why, ...about, trouble };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the call broke off';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? `: ${String(cause.code)}` : '';
  return `${error.name}${code}`;
}
