import { z } from 'zod';

import { DayField } from '../statements/schema';
import { EXCEPTION_TYPES, SUBJECTS } from './exception-type';

const Said = z.object({
  key: z.string(),
  values: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
/** Centavos as text, signed. */
const Amount = z.string().regex(/^-?\d+$/u);

/** The balance at one end of a day as the proof shows it. */
export const ProofEdge = z.discriminatedUnion('known', [
  z.object({ known: z.literal(false) }),
  z.object({
    known: z.literal(true),
    asked: Amount,
    at: z.iso.datetime(),
    correction: Amount,
    moved: z.number().int(),
    balance: Amount,
    /** The movements in doubt, at most a handful by name, and how many there are. */
    doubts: z.array(z.object({ at: z.iso.datetime(), amount: Amount, reference: z.string() })),
    doubtCount: z.number().int(),
  }),
]);
export type ProofEdge = z.infer<typeof ProofEdge>;

/** The daily proof as it was found by a run; every figure is text of centavos. */
export const DayProof = z.object({
  /** Null for a whole day; the moment up to which a running day was proved. */
  until: z.iso.datetime().nullable(),
  opening: ProofEdge,
  closing: ProofEdge,
  collections: Amount,
  fees: Amount,
  payouts: Amount,
  cameBack: Amount,
  refunds: Amount,
  refundsReturned: Amount,
  feesReturned: Amount,
  other: Amount,
  counts: z.object({
    collections: z.number().int(),
    payouts: z.number().int(),
    cameBack: z.number().int(),
    refunds: z.number().int(),
    refundsReturned: z.number().int(),
    feesReturned: z.number().int(),
    feesNotKnown: z.number().int(),
    unknown: z.number().int(),
  }),
  shouldBe: Amount.nullable(),
  difference: Amount.nullable(),
  /** What the exceptions of this day explain, and what the late ones of other days bring to it. */
  byExceptions: Amount,
  carried: Amount,
  carriedFrom: z.array(z.string()),
  unexplained: Amount.nullable(),
  /** Which statements the day was compared with. */
  compared: z.object({ payments: z.boolean(), payouts: z.boolean() }),
  /** Refunds that PayCools could not be asked about. */
  refundsNotAsked: z.number().int(),
});
export type DayProof = z.infer<typeof DayProof>;

/** What `DayRun.proof` holds: the last figures, and whether a newer run is under way or has failed. */
export const StoredRun = z.object({
  runningSince: z.iso.datetime().nullable(),
  failure: Said.nullable(),
  proof: DayProof.nullable(),
});
export type StoredRun = z.infer<typeof StoredRun>;

/** What a person may decide about an exception. */
export const RESOLUTIONS = ['ACCEPTED', 'WRITTEN_OFF', 'WAITING', 'OTHER'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** What an accepted exception changed in an order, kept so that it can be undone. */
export const OrderCorrection = z.object({
  orderId: z.uuid(),
  from: z.object({ status: z.string(), amount: Amount, completedAt: z.iso.datetime().nullable() }),
  to: z.object({ status: z.string(), amount: Amount, completedAt: z.iso.datetime().nullable() }),
});
export type OrderCorrection = z.infer<typeof OrderCorrection>;

/** What `ReconException.detail` holds. */
export const ExceptionDetail = z.object({
  subject: z.enum(SUBJECTS),
  variant: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  correction: OrderCorrection.optional(),
  /** The order that accepting it created. */
  createdOrderId: z.uuid().optional(),
});
export type ExceptionDetail = z.infer<typeof ExceptionDetail>;

export const ExceptionRow = z.object({
  id: z.uuid(),
  type: z.enum(EXCEPTION_TYPES),
  subject: z.enum(SUBJECTS),
  subjectId: z.string(),
  variant: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  effect: Amount,
  claim: Amount.nullable(),
  state: z.enum(['OPEN', 'RESOLVED', 'GONE']),
  /** The last run still found it, so its effect counts. */
  found: z.boolean(),
  openedAt: z.iso.datetime(),
  resolution: z.enum(RESOLUTIONS).nullable(),
  resolutionNote: z.string().nullable(),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedBy: z.string().nullable(),
  orderId: z.uuid().nullable(),
  refundId: z.uuid().nullable(),
  payoutId: z.uuid().nullable(),
  statementId: z.uuid().nullable(),
  mayAccept: z.boolean(),
  mayUndo: z.boolean(),
});
export type ExceptionRow = z.infer<typeof ExceptionRow>;

const DayStatement = z
  .object({
    id: z.uuid(),
    state: z.enum(['FETCHING', 'READY', 'FAILED']),
    fetchedAt: z.iso.datetime().nullable(),
  })
  .nullable();

/** Everything on the page of one day of one app. */
export const DayReconciliation = z.object({
  gatewayAppId: z.string(),
  appName: z.string(),
  day: z.string(),
  ranAt: z.iso.datetime().nullable(),
  run: StoredRun.nullable(),
  matched: z.number().int(),
  lineCount: z.number().int(),
  exceptions: z.array(ExceptionRow),
  statements: z.object({ PAYMENT: DayStatement, PAYOUT: DayStatement }),
});
export type DayReconciliation = z.infer<typeof DayReconciliation>;

/** One day of one app in the overview. */
export const DayRow = z.object({
  gatewayAppId: z.string(),
  appName: z.string(),
  day: z.string(),
  ranAt: z.iso.datetime().nullable(),
  running: z.boolean(),
  failed: z.boolean(),
  matched: z.number().int(),
  lineCount: z.number().int(),
  open: z.number().int(),
  resolved: z.number().int(),
  openEffect: Amount,
  unexplained: Amount.nullable(),
  proved: z.boolean(),
});
export type DayRow = z.infer<typeof DayRow>;

export const DayFilter = z.object({
  app: z.string().max(100).optional().catch(undefined),
  state: z.enum(['open', 'unexplained', 'clean']).optional().catch(undefined),
  after: z.string().max(120).optional().catch(undefined),
  before: z.string().max(120).optional().catch(undefined),
});
export type DayFilter = z.infer<typeof DayFilter>;

export const DayPage = z.object({
  rows: z.array(DayRow),
  total: z.object({ days: z.number().int(), open: z.number().int() }),
  newer: z.string().nullable(),
  older: z.string().nullable(),
});
export type DayPage = z.infer<typeof DayPage>;

export const ReconcileRequest = z.object({ gatewayAppId: z.string().min(1), day: DayField });
export type ReconcileRequest = z.infer<typeof ReconcileRequest>;

const NOTE_MAX = 500;

export const ResolveRequest = z
  .object({
    exceptionId: z.uuid(),
    resolution: z.enum(RESOLUTIONS, { error: 'reconciliation.fields.resolutionMissing' }),
    note: z
      .string()
      .trim()
      .max(NOTE_MAX, { error: 'reconciliation.fields.noteTooLong' })
      .optional()
      .transform((note) => note || null),
  })
  .superRefine(({ resolution, note }, context) => {
    if (note !== null || resolution === 'ACCEPTED' || resolution === 'WAITING') return;
    context.addIssue({ code: 'custom', path: ['note'], message: 'reconciliation.fields.noteMissing' });
  });
export type ResolveRequest = z.infer<typeof ResolveRequest>;

export const UndoRequest = z.object({ exceptionId: z.uuid() });
export type UndoRequest = z.infer<typeof UndoRequest>;
