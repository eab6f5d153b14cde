import type { LedgerCause } from '../ledger';
import { addDays } from '../manila-time';
import type { HistoryPayout, HistoryRefund, Sale } from './history-facts';
import { midnightOf } from './sales-of-day';

/** One movement of the history's balance; `at` in milliseconds, `amount` in signed centavos. */
export type HistoryMovement = Readonly<{ at: number; cause: LedgerCause; amount: bigint; reference: string }>;

/** What PayCools' side of a history did to the balance, in the order of time. */
export function movementsOf(
  sales: readonly Sale[],
  refunds: readonly HistoryRefund[],
  payouts: readonly HistoryPayout[],
): HistoryMovement[] {
  return [...sales.flatMap(ofSale), ...refunds.flatMap(ofRefund), ...payouts.flatMap(ofPayout)].sort(inTime);
}

/** The order of a ledger: by time, then by reference, so that it never depends on how it was made. */
export function inTime(a: HistoryMovement, b: HistoryMovement): number {
  return a.at - b.at || (a.reference < b.reference ? -1 : 1);
}

/** The balance at each Manila midnight from one day to another, before anything of that day. */
export function midnightBalances(
  movements: readonly HistoryMovement[],
  from: string,
  to: string,
): { at: number; balance: bigint }[] {
  const balances: { at: number; balance: bigint }[] = [];
  let balance = 0n;
  let next = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const at = midnightOf(day);
    for (
      let movement = movements[next];
      movement !== undefined && movement.at < at;
      movement = movements[next]
    ) {
      balance += movement.amount;
      next += 1;
    }
    balances.push({ at, balance });
  }
  return balances;
}

function ofSale({ line }: Sale): HistoryMovement[] {
  if (line?.status !== 'COMPLETE' || line.completeTime === null) return [];
  const amount = line.amount - line.fee;
  return [{ at: line.completeTime, cause: 'COLLECTION', amount, reference: line.transactionId }];
}

function ofRefund(refund: HistoryRefund): HistoryMovement[] {
  if (!refund.theirs) return [];
  const { amount, createTime, returnTime, refundTransactionId: reference } = refund;
  const taken: HistoryMovement = { at: createTime, cause: 'REFUND', amount: -amount, reference };
  if (refund.status === 'COMPLETE') return [taken];
  return [taken, { at: returnTime, cause: 'REFUND_RETURNED', amount, reference }];
}

function ofPayout(payout: HistoryPayout): HistoryMovement[] {
  const { createTime, completeTime, transactionId: reference } = payout;
  const amount = payout.amount + payout.fee;
  const taken: HistoryMovement = { at: createTime, cause: 'PAYOUT', amount: -amount, reference };
  if (payout.status === 'COMPLETE') return [taken];
  return [taken, { at: completeTime, cause: 'PAYOUT_RETURNED', amount, reference }];
}
