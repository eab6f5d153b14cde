/** The states of section 1A that a collection or refund can end in. */
export type FinalStatus = 'COMPLETE' | 'FAILED' | 'CLOSED' | 'CANCEL';

/** What becomes of an amount (section 14) and when, counted from the start of its clock. */
export type Outcome = Readonly<{ status: FinalStatus; failedCode: number | null; afterMs: number }>;

const FAILURES: Readonly<Record<string, number>> = { '01': -10004, '02': -10003, '03': -10005 };
const USUAL_WAIT_MS = 2_000;
const CLOSING_WAIT_MS = 60_000;

/** The outcome of a collection by the last two digits of its centavos; null stays PENDING for ever. */
export function collectionOutcome(amount: bigint): Outcome | null {
  return endingOf(amount) === '05'
    ? { status: 'CLOSED', failedCode: null, afterMs: CLOSING_WAIT_MS }
    : refundOutcome(amount);
}

/** The same for a refund, which is never closed. */
export function refundOutcome(amount: bigint): Outcome | null {
  const ending = endingOf(amount);
  if (ending === '04') return null;
  const failedCode = FAILURES[ending] ?? null;
  return { status: failedCode === null ? 'COMPLETE' : 'FAILED', failedCode, afterMs: USUAL_WAIT_MS };
}

/** Whether the first call with this amount answers 1018 without acting. */
export function refusesOnce(amount: bigint): boolean {
  return endingOf(amount) === '09';
}

function endingOf(amount: bigint): string {
  return amount.toString().padStart(2, '0').slice(-2);
}
