import 'server-only';

import type { z } from 'zod';
import { type CallbackKeys, type CallbackVerdict, verifyCallback } from '@/lib/gateway/callbacks';
import type { CallKnowledge } from '@/lib/gateway/codes';
import type { Operation } from '@/lib/gateway/operation';
import { RESOURCES } from '@/lib/gateway/operations';
import { type ProfileName, profileOf } from '@/lib/gateway/profiles';
import type { Exchange, GatewayResult } from '@/lib/gateway/result';
import { requestSigner, rsaKey, type SignMode } from '@/lib/gateway/signature';
import { call, type Transport } from '@/lib/gateway/transport';

export { readCallbackEvent, verifyCallback } from '@/lib/gateway/callbacks';
export type {
  CallbackEvent,
  CallbackKeys,
  CallbackVerdict,
  CollectionEvent,
  PayoutEvent,
  RefundEvent,
} from '@/lib/gateway/callbacks';
export { profileOf } from '@/lib/gateway/profiles';
export type { PaymentLine, PayoutLine } from '@/lib/gateway/resources/account';
export type { CreatedRefund, GatewayRefund } from '@/lib/gateway/resources/refunds';
export type { GatewayWebPayment } from '@/lib/gateway/resources/web-payments';
export type { Exchange, GatewayResult } from '@/lib/gateway/result';
export type { RefundStatus } from '@/lib/gateway/wire';

/** The settings of one app. Keys are PEM or one-line Base64; limits have defaults that suit people waiting. */
export type GatewayConfig = Readonly<{
  baseUrl: string;
  appId: string;
  appName: string;
  profile?: ProfileName | undefined;
  requestSignMode?: SignMode | undefined;
  privateKey?: string | undefined;
  requestSecret?: string | undefined;
  callbackSignMode?: SignMode | undefined;
  callbackSecret?: string | undefined;
  callbackPublicKey?: string | undefined;
  fetch: typeof globalThis.fetch;
  now: () => Date;
  /** From the first byte sent to the last byte received; 15 s unless told. */
  timeoutMs?: number | undefined;
  /** The longest answer that is read; 2 MB unless told. */
  maxAnswerBytes?: number | undefined;
  /** Told of every call that was sent, for the request log; must not throw. */
  record?: ((exchange: Exchange) => void) | undefined;
}>;

type Caller<Input, Data> =
  Record<string, never> extends Input
    ? (input?: Input, knowledge?: CallKnowledge) => Promise<GatewayResult<Data>>
    : (input: Input, knowledge?: CallKnowledge) => Promise<GatewayResult<Data>>;

type Verbs<Nouns> = {
  readonly [Noun in keyof Nouns]: {
    readonly [Verb in keyof Nouns[Noun]]: Nouns[Noun][Verb] extends Operation<infer Input, infer Data>
      ? Caller<z.input<Input>, z.output<Data>>
      : never;
  };
};

/** The client of one app: `gateway.refund.create(input)`, `gateway.account.balance()`, … */
export type Gateway = Verbs<typeof RESOURCES> &
  Readonly<{
    /** Any operation by its table entry; what the command line uses. */
    send: (
      operation: Operation,
      input: unknown,
      knowledge?: CallKnowledge,
    ) => Promise<GatewayResult<unknown>>;
    /** Judges the raw bytes of a callback with the keys of this app. */
    verifyCallback: (body: Uint8Array) => CallbackVerdict;
  }>;

/**
 * Makes the client of one app. Throws one sentence, without the secret, when a setting cannot be used;
 * afterwards every call gives a `GatewayResult` and never throws for what PayCools or the network does.
 */
export function createGateway(config: GatewayConfig): Gateway {
  const profile = profileOf(config.profile);
  const transport: Transport = {
    baseUrl: addressOf(config.baseUrl),
    appId: config.appId,
    appName: config.appName,
    profile,
    signer: requestSigner(config.requestSignMode ?? profile.requestSignMode, config),
    fetch: config.fetch,
    now: config.now,
    timeoutMs: config.timeoutMs ?? 15_000,
    maxAnswerBytes: config.maxAnswerBytes ?? 2_000_000,
    record: config.record ?? (() => undefined),
  };
  const verbs = Object.fromEntries(
    Object.entries(RESOURCES).map(([noun, operations]) => [noun, verbsOf(transport, operations)]),
  ) as Verbs<typeof RESOURCES>;
  return {
    ...verbs,
    send: (operation, input, knowledge = {}) => call(transport, operation, input, knowledge),
    verifyCallback: (body) => verifyCallback(body, callbackKeys(config)),
  };
}

/** The keys that judge an app's callbacks. Throws one sentence when the one its mode needs is missing. */
export function callbackKeys(
  config: Pick<GatewayConfig, 'profile' | 'callbackSignMode' | 'callbackSecret' | 'callbackPublicKey'>,
): CallbackKeys {
  const mode = config.callbackSignMode ?? profileOf(config.profile).callbackSignMode;
  if (mode === 'RSA_SHA256') return { mode, publicKey: rsaKey('public', config.callbackPublicKey ?? '') };
  if ((config.callbackSecret ?? '') === '')
    throw new Error('Callbacks signed with SHA1_SECRET need the callback secret.');
  return { mode, secret: config.callbackSecret ?? '' };
}

function verbsOf(transport: Transport, operations: Readonly<Record<string, Operation>>) {
  return Object.fromEntries(
    Object.entries(operations).map(([verb, operation]) => [
      verb,
      (input: unknown = {}, knowledge: CallKnowledge = {}) => call(transport, operation, input, knowledge),
    ]),
  );
}

function addressOf(baseUrl: string): string {
  const protocol = URL.canParse(baseUrl) ? new URL(baseUrl).protocol : '';
  if (protocol !== 'https:' && protocol !== 'http:')
    throw new Error('The base URL of PayCools is not an http address.');
  return new URL(baseUrl).href.replace(/\/+$/u, '');
}
