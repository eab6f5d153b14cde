import { addDays } from '../manila-time';
import type { HistoryPayout, HistoryRefund, PlantedRow, Sale } from './history-facts';
import { historyIds, type HistoryIds } from './history-ids';
import { inTime, midnightBalances, movementsOf, type HistoryMovement } from './history-ledger';
import type { HistoryOrder } from './history-order';
import { payoutsOfDay, refundsOfDay } from './outgoing-of-day';
import { PLANTED_LINES, plantOn, type Planting } from './plant';
import { prng } from './prng';
import { midnightOf, salesOfDay } from './sales-of-day';

/** A seeded history with both sides of every record, its ledger, its midnights and the truth about what is planted. */
export type History = Readonly<{
  sales: readonly Sale[];
  refunds: readonly HistoryRefund[];
  payouts: readonly HistoryPayout[];
  movements: readonly HistoryMovement[];
  balances: readonly Readonly<{ at: number; balance: bigint }>[];
  planted: readonly PlantedRow[];
  /** The adjustment nobody announced, signed; 0 without one. */
  unexplained: bigint;
  ids: HistoryIds;
}>;

const NOTHING_PLANTED: Planting = { sales: [], refunds: [], payouts: [], truth: [] };
const HOUR = 3_600_000;

/**
 * Makes the history of an order. Each day and each planting has a stream of its own, so that the planted and the
 * adjusted history of a seed differ from the plain one in nothing else.
 */
export function generateHistory(order: HistoryOrder, appId: string): History {
  const ids = historyIds(appId);
  const firstDay = addDays(order.endDate, 1 - order.days);
  const sales: Sale[] = [];
  const refunds: HistoryRefund[] = [];
  const payouts: HistoryPayout[] = [];
  let yesterday: readonly Sale[] | null = null;
  for (let day = firstDay; day <= order.endDate; day = addDays(day, 1)) {
    const stream = (what: string) => prng(`${order.seed} ${day} ${what}`);
    const isEnd = day === order.endDate;
    const rows = isEnd && order.planted ? Math.max(0, order.rowsPerDay - PLANTED_LINES) : order.rowsPerDay;
    const today = salesOfDay(stream('sales'), ids, day, rows);
    refunds.push(...refundsOfDay(stream('refunds'), ids, day, yesterday ?? today));
    payouts.push(...payoutsOfDay(stream('payouts'), ids, { day, rows: order.rowsPerDay, isEnd }));
    sales.push(...today);
    yesterday = today;
  }
  const planting = order.planted
    ? plantOn(prng(`${order.seed} planted`), ids, order.endDate)
    : NOTHING_PLANTED;
  const all = {
    sales: [...sales, ...planting.sales],
    refunds: [...refunds, ...planting.refunds],
    payouts: [...payouts, ...planting.payouts],
  };
  const unexplained = order.adjustment ? adjustmentOf(order.seed) : 0n;
  const movements = [
    ...opening(order, firstDay),
    ...movementsOf(all.sales, all.refunds, all.payouts),
    ...adjustment(order, unexplained),
  ].sort(inTime);
  const balances = midnightBalances(movements, firstDay, addDays(order.endDate, 2));
  return { ...all, movements, balances, planted: planting.truth, unexplained, ids };
}

function opening(order: HistoryOrder, firstDay: string): HistoryMovement[] {
  const at = midnightOf(addDays(firstDay, -1));
  return [{ at, cause: 'OPENING', amount: BigInt(order.openingBalance), reference: 'opening balance' }];
}

function adjustment(order: HistoryOrder, amount: bigint): HistoryMovement[] {
  if (amount === 0n) return [];
  const at = midnightOf(order.endDate) + 15.5 * HOUR;
  return [{ at, cause: 'ADJUSTMENT', amount, reference: 'adjustment by PayCools' }];
}

function adjustmentOf(seed: number): bigint {
  const random = prng(`${seed} adjustment`);
  return -BigInt(random.int(10_000, 60_000));
}
