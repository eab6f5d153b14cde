import { checkCaller, requireApp } from './api-gate';
import type { App } from './apps';
import type { Endpoint } from './endpoint';
import { ENDPOINTS } from './endpoints/endpoint-table';
import { takeFault, type Fault } from './faults';
import { messageOf, Refusal } from './refusal';
import { logRequest } from './request-log';
import type { SandboxContext } from './sandbox-context';
import { canonicalString } from './signature';
import { readJsonFields, readQueryFields, writeJson, type Fields } from './wire-json';

/** An API request with its bytes as they came. */
export type ApiRequest = Readonly<{ method: string; url: URL; body: Buffer; remoteAddress: string }>;

/** What happens on the wire: an answer, silence, a cut connection, or the first half of an answer and then a cut. */
export type WireAnswer = Readonly<{
  kind: 'answer' | 'silence' | 'cut' | 'half';
  status: number;
  contentType: string;
  body: string;
  delayMs: number;
}>;

type Envelope = Readonly<{ code: number; message: string; data: unknown }>;
type Result = Readonly<{
  wire: WireAnswer;
  envelope: Envelope | null;
  acted: boolean;
  fault: Fault | null;
}>;
type Prepared = Readonly<{ endpoint: Endpoint; pathId: string | null; fields: Fields; canonical: string }>;

const FAULTS_AT_THE_DOOR = [
  'no-answer',
  'drop-answer',
  'error-before',
  'error-after',
  'act-then-1018',
  'truncated',
  'html',
  'slow',
  'answer-code',
] as const;
const HTML =
  '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/** Answers one call of the API and writes it down; null when no operation listens there. */
export async function answerRequest(
  context: SandboxContext,
  request: ApiRequest,
): Promise<WireAnswer | null> {
  const found = findEndpoint(request);
  if (found === null) return null;
  const now = context.now();
  const fields =
    request.method === 'GET' ? readQueryFields(request.url.searchParams) : readJsonFields(request.body);
  const prepared = { ...found, fields: fields ?? new Map(), canonical: canonicalString(fields ?? new Map()) };
  const result =
    fields === null ? unreadable(request) : await answerPrepared(context, prepared, request, now);
  await log(context, prepared, result, now);
  return result.wire;
}

function findEndpoint({ method, url }: ApiRequest) {
  for (const endpoint of ENDPOINTS) {
    const match = endpoint.path.exec(url.pathname);
    if (match !== null && endpoint.methods.some((listed) => listed === method)) {
      return { endpoint, pathId: match[1] === undefined ? null : decoded(match[1]) };
    }
  }
  return null;
}

async function answerPrepared(
  context: SandboxContext,
  prepared: Prepared,
  { remoteAddress }: ApiRequest,
  now: Date,
): Promise<Result> {
  const { endpoint, fields, canonical } = prepared;
  try {
    const app = await requireApp(context, fields);
    const down = await takeFault(context.pool, app.appId, endpoint.operation, ['down']);
    if (down !== null) return failed(down, 503, false);
    await checkCaller(context, { app, endpoint, fields, canonical, remoteAddress, now });
    const fault = await takeFault(context.pool, app.appId, endpoint.operation, FAULTS_AT_THE_DOOR);
    return withoutActing(fault) ?? afterActing(fault, endpoint, await act(context, app, prepared, now));
  } catch (error) {
    if (error instanceof Refusal) return plain(refused(error));
    throw error;
  }
}

async function act(context: SandboxContext, app: App, prepared: Prepared, now: Date): Promise<Envelope> {
  const { endpoint, fields, pathId } = prepared;
  try {
    const data = await endpoint.act({ context, app, fields, pathId, now });
    return { code: 1000, message: 'success', data };
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

function withoutActing(fault: Fault | null): Result | null {
  switch (fault?.fault) {
    case 'no-answer':
      return { ...failed(fault, 0, false), wire: wire('silence', 0, '') };
    case 'error-before':
      return failed(fault, fault.settings.status ?? 502, false);
    case 'html':
      return { ...failed(fault, 0, false), wire: wire('answer', fault.settings.status ?? 200, HTML) };
    case 'answer-code': {
      const code = fault.settings.code ?? 1018;
      return { ...plain({ code, message: messageOf(code), data: null }), fault };
    }
    default:
      return null;
  }
}

function afterActing(fault: Fault | null, endpoint: Endpoint, envelope: Envelope): Result {
  const acted = endpoint.writes && envelope.code === 1000;
  const usual = { ...plain(envelope), acted, fault };
  switch (fault?.fault) {
    case 'drop-answer':
      return { ...usual, envelope: null, wire: wire('cut', 0, '') };
    case 'error-after':
      return failed(fault, fault.settings.status ?? 500, acted);
    case 'act-then-1018':
      return envelope.code === 1000
        ? { ...plain({ code: 1018, message: messageOf(1018), data: null }), acted, fault }
        : usual;
    case 'truncated':
      return { ...usual, envelope: null, wire: { ...usual.wire, kind: 'half' } };
    case 'slow':
      return { ...usual, wire: { ...usual.wire, delayMs: fault.settings.delayMs ?? 3_000 } };
    default:
      return usual;
  }
}

function refused(refusal: Refusal): Envelope {
  return { code: refusal.code, message: refusal.message, data: null };
}

function plain(envelope: Envelope): Result {
  const body = writeJson(envelope);
  return {
    wire: { kind: 'answer', status: 200, contentType: 'application/json; charset=utf-8', body, delayMs: 0 },
    envelope,
    acted: false,
    fault: null,
  };
}

function failed(fault: Fault, status: number, acted: boolean): Result {
  return { wire: wire('answer', status, HTML), envelope: null, acted, fault };
}

function wire(kind: WireAnswer['kind'], status: number, body: string): WireAnswer {
  return { kind, status, contentType: 'text/html; charset=utf-8', body, delayMs: 0 };
}

function unreadable({ method }: ApiRequest): Result {
  const rule =
    method === 'GET' ? 'query:must name every field once' : 'body:must be one JSON object with unique names';
  return plain(refused(new Refusal(1009, rule)));
}

async function log(context: SandboxContext, prepared: Prepared, result: Result, now: Date): Promise<void> {
  const { endpoint, pathId, fields, canonical } = prepared;
  const { wire: sent, envelope, acted, fault } = result;
  const named = (name: string) => fields.get(name)?.text ?? null;
  await logRequest(context.pool, {
    appId: named('appId') ?? '',
    at: now,
    operation: endpoint.operation,
    mchOrderId: named('mchRefundOrderId') ?? named('mchOrderId') ?? pathId,
    transactionId: idIn(envelope?.data) ?? named('originalTransactionId') ?? named('refundTransactionId'),
    code: envelope?.code ?? null,
    message: envelope?.message ?? null,
    httpStatus: sent.status === 0 ? null : sent.status,
    acted,
    fault: fault?.fault ?? null,
    canonical,
    answer: sent.body === '' ? null : sent.body,
  });
}

function idIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null;
  if ('transactionId' in data && typeof data.transactionId === 'string') return data.transactionId;
  if ('refundTransactionId' in data && typeof data.refundTransactionId === 'string') {
    return data.refundTransactionId;
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
