import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feeOf } from '../channels';
import { addDays, manilaDay } from '../manila-time';
import { generateHistory, type History } from './generate-history';
import type { HistoryOrder } from './history-order';
import { midnightOf } from './sales-of-day';

const ORDER: HistoryOrder = {
  seed: 7,
  endDate: '2026-01-15',
  days: 3,
  rowsPerDay: 200,
  planted: false,
  adjustment: false,
  openingBalance: '50000000',
};

const orders = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  endDate: fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-03-01', days)),
  days: fc.integer({ min: 1, max: 4 }),
  rowsPerDay: fc.integer({ min: 1, max: 90 }),
  planted: fc.boolean(),
  adjustment: fc.boolean(),
  openingBalance: fc.constantFrom('0', '50000000', '123456789'),
});

function isOn(day: string, at: number | null): boolean {
  return at !== null && manilaDay(new Date(at)) === day;
}

// The daily proof of design.md, from Kaha's side alone: the fee of the line where there is one.
function provenMovement(history: History, day: string): bigint {
  let sum = 0n;
  for (const { ours, line } of history.sales) {
    if (ours?.status !== 'COMPLETE' || !isOn(day, ours.completeTime)) continue;
    sum += ours.amount - (line?.status === 'COMPLETE' ? line.fee : feeOf(ours.channelCode, ours.amount));
  }
  for (const refund of history.refunds) {
    if (isOn(day, refund.createTime)) sum -= refund.amount;
    if (refund.status === 'FAILED' && isOn(day, refund.returnTime)) sum += refund.amount;
  }
  for (const payout of history.payouts) {
    if (isOn(day, payout.createTime)) sum -= payout.amount + payout.fee;
    if (payout.status === 'FAILED' && isOn(day, payout.completeTime)) sum += payout.amount + payout.fee;
  }
  return sum;
}

function balanceOn(history: History, day: string): bigint {
  const found = history.balances.find(({ at }) => at === midnightOf(day));
  if (found === undefined) throw new Error(`no balance for ${day}`);
  return found.balance;
}

test('the same order gives the same history, ids apart for another app', () => {
  const withoutIds = (history: History) =>
    history.sales.map(({ line }) => [line?.amount, line?.createTime, line?.customerName, line?.channelCode]);
  expect(generateHistory(ORDER, 'one')).toEqual({
    ...generateHistory(ORDER, 'one'),
    ids: expect.anything() as unknown,
  });
  expect(withoutIds(generateHistory(ORDER, 'one'))).toEqual(withoutIds(generateHistory(ORDER, 'two')));
  expect(generateHistory(ORDER, 'one').sales[0]?.line?.transactionId).not.toBe(
    generateHistory(ORDER, 'two').sales[0]?.line?.transactionId,
  );
});

test('a midnight is the one before plus the movements of the day, whatever the order', () => {
  fc.assert(
    fc.property(orders, (order) => {
      const history = generateHistory(order, 'app');
      for (const { at, balance } of history.balances.slice(0, -1)) {
        const day = manilaDay(new Date(at));
        const moved = history.movements
          .filter((movement) => isOn(day, movement.at))
          .reduce((sum, movement) => sum + movement.amount, 0n);
        expect(balanceOn(history, addDays(day, 1))).toBe(balance + moved);
      }
    }),
    { numRuns: 40 },
  );
});

test('on every day the books differ from the balance by the planted effects and the adjustment, and nothing else', () => {
  fc.assert(
    fc.property(orders, (order) => {
      const history = generateHistory(order, 'app');
      const firstDay = addDays(order.endDate, 1 - order.days);
      for (let day = firstDay; day <= order.endDate; day = addDays(day, 1)) {
        const difference =
          balanceOn(history, addDays(day, 1)) - balanceOn(history, day) - provenMovement(history, day);
        const effects = history.planted
          .filter((row) => row.day === day)
          .reduce((sum, row) => sum + row.effect, 0n);
        expect(difference).toBe(effects + (day === order.endDate ? history.unexplained : 0n));
      }
    }),
    { numRuns: 40 },
  );
});

test('without planting both sides are the same record by record', () => {
  const history = generateHistory(ORDER, 'app');
  expect(history.planted).toEqual([]);
  expect(history.unexplained).toBe(0n);
  expect(history.sales.every(({ line, ours, copies }) => line === ours && copies === 1)).toBe(true);
  expect(history.sales.filter(({ line }) => line?.status !== 'CLOSED')).toHaveLength(600);
});

test('planting changes the end date only and adds one of each', () => {
  const plain = generateHistory({ ...ORDER, planted: false }, 'app');
  const planted = generateHistory({ ...ORDER, planted: true, adjustment: true }, 'app');
  expect(planted.planted.map(({ day, type, effect }) => `${day} ${type} ${effect.toString()}`)).toEqual([
    '2026-01-15 AMOUNT_DIFFERS 3400',
    '2026-01-15 FEE_DIFFERS 0',
    '2026-01-15 STATUS_DIFFERS 42826',
    '2026-01-15 MISSING_HERE 116800',
    '2026-01-15 MISSING_THERE -13426',
    '2026-01-15 DUPLICATE 0',
    '2026-01-15 LATE -21315',
    '2026-01-15 NO_CALLBACK 0',
    '2026-01-15 AMOUNT_DIFFERS -2700',
    '2026-01-15 REFUND_NOT_EXPLAINED 74800',
  ]);
  expect(planted.unexplained).toBe(-30989n);
  expect(balanceOn(planted, '2026-01-14')).toBe(balanceOn(plain, '2026-01-14'));
  expect(new Set(planted.planted.map(({ id }) => id)).size).toBe(10);
});

test('a planted line is wrong in one respect only', () => {
  const { sales, planted } = generateHistory({ ...ORDER, planted: true }, 'app');
  for (const { id, type } of planted.filter((row) => row.type !== 'REFUND_NOT_EXPLAINED')) {
    const sale = sales.find(({ line, ours }) => (line ?? ours)?.transactionId === id);
    const line = sale?.line;
    const overcharge = type === 'FEE_DIFFERS' ? 1000n : 0n;
    if (line) expect(line.fee).toBe(feeOf(line.channelCode, line.amount) + overcharge);
    if (type !== 'AMOUNT_DIFFERS' && line && sale.ours) expect(line.amount).toBe(sale.ours.amount);
    if (type !== 'LATE' && line && sale.ours) expect(line.completeTime).toBe(sale.ours.completeTime);
    expect(sale?.copies).toBe(type === 'DUPLICATE' ? 2 : 1);
    expect(sale?.receivedAt === null).toBe(type === 'NO_CALLBACK' || type === 'MISSING_HERE');
  }
});

test('the late one ends at 23:59:50 here and at 00:00:14 of the next day there', () => {
  const { sales, planted } = generateHistory({ ...ORDER, planted: true }, 'app');
  const id = planted.find(({ type }) => type === 'LATE')?.id;
  const late = sales.find(({ line }) => line?.transactionId === id);
  expect(late?.ours?.completeTime).toBe(Date.parse('2026-01-15T23:59:50+08:00'));
  expect(late?.line?.completeTime).toBe(Date.parse('2026-01-16T00:00:14+08:00'));
});

test('every movement belongs to one day and the balance never falls below nothing', () => {
  const { movements } = generateHistory({ ...ORDER, days: 20, planted: true }, 'app');
  let balance = 0n;
  for (const movement of movements) {
    balance += movement.amount;
    expect(balance).toBeGreaterThanOrEqual(0n);
  }
});
