import { feeOf, findChannel } from '../channels';
import { startOfManilaDay } from '../manila-time';
import type { Sale, SaleFacts } from './history-facts';
import type { HistoryIds } from './history-ids';
import type { Prng } from './prng';
import { amountFrom, channelFrom, customerFrom, secondOfDayFrom } from './shop';

const SECOND = 1_000;
const HOUR = 3_600_000;
const CLOSED_FROM = 1_000_000;
const FAILURE_CODES = [-10004, -10004, -10003, -10001, -10006] as const;

/** What makes a sale apart from chance. */
export type SaleShape = Readonly<{
  day: string;
  serial: number;
  channelCode: string;
  amount: bigint;
  createTime: number;
}>;

/** The collections created on a day: `rows` that stand on a statement and a few that nobody paid. */
export function salesOfDay(random: Prng, ids: HistoryIds, day: string, rows: number): Sale[] {
  const midnight = midnightOf(day);
  const seconds = Array.from({ length: rows }, () => secondOfDayFrom(random)).sort((a, b) => a - b);
  const sales = seconds.map((second, serial) => {
    const channelCode = channelFrom(random);
    const amount = amountFrom(random, channelCode);
    const shape = { day, serial, channelCode, amount, createTime: midnight + second * SECOND };
    return agreed(random, withOutcome(random, saleFrom(random, ids, shape)));
  });
  const unpaid = Array.from({ length: Math.round(rows / 50) }, (_, index) => {
    const createTime = midnight + secondOfDayFrom(random) * SECOND;
    const shape = { day, serial: CLOSED_FROM + index, channelCode: 'GCASH_URL', createTime };
    return unpaidSale(saleFrom(random, ids, { ...shape, amount: amountFrom(random, 'GCASH_URL') }));
  });
  return [...sales, ...unpaid];
}

/** A completed sale of the given shape, its fee the expected one. */
export function saleFrom(random: Prng, ids: HistoryIds, shape: SaleShape): SaleFacts {
  const { day, serial, channelCode, amount, createTime } = shape;
  const product = findChannel(channelCode)?.product ?? 'WEB';
  const customerNumber = random.int(1, 60);
  const waitSeconds = product === 'WEB' ? random.int(18, 420) : random.int(1, 4);
  return {
    ...customerFrom(random),
    product,
    channelCode,
    mchOrderId: orderIdOf(random, ids, shape, customerNumber),
    transactionId: ids.collection(day, serial),
    amount,
    fee: feeOf(channelCode, amount),
    status: 'COMPLETE',
    createTime,
    completeTime: offMidnight(createTime + waitSeconds * SECOND),
    remark:
      product === 'WEB' || channelCode === 'QRPH_DYNAMIC_QR' ? `Order ${day.slice(5)} ${serial + 1}` : null,
    failedCode: null,
    paymentCode:
      product === 'VA'
        ? ids.paymentCode(customerNumber)
        : product === 'TRANSFER'
          ? ids.account(customerNumber)
          : null,
  };
}

/** A sale on which both sides agree, its callback received a moment after it ended. */
export function agreed(random: Prng, facts: SaleFacts): Sale {
  const isCalledBack = facts.completeTime !== null && facts.status !== 'CLOSED';
  return {
    line: facts,
    copies: 1,
    ours: facts,
    learntBy: isCalledBack ? 'CALLBACK' : 'QUERY',
    receivedAt: isCalledBack ? receivedAfter(random, facts.completeTime) : null,
  };
}

/** When a callback about something that ended then is received: nearly always at once, now and then on a retry. */
export function receivedAfter(random: Prng, endedAt: number): number {
  return endedAt + random.int(300, 2_400) + (random.chance(8) ? 30_000 : 0);
}

/** The instant of a day's Manila midnight in milliseconds. */
export function midnightOf(day: string): number {
  const start = startOfManilaDay(day);
  if (start === null) throw new RangeError(`${day} is not a day`);
  return start.getTime();
}

/** The same instant, a second later where it would be midnight itself: a movement belongs to one day only. */
export function offMidnight(at: number): number {
  return (at + 8 * HOUR) % (24 * HOUR) === 0 ? at + SECOND : at;
}

function orderIdOf(random: Prng, ids: HistoryIds, shape: SaleShape, customerNumber: number): string {
  const { channelCode, day, serial } = shape;
  const product = findChannel(channelCode)?.product;
  if (channelCode === 'QRPH_STATIC_QR') return ids.counter(random.int(1, 3));
  if (product === 'QR') return ids.qrOrder(day, serial);
  return product === 'WEB' ? ids.order(day, serial) : ids.customer(customerNumber);
}

// Only web payments and one-payment QR codes can fail or hang: the others tell successes only.
function withOutcome(random: Prng, facts: SaleFacts): SaleFacts {
  if (facts.product !== 'WEB' && facts.channelCode !== 'QRPH_DYNAMIC_QR') return facts;
  if (random.chance(75)) {
    return { ...facts, status: 'FAILED', fee: 0n, failedCode: random.pick(FAILURE_CODES) };
  }
  if (facts.product === 'WEB' && random.chance(5)) {
    const amount = facts.amount - (facts.amount % 100n) + 4n;
    return { ...facts, amount, status: 'PENDING', fee: 0n, completeTime: null };
  }
  return facts;
}

function unpaidSale(facts: SaleFacts): Sale {
  const closed: SaleFacts = {
    ...facts,
    status: 'CLOSED',
    fee: 0n,
    completeTime: offMidnight(facts.createTime + HOUR),
  };
  return { line: closed, copies: 1, ours: closed, learntBy: 'QUERY', receivedAt: null };
}
