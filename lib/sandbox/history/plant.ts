import { feeOf } from '../channels';
import { addDays } from '../manila-time';
import type { HistoryPayout, HistoryRefund, PlantedRow, PlantedType, Sale, SaleFacts } from './history-facts';
import type { HistoryIds } from './history-ids';
import { payoutFrom } from './outgoing-of-day';
import type { Prng } from './prng';
import { agreed, midnightOf, receivedAfter, saleFrom } from './sales-of-day';
import { amountFrom } from './shop';

/** What is added to a history so that one of each discrepancy falls on its end date. */
export type Planting = Readonly<{
  sales: readonly Sale[];
  refunds: readonly HistoryRefund[];
  payouts: readonly HistoryPayout[];
  truth: readonly PlantedRow[];
}>;

type Planted = Readonly<{ sale: Sale; type: PlantedType | null; effect: bigint }>;
type Plant = (random: Prng, facts: SaleFacts, midnight: number) => Planted;

const SECOND = 1_000;
const HOUR = 3_600_000;
const SERIAL_FROM = 2_000_000;
const OVERCHARGE = 1_000n;

/** How many of a day's statement lines the planting brings along. */
export const PLANTED_LINES = 10;

// Each on a channel where nothing else about it is remarkable.
const PLANTS: readonly (readonly [string, Plant])[] = [
  ['GCASH_URL', amountDiffers],
  ['PAYMAYA_URL', feeDiffers],
  ['GCASH_URL', statusDiffers],
  ['UBPB_URL', missingHere],
  ['GRPY_URL', missingThere],
  ['PAYMAYA_URL', duplicateLine],
  ['GCASH_URL', late],
  ['VISA_CARD_URL', noCallback],
  ['QRPH_STATIC_QR', callbackUnlikeStatement],
];

/** One each of the discrepancies on the end date, and a payout accepted the day before that fails on it. */
export function plantOn(random: Prng, ids: HistoryIds, endDate: string): Planting {
  const midnight = midnightOf(endDate);
  const newSale = (channelCode: string, index: number) =>
    saleFrom(random, ids, {
      day: endDate,
      serial: SERIAL_FROM + index,
      channelCode,
      amount: amountFrom(random, channelCode),
      createTime: midnight + (9 + index) * HOUR + random.int(60, 3_000) * SECOND,
    });
  const planted = PLANTS.map(([channelCode, plant], index) =>
    plant(random, newSale(channelCode, index), midnight),
  );
  const refunded = newSale('GCASH_URL', PLANTS.length - 9);
  const original = { ...refunded, transactionId: ids.collection(endDate, SERIAL_FROM + PLANTS.length) };
  const originalSale = agreed(random, {
    ...original,
    mchOrderId: ids.order(endDate, SERIAL_FROM + PLANTS.length),
  });
  const refund = unexplainedRefund(random, ids, endDate, original);
  return {
    sales: [...planted.map(({ sale }) => sale), originalSale],
    refunds: [refund],
    payouts: [failedOvernight(random, ids, endDate)],
    truth: [
      ...planted.flatMap(({ sale, type, effect }) =>
        type === null
          ? []
          : [{ day: endDate, id: (sale.line ?? sale.ours)?.transactionId ?? '', type, effect }],
      ),
      { day: endDate, id: refund.mchRefundOrderId, type: 'REFUND_NOT_EXPLAINED', effect: refund.amount },
    ],
  };
}

function amountDiffers(random: Prng, ours: SaleFacts): Planted {
  const amount = ours.amount + BigInt(random.int(20, 90)) * 50n;
  const line = { ...ours, amount, fee: feeOf(ours.channelCode, amount) };
  return { sale: { ...agreed(random, ours), line }, type: 'AMOUNT_DIFFERS', effect: amount - ours.amount };
}

function feeDiffers(random: Prng, ours: SaleFacts): Planted {
  const line = { ...ours, fee: ours.fee + OVERCHARGE };
  return { sale: { ...agreed(random, ours), line }, type: 'FEE_DIFFERS', effect: 0n };
}

function statusDiffers(random: Prng, line: SaleFacts): Planted {
  const ours = { ...line, status: 'FAILED', fee: 0n, failedCode: -10004 } as const;
  return { sale: { ...agreed(random, ours), line }, type: 'STATUS_DIFFERS', effect: netOf(line) };
}

function missingHere(random: Prng, line: SaleFacts): Planted {
  const sale = { ...agreed(random, line), ours: null, receivedAt: null };
  return { sale, type: 'MISSING_HERE', effect: netOf(line) };
}

function missingThere(random: Prng, ours: SaleFacts): Planted {
  return { sale: { ...agreed(random, ours), line: null }, type: 'MISSING_THERE', effect: -netOf(ours) };
}

function duplicateLine(random: Prng, facts: SaleFacts): Planted {
  return { sale: { ...agreed(random, facts), copies: 2 }, type: 'DUPLICATE', effect: 0n };
}

// Ours ends ten seconds before midnight, the line fourteen after.
function late(random: Prng, facts: SaleFacts, midnight: number): Planted {
  const end = midnight + 24 * HOUR;
  const ours = { ...facts, createTime: end - 80 * SECOND, completeTime: end - 10 * SECOND };
  const line = { ...ours, completeTime: end + 14 * SECOND };
  const sale = { ...agreed(random, ours), line, receivedAt: ours.completeTime + 900 };
  return { sale, type: 'LATE', effect: -netOf(facts) };
}

function noCallback(random: Prng, facts: SaleFacts): Planted {
  const sale: Sale = { ...agreed(random, facts), learntBy: 'QUERY', receivedAt: null };
  return { sale, type: 'NO_CALLBACK', effect: 0n };
}

function callbackUnlikeStatement(random: Prng, line: SaleFacts): Planted {
  const amount = line.amount + BigInt(random.int(20, 90)) * 50n;
  const ours = { ...line, amount, fee: feeOf(line.channelCode, amount) };
  return { sale: { ...agreed(random, ours), line }, type: 'AMOUNT_DIFFERS', effect: line.amount - amount };
}

function unexplainedRefund(random: Prng, ids: HistoryIds, day: string, original: SaleFacts): HistoryRefund {
  const createTime = midnightOf(day) + 19 * HOUR + random.int(0, 3_000) * SECOND;
  const returnTime = createTime + random.int(5, 60) * SECOND;
  return {
    theirs: false,
    mchRefundOrderId: ids.refundOrder(day, SERIAL_FROM),
    refundTransactionId: ids.refund(day, SERIAL_FROM),
    originalTransactionId: original.transactionId,
    amount: original.amount - (original.amount % 100n) - 4_900n,
    status: 'COMPLETE',
    createTime,
    returnTime,
    reason: 'Out of stock',
    failedCode: null,
    receivedAt: receivedAfter(random, returnTime),
  };
}

function failedOvernight(random: Prng, ids: HistoryIds, endDate: string): HistoryPayout {
  const midnight = midnightOf(endDate);
  return payoutFrom(random, ids, {
    day: addDays(endDate, -1),
    serial: SERIAL_FROM,
    amount: 3_500_000n,
    createTime: midnight - 2 * HOUR,
    endTime: midnight + 25 * 60 * SECOND,
    failedCode: -10005,
  });
}

function netOf(facts: SaleFacts): bigint {
  return facts.amount - facts.fee;
}
