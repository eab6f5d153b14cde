import { PAYOUT_FEE } from '../channels/channels';
import type { ManilaDay } from '../dates/manila-day';
import { type Found, valuesOf } from './exception-type';

/**
 * A line of the payout statement that speaks for its transaction: the first final one, else the open one if it was
 * listed as open after Kaha knew better.
 */
export type PayoutLineSide = Readonly<{
  lineId: string;
  lineNo: number;
  /** The day of the statement that it stands on. */
  day: ManilaDay;
  createdDay: ManilaDay;
  transactionId: string;
  merchantOrderId: string | null;
  amount: bigint;
  fee: bigint;
  status: 'PENDING' | 'COMPLETE' | 'FAILED';
  completedAt: Date | null;
}>;

/** A payout that PayCools accepted, as Kaha's books have it. */
export type PayoutSide = Readonly<{
  payoutId: string;
  mchOrderId: string;
  transactionId: string | null;
  amount: bigint;
  fee: bigint | null;
  status: string;
  createdDay: ManilaDay;
  completedDay: ManilaDay | null;
  completedAt: Date | null;
  /** Asked for by somebody else, who may not. */
  uninvited: boolean;
  /** A statement was made late enough to be expected to list it. */
  judged: boolean;
}>;

export type PayoutPair = Readonly<{ line: PayoutLineSide | null; payout: PayoutSide | null }>;

const CAME_BACK = ['FAILED', 'CANCELLED'];

/** Statuses of payouts that PayCools took on, and with them the money. */
export const ACCEPTED_PAYOUTS = ['IN_PROGRESS', 'COMPLETE', 'FAILED', 'CANCELLED'] as const;

/** The fee of a payout in Kaha's books: charged on a COMPLETE one, expected on every other (design.md, Daily proof). */
export function bookedPayoutFee({ status, fee }: Pick<PayoutSide, 'status' | 'fee'>): bigint {
  return status === 'COMPLETE' ? (fee ?? PAYOUT_FEE) : PAYOUT_FEE;
}

/** Compares payouts and lines that touch a day; the effects add up to what PayCools moved minus what Kaha did. */
export function comparePayouts(day: ManilaDay, pairs: readonly PayoutPair[]): Found[] {
  return pairs.flatMap((pair) => [...pairFindings(day, pair), ...feeFindings(day, pair)]);
}

function pairFindings(day: ManilaDay, { line, payout }: PayoutPair): Found[] {
  const effect = movedThere(day, line) - movedHere(day, payout);
  if (!payout) return effect === 0n ? [] : [found(line, payout, 'MISSING_HERE', effect, 'onStatement')];
  if (!line) {
    if (!payout.judged || effect === 0n) return [];
    return [found(line, payout, 'MISSING_THERE', effect, 'notListed')];
  }
  const touches = effect !== 0n || line.day === day;
  if (line.amount !== payout.amount) {
    return touches ? [found(line, payout, 'AMOUNT_DIFFERS', effect, 'both')] : [];
  }
  if (contradict(line, payout)) {
    return touches ? [found(line, payout, 'STATUS_DIFFERS', effect, statusVariant(line))] : [];
  }
  if (effect !== 0n) return [found(line, payout, 'LATE', effect, 'otherDay')];
  return payout.uninvited && payout.createdDay === day
    ? [found(line, payout, 'MISSING_HERE', 0n, 'inBooks')]
    : [];
}

function feeFindings(day: ManilaDay, { line, payout }: PayoutPair): Found[] {
  if (line?.day !== day || line.status !== 'COMPLETE' || line.fee === PAYOUT_FEE) return [];
  const claim = line.fee - PAYOUT_FEE;
  return [
    {
      ...found(line, payout, 'FEE_DIFFERS', 0n, claim > 0n ? 'tooMuch' : 'tooLittle'),
      claim: claim > 0n ? claim : null,
    },
  ];
}

/** What PayCools moved on the day: out at creation, back when it failed. */
function movedThere(day: ManilaDay, line: PayoutLineSide | null): bigint {
  if (!line) return 0n;
  const whole = line.amount + (line.status === 'COMPLETE' ? line.fee : PAYOUT_FEE);
  const out = line.createdDay === day ? -whole : 0n;
  return out + (line.status === 'FAILED' && line.day === day ? whole : 0n);
}

function movedHere(day: ManilaDay, payout: PayoutSide | null): bigint {
  if (!payout || !(ACCEPTED_PAYOUTS as readonly string[]).includes(payout.status)) return 0n;
  const whole = payout.amount + bookedPayoutFee(payout);
  const out = payout.createdDay === day ? -whole : 0n;
  return out + (CAME_BACK.includes(payout.status) && payout.completedDay === day ? whole : 0n);
}

function contradict(line: PayoutLineSide, { status }: PayoutSide): boolean {
  if (line.status === 'PENDING') return status === 'COMPLETE' || CAME_BACK.includes(status);
  if (line.status === 'COMPLETE') return status !== 'COMPLETE';
  return !CAME_BACK.includes(status);
}

function statusVariant({ status }: PayoutLineSide): string {
  if (status === 'PENDING') return 'openThere';
  return status === 'COMPLETE' ? 'completeThere' : 'failedThere';
}

function found(
  line: PayoutLineSide | null,
  payout: PayoutSide | null,
  type: Found['type'],
  effect: bigint,
  variant: string,
): Found {
  const by = line && payout ? line.amount - payout.amount : 0n;
  return {
    type,
    subjectId: line?.transactionId ?? payout?.transactionId ?? payout?.mchOrderId ?? '',
    effect,
    claim: null,
    subject: 'payout',
    variant,
    values: valuesOf({
      reference: payout?.mchOrderId ?? line?.merchantOrderId ?? line?.transactionId,
      transactionId: line?.transactionId ?? payout?.transactionId,
      lineCentavos: line?.amount,
      feeCentavos: line?.fee,
      lineDay: line?.day,
      lineAt: line?.completedAt,
      lineNo: line?.lineNo,
      ourCentavos: payout?.amount,
      ourAt: payout?.completedAt,
      ourDay: payout?.createdDay,
      ourStatus: payout?.status,
      expectedCentavos: PAYOUT_FEE,
      byCentavos: type === 'FEE_DIFFERS' ? sizeOf((line?.fee ?? 0n) - PAYOUT_FEE) : sizeOf(by),
    }),
    orderId: null,
    payoutId: payout?.payoutId ?? null,
    refundId: null,
    lineId: line?.lineId ?? null,
  };
}

function sizeOf(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
