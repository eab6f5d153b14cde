import { z } from 'zod';

import { parseManilaDay } from '../dates/manila-day';
import { CALLBACK_STATES, type CallbackState } from './status';

/** The tabs of the inbox. */
export const STATES_OF_VIEW = {
  held: ['HELD'],
  processed: ['RECEIVED', 'PROCESSED'],
  ignored: ['IGNORED'],
  rejected: ['REJECTED'],
  dead: ['DEAD'],
} as const satisfies Record<string, readonly CallbackState[]>;
export type CallbackView = keyof typeof STATES_OF_VIEW;
export const CALLBACK_VIEWS = Object.keys(STATES_OF_VIEW) as readonly CallbackView[];

/** What a callback speaks of, by the beginning of its event's name. */
export const EVENT_PREFIXES = {
  web: ['h5.'],
  qr: ['qrcode.', 'static.qrcode.'],
  account: ['payment.success', 'payment.failed', 'transfer.'],
  refund: ['payment.refund.'],
  payout: ['disbursement.'],
} as const;
export type EventGroup = keyof typeof EVENT_PREFIXES;
export const EVENT_GROUPS = Object.keys(EVENT_PREFIXES) as readonly EventGroup[];

export const VERDICTS = ['genuine', 'ambiguous', 'duplicate', 'notGenuine'] as const;

const VIEWS = CALLBACK_VIEWS as [CallbackView, ...CallbackView[]];
const GROUPS = EVENT_GROUPS as [EventGroup, ...EventGroup[]];
const day = z.string().refine((text) => parseManilaDay(text) !== null);
const text = z.string();
const instant = z.iso.datetime();
const message = z.object({
  key: text,
  values: z.record(text, z.union([text, z.number()])).exactOptional(),
});

const FIELDS = {
  view: z.enum(VIEWS),
  from: day,
  to: day,
  about: z.enum(GROUPS),
  verdict: z.enum(VERDICTS),
  q: z.string().trim().min(1).max(100),
  after: z.uuid(),
  before: z.uuid(),
};
type FieldName = keyof typeof FIELDS;

/** The inbox's place in the world, as it stands in the address. */
export type CallbackFilter = { [Name in FieldName]?: z.output<(typeof FIELDS)[Name]> };

export type ReadCallbackFilter = Readonly<{ filter: CallbackFilter; ignored: readonly FieldName[] }>;

/** Reads the filter from an address. What cannot be read is not applied, and is named. */
export function readCallbackFilter(search: URLSearchParams): ReadCallbackFilter {
  const filter: Record<string, unknown> = {};
  const ignored: FieldName[] = [];
  for (const [name, schema] of Object.entries(FIELDS) as [FieldName, z.ZodType][]) {
    const typed = search.get(name);
    if (typed === null || typed.trim() === '') continue;
    const read = schema.safeParse(typed);
    if (read.success) filter[name] = read.data;
    else ignored.push(name);
  }
  return { filter, ignored };
}

/** The filter as it stands in an address, without what is not set. */
export function callbackSearch(filter: CallbackFilter): string {
  const set = (Object.keys(FIELDS) as FieldName[]).flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [[name, value]];
  });
  return new URLSearchParams(set).toString();
}

/** What narrows the inbox: the filter without its tab and without the place where a page starts. */
export function narrowingOf(filter: CallbackFilter): Omit<CallbackFilter, 'view' | 'after' | 'before'> {
  const narrowing = { ...filter };
  delete narrowing.view;
  delete narrowing.after;
  delete narrowing.before;
  return narrowing;
}

/** One callback as the inbox shows it. */
export const CallbackRow = z.object({
  id: z.uuid(),
  receivedAt: instant,
  eventName: text.nullable(),
  subjectId: text.nullable(),
  state: z.enum(CALLBACK_STATES),
  said: message.nullable(),
  genuine: z.boolean(),
  ambiguous: z.boolean(),
  isDuplicate: z.boolean(),
});
export type CallbackRow = z.output<typeof CallbackRow>;

/** One page of the inbox, with exact counts for every tab. */
export const CallbackPage = z.object({
  rows: z.array(CallbackRow),
  newer: z.uuid().nullable(),
  older: z.uuid().nullable(),
  total: z.int(),
  counts: z.record(z.enum(['all', ...VIEWS]), z.int()),
  /** So many came without a genuine sign in this hour that more were refused without being kept. */
  rejectedCapReached: z.boolean(),
});
export type CallbackPage = z.output<typeof CallbackPage>;

/** Everything about one callback; secrets and personal data in its text are masked. */
export const CallbackDetail = CallbackRow.extend({
  isMoving: z.boolean(),
  appName: text,
  bytes: z.int(),
  sha256: text,
  body: text,
  canonical: text.nullable(),
  processedAt: instant.nullable(),
  order: z.object({ id: z.uuid(), orderId: text.nullable() }).nullable(),
  refund: z.object({ id: z.uuid(), refundId: text }).nullable(),
  payout: z.object({ id: z.uuid(), orderId: text }).nullable(),
  duplicateOf: z.object({ id: z.uuid(), receivedAt: instant }).nullable(),
  duplicates: z.array(z.object({ id: z.uuid(), receivedAt: instant })),
});
export type CallbackDetail = z.output<typeof CallbackDetail>;
