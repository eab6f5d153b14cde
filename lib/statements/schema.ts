import { z } from 'zod';

import { parseManilaDay } from '../dates/manila-day';

export const STATEMENT_KINDS = ['PAYMENT', 'PAYOUT'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export const STATEMENT_STATES = ['FETCHING', 'READY', 'FAILED'] as const;

export const LINE_STATUSES = ['PENDING', 'COMPLETE', 'FAILED'] as const;
export type LineStatus = (typeof LINE_STATUSES)[number];

/** How a line found its order or payout; each rule has its sentence under `statements.rules`. */
export const MATCH_RULES = ['transaction-id', 'order-id-and-amount', 'by-hand'] as const;

/** A Manila day as typed or picked. */
export const DayField = z.string({ error: 'statements.fields.dayMissing' }).transform((text, context) => {
  const day = parseManilaDay(text.trim());
  if (day !== null) return day;
  context.addIssue({
    code: 'custom',
    message: text.trim() === '' ? 'statements.fields.dayMissing' : 'statements.fields.dayUnreadable',
  });
  return z.NEVER;
});

/** What the form "Fetch a day" sends; without an app the merchant's first one is meant. */
export const StatementRequest = z.object({
  day: DayField,
  gatewayAppId: z.string().optional(),
  /** One kind where a single failed statement is tried again. */
  kind: z.enum(STATEMENT_KINDS).optional(),
});
export type StatementRequest = z.infer<typeof StatementRequest>;

const optionalChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values).optional().catch(undefined);

/** The filter of the list as it stands in the address; what cannot be read there counts as not set. */
export const StatementFilter = z.object({
  kind: optionalChoice(STATEMENT_KINDS),
  state: optionalChoice(STATEMENT_STATES),
  app: z.string().max(100).optional().catch(undefined),
  after: z.string().max(100).optional().catch(undefined),
  before: z.string().max(100).optional().catch(undefined),
});
export type StatementFilter = z.infer<typeof StatementFilter>;

const Said = z.object({
  key: z.string(),
  values: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
});

export const StatementRow = z.object({
  id: z.uuid(),
  gatewayAppId: z.string(),
  appName: z.string(),
  kind: z.enum(STATEMENT_KINDS),
  day: z.string(),
  version: z.number().int(),
  state: z.enum(STATEMENT_STATES),
  current: z.boolean(),
  pages: z.number().int(),
  pagesExpected: z.number().int().nullable(),
  rowCount: z.number().int(),
  /** Centavos of the COMPLETE lines, as text. */
  amountSum: z.string(),
  feeSum: z.string(),
  failure: Said.nullable(),
  requestedAt: z.iso.datetime(),
  fetchedAt: z.iso.datetime().nullable(),
});
export type StatementRow = z.infer<typeof StatementRow>;

export const StatementPage = z.object({
  rows: z.array(StatementRow),
  /** Of everything that the filter finds, money in and money out apart. */
  totals: z.array(
    z.object({
      kind: z.enum(STATEMENT_KINDS),
      statements: z.number().int(),
      rows: z.number().int(),
      amount: z.string(),
      fee: z.string(),
    }),
  ),
  newer: z.string().nullable(),
  older: z.string().nullable(),
});
export type StatementPage = z.infer<typeof StatementPage>;

/** Rows of one status, or the COMPLETE rows of one channel, with what they add up to; centavos as text. */
export const StatementTotal = z.object({
  name: z.string().nullable(),
  rows: z.number().int(),
  amount: z.string(),
  fee: z.string(),
});
export type StatementTotal = z.infer<typeof StatementTotal>;

export const StatementDetail = StatementRow.extend({
  contentHash: z.string().nullable(),
  requestedBy: z.string().nullable(),
  matched: z.number().int(),
  byStatus: z.array(StatementTotal),
  byChannel: z.array(StatementTotal),
  versions: z.array(z.object({ id: z.uuid(), version: z.number().int(), state: z.enum(STATEMENT_STATES) })),
});
export type StatementDetail = z.infer<typeof StatementDetail>;

export const LineFilter = z.object({
  status: optionalChoice(LINE_STATUSES),
  channel: z.string().max(60).optional().catch(undefined),
  match: optionalChoice(['yes', 'no']),
  /** Line numbers: the page starts after the one, or ends before the other. */
  after: z.coerce.number().int().nonnegative().optional().catch(undefined),
  before: z.coerce.number().int().positive().optional().catch(undefined),
});
export type LineFilter = z.infer<typeof LineFilter>;

export const StatementLineRow = z.object({
  id: z.uuid(),
  lineNo: z.number().int(),
  merchantOrderId: z.string().nullable(),
  transactionId: z.string(),
  paymentMethod: z.string().nullable(),
  channel: z.string().nullable(),
  name: z.string().nullable(),
  amount: z.string(),
  fee: z.string(),
  status: z.enum(LINE_STATUSES),
  createdAt: z.iso.datetime(),
  completedAt: z.iso.datetime().nullable(),
  rule: z.enum(MATCH_RULES).nullable(),
  orderId: z.uuid().nullable(),
  payoutId: z.uuid().nullable(),
});
export type StatementLineRow = z.infer<typeof StatementLineRow>;

export const StatementLines = z.object({
  rows: z.array(StatementLineRow),
  count: z.number().int(),
  /** What the COMPLETE lines of the filter add up to; of the lines of its status where it names one. */
  amount: z.string(),
  fee: z.string(),
  newer: z.number().int().nullable(),
  older: z.number().int().nullable(),
});
export type StatementLines = z.infer<typeof StatementLines>;
