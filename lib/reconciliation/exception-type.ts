import type { ManilaDay } from '../dates/manila-day';
import type { Message } from '../i18n/message';

/** The kinds of exceptions that a run can raise (product.md); `balance differs` is the unexplained rest of the proof. */
export const EXCEPTION_TYPES = [
  'MISSING_HERE',
  'MISSING_THERE',
  'AMOUNT_DIFFERS',
  'FEE_DIFFERS',
  'STATUS_DIFFERS',
  'LATE',
  'DUPLICATE',
  'NO_CALLBACK',
  'UNKNOWN_ORDER',
  'REFUND_NOT_EXPLAINED',
  'BALANCE_DIFFERS',
] as const;
export type ExceptionType = (typeof EXCEPTION_TYPES)[number];

/** What an exception is about. */
export const SUBJECTS = ['order', 'payout', 'refund'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** One exception as a run finds it; centavos, `effect` is signed and on PayCools − Kaha of this day. */
export type Found = Readonly<{
  type: ExceptionType;
  /** transactionId, or our own id where there is none. */
  subjectId: string;
  effect: bigint;
  claim: bigint | null;
  subject: Subject;
  /** Which sentence of its type: `reconciliation.found.<subject>.<type>.<variant>`. */
  variant: string;
  values: NonNullable<Message['values']>;
  orderId: string | null;
  payoutId: string | null;
  refundId: string | null;
  lineId: string | null;
}>;

/** What a day's statements and Kaha's rows disagree about. */
export type Findings = Readonly<{
  found: readonly Found[];
  /** Signed: what PayCools booked on this day and Kaha on another; the exception stands on that other day. */
  carried: bigint;
  carriedFrom: readonly ManilaDay[];
}>;

/** Leaves out what is not known, so that a sentence never shows an empty value. */
export function valuesOf(
  values: Readonly<Record<string, string | number | bigint | Date | null | undefined>>,
): NonNullable<Message['values']> {
  const known: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    known[name] =
      typeof value === 'bigint' ? value.toString() : value instanceof Date ? value.toISOString() : value;
  }
  return known;
}
