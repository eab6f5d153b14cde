import 'server-only';

import type { KeyObject } from 'node:crypto';
import type { z } from 'zod';
import { isJsonObject, type JsonDocument, numberText, readJson } from '@/lib/gateway/json';
import { canonicalOf, fieldText, isRsaSign, isSha1Sign } from '@/lib/gateway/signature';
import { answer, centavos, refundStatus, text, time, transactionStatus } from '@/lib/gateway/wire';

/** What a callback is judged with: the shared secret, or PayCools' public key. */
export type CallbackKeys =
  Readonly<{ mode: 'SHA1_SECRET'; secret: string }> | Readonly<{ mode: 'RSA_SHA256'; publicKey: KeyObject }>;

/** Why a genuine callback could also have been signed with other fields than it shows. */
type Ambiguity = Readonly<{
  field: string;
  why: 'field-name' | 'separator' | 'nested' | 'characters';
}>;

const collection = answer({
  eventName: text.required,
  mchOrderId: text.required,
  transactionId: text.required,
  amount: centavos.required,
  transactionStatus: transactionStatus.required,
  createTime: time.required,
  returnTime: time.optional,
  channelCode: text.optional,
  remark: text.optional,
  fee: centavos.optional,
  failedCode: text.optional,
  failedMessage: text.optional,
});

const payout = answer({
  eventName: text.required,
  mchOrderId: text.required,
  transactionId: text.required,
  amount: centavos.required,
  transactionStatus: transactionStatus.required,
  createTime: time.required,
  returnTime: time.optional,
  remark: text.optional,
  failedCode: text.optional,
  failedMessage: text.optional,
});

const refund = answer({
  eventName: text.required,
  mchRefundOrderId: text.required,
  refundTransactionId: text.required,
  originalTransactionId: text.required,
  refundAmount: centavos.required,
  feeRefunded: centavos.optional,
  refundStatus: refundStatus.required,
  refundCreateTime: time.required,
  refundReturnTime: time.optional,
  refundReason: text.optional,
  failedCode: text.optional,
  failedMessage: text.optional,
});

/** Which product an event speaks of (1.8), by the beginning of its name. */
const COLLECTIONS = {
  'qrcode.payment.': 'QR_CODE',
  'h5.payment.': 'WEB_PAYMENT',
  'payment.success': 'VIRTUAL_ACCOUNT',
  'payment.failed': 'VIRTUAL_ACCOUNT',
  'transfer.payment.': 'BANK_TRANSFER',
  'checkout.payment.': 'CHECKOUT',
  'directdebit.payment.': 'DIRECT_DEBIT',
  'direct.debit.': 'DIRECT_DEBIT',
} as const;

/** The product that a payment came in through. */
type CollectionProduct = (typeof COLLECTIONS)[keyof typeof COLLECTIONS];

/**
 * A payment came in, or failed to (4.8, 5.5, 6.4, 7.4, 9.5, 10.7); money in centavos. Believe `transactionStatus`,
 * not `eventName`.
 */
export type CollectionEvent = Readonly<{ kind: 'collection'; product: CollectionProduct }> &
  z.output<typeof collection>;

/** A payout ended (3.3); money in centavos. Believe `transactionStatus`, not `eventName`. */
export type PayoutEvent = Readonly<{ kind: 'payout' }> & z.output<typeof payout>;

/** A refund ended (8.3); money in centavos. Believe `refundStatus`, not `eventName`. */
export type RefundEvent = Readonly<{ kind: 'refund' }> & z.output<typeof refund>;

/** What a genuine callback says. `other`: an event nobody here listens to; `unreadable`: ours, but a field does not fit. */
export type CallbackEvent =
  | CollectionEvent
  | PayoutEvent
  | RefundEvent
  | Readonly<{ kind: 'other'; eventName: string }>
  | Readonly<{ kind: 'unreadable'; eventName: string; problems: readonly string[] }>;

/** Every field as text, for showing; null stays null, nested values are their JSON. */
type CallbackFields = Readonly<Record<string, string | null>>;

/** The judgement on the raw bytes of one callback. */
export type CallbackVerdict =
  | Readonly<{
      genuine: false;
      why: 'too-large' | 'unreadable' | 'no-sign' | 'bad-sign';
      canonical: string | null;
      fields: CallbackFields;
    }>
  | Readonly<{
      genuine: true;
      ambiguous: boolean;
      ambiguities: readonly Ambiguity[];
      canonical: string;
      event: CallbackEvent;
      fields: CallbackFields;
    }>;

const MAX_BYTES = 65_536;
const FIELD_NAME = /^[A-Za-z]\w*$/u;
const LOOKS_LIKE_FIELDS = /&[^&]*=/u;

/**
 * Judges a callback by its raw bytes (1.7): at most 64 KB, strict JSON without repeated names, sign compared
 * in constant time. The signed text does not escape values, so a genuine callback may be ambiguous: store and
 * acknowledge it, and apply it only after the product's query agrees.
 */
export function verifyCallback(body: Uint8Array, keys: CallbackKeys): CallbackVerdict {
  if (body.byteLength > MAX_BYTES) return { genuine: false, why: 'too-large', canonical: null, fields: {} };
  const document = readJson(body);
  if (document === null || !isJsonObject(document.value)) {
    return { genuine: false, why: 'unreadable', canonical: null, fields: {} };
  }
  const values = new Map(Object.entries(document.value));
  const fields = textsOf(values);
  const candidates = canonicalTexts(values, document);
  const sign = values.get('sign');
  if (typeof sign !== 'string' || sign === '') {
    return { genuine: false, why: 'no-sign', canonical: candidates[0] ?? '', fields };
  }
  const canonical = candidates.find((candidate) => isSigned(candidate, sign, keys));
  if (canonical === undefined) {
    return { genuine: false, why: 'bad-sign', canonical: candidates[0] ?? '', fields };
  }
  const ambiguities = ambiguitiesOf(values);
  const event = eventOf(document.value);
  return { genuine: true, ambiguous: ambiguities.length > 0, ambiguities, canonical, event, fields };
}

/** What a stored body says, for work that comes after its judgement; null where it cannot be read at all. */
export function readCallbackEvent(body: Uint8Array): CallbackEvent | null {
  const document = readJson(body);
  return document !== null && isJsonObject(document.value) ? eventOf(document.value) : null;
}

function isSigned(canonical: string, sign: string, keys: CallbackKeys): boolean {
  return keys.mode === 'SHA1_SECRET'
    ? isSha1Sign(canonical, keys.secret, sign)
    : isRsaSign(canonical, keys.publicKey, sign);
}

/** The text that was signed; two readings where an object or array is in it, as sent and as written anew. */
function canonicalTexts(values: ReadonlyMap<string, unknown>, document: JsonDocument): readonly string[] {
  const asSent = [...values].map(([name, value]) => {
    const nested = Array.isArray(value) || isJsonObject(value);
    return [name, nested ? (document.raw.get(name) ?? null) : fieldText(value)] as const;
  });
  const anew = [...values].map(([name, value]) => [name, fieldText(value)] as const);
  return [...new Set([canonicalOf(asSent), canonicalOf(anew)])];
}

function ambiguitiesOf(values: ReadonlyMap<string, unknown>): readonly Ambiguity[] {
  return [...values].flatMap(([field, value]): readonly Ambiguity[] => {
    if (!FIELD_NAME.test(field)) return [{ field, why: 'field-name' }];
    if (typeof value === 'string' && !value.isWellFormed()) return [{ field, why: 'characters' }];
    if (typeof value === 'string' && LOOKS_LIKE_FIELDS.test(value)) return [{ field, why: 'separator' }];
    const nested = typeof value === 'object' && value !== null && numberText(value) === null;
    return nested ? [{ field, why: 'nested' }] : [];
  });
}

function eventOf(value: Readonly<Record<string, unknown>>): CallbackEvent {
  const eventName = typeof value['eventName'] === 'string' ? value['eventName'] : '';
  const product = productOf(eventName);
  if (product !== null) {
    const read = collection.safeParse(value);
    return read.success ? { kind: 'collection', product, ...read.data } : unreadable(eventName, read.error);
  }
  if (eventName.startsWith('disbursement.')) {
    const read = payout.safeParse(value);
    return read.success ? { kind: 'payout', ...read.data } : unreadable(eventName, read.error);
  }
  if (!eventName.startsWith('payment.refund.')) return { kind: 'other', eventName };
  const read = refund.safeParse(value);
  return read.success ? { kind: 'refund', ...read.data } : unreadable(eventName, read.error);
}

function productOf(eventName: string): CollectionProduct | null {
  const found = Object.entries(COLLECTIONS).find(([prefix]) => eventName.startsWith(prefix));
  return found?.[1] ?? null;
}

function unreadable(eventName: string, error: z.ZodError): CallbackEvent {
  return {
    kind: 'unreadable',
    eventName,
    problems: error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
  };
}

function textsOf(values: ReadonlyMap<string, unknown>): CallbackFields {
  return Object.fromEntries([...values].map(([name, value]) => [name, fieldText(value)]));
}
