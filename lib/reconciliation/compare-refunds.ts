import { type ManilaDay, manilaDayOf } from '../dates/manila-day';
import { type Found, valuesOf } from './exception-type';

/** What one side says moved for a refund; centavos. */
export type RefundMoves = Readonly<{
  amount: bigint;
  feeRefunded: bigint;
  /** COMPLETE keeps the money away, returned brings it back, anything else is still open. */
  ending: 'complete' | 'returned' | 'open';
  createdAt: Date;
  returnedAt: Date | null;
}>;

/** A refund that Kaha counts on a day, beside what PayCools says of it when asked (8.2). */
export type RefundPair = Readonly<{
  refundId: string;
  orderId: string | null;
  mchRefundOrderId: string;
  reference: string | null;
  ours: RefundMoves;
  uninvited: boolean;
  /** `silent`: PayCools could not be asked; then nothing is claimed. */
  theirs: RefundMoves | 'not-there' | 'silent';
}>;

/** Statuses of refunds that PayCools took on, and with them the money. */
export const ACCEPTED_REFUNDS = ['IN_PROGRESS', 'COMPLETE', 'FAILED', 'CANCELLED'] as const;

/** Refunds are on no statement: each is compared with PayCools' own list. Effects are PayCools' moves minus ours. */
export function compareRefunds(day: ManilaDay, pairs: readonly RefundPair[]): Found[] {
  return pairs.flatMap((pair) => refundFindings(day, pair));
}

function refundFindings(day: ManilaDay, pair: RefundPair): Found[] {
  const { ours, theirs } = pair;
  if (theirs === 'silent') return [];
  const here = movedOn(day, ours);
  if (theirs === 'not-there') {
    return here === 0n ? [] : [found(pair, 'REFUND_NOT_EXPLAINED', -here, 'notThere')];
  }
  const effect = movedOn(day, theirs) - here;
  if (theirs.amount !== ours.amount) return [found(pair, 'AMOUNT_DIFFERS', effect, 'both')];
  const contradict = theirs.ending !== ours.ending && theirs.ending !== 'open' && ours.ending !== 'open';
  if (contradict) return [found(pair, 'STATUS_DIFFERS', effect, theirs.ending)];
  // A result that only one side knows yet is the expected course.
  if (theirs.ending !== ours.ending) return [];
  if (effect !== 0n) return [found(pair, 'LATE', effect, 'otherDay')];
  return pair.uninvited && manilaDayOf(ours.createdAt) === day
    ? [found(pair, 'MISSING_HERE', 0n, 'inBooks')]
    : [];
}

function movedOn(
  day: ManilaDay,
  { amount, feeRefunded, ending, createdAt, returnedAt }: RefundMoves,
): bigint {
  const out = manilaDayOf(createdAt) === day ? -amount : 0n;
  if (returnedAt === null || manilaDayOf(returnedAt) !== day) return out;
  return out + (ending === 'returned' ? amount : ending === 'complete' ? feeRefunded : 0n);
}

function found(pair: RefundPair, type: Found['type'], effect: bigint, variant: string): Found {
  const theirs = typeof pair.theirs === 'string' ? null : pair.theirs;
  return {
    type,
    subjectId: pair.mchRefundOrderId,
    effect,
    claim: null,
    subject: 'refund',
    variant,
    values: valuesOf({
      reference: pair.mchRefundOrderId,
      order: pair.reference,
      ourCentavos: pair.ours.amount,
      ourAt: pair.ours.returnedAt ?? pair.ours.createdAt,
      lineCentavos: theirs?.amount,
      lineAt: theirs?.returnedAt ?? theirs?.createdAt,
    }),
    orderId: pair.orderId,
    payoutId: null,
    refundId: pair.refundId,
    lineId: null,
  };
}
