import { findChannel, PAYOUT_FEE } from '../channels';
import type { HistoryPayout, HistoryRefund, Sale, SaleFacts } from './history-facts';
import type { HistoryIds } from './history-ids';
import type { Prng } from './prng';
import { midnightOf, offMidnight, receivedAfter } from './sales-of-day';
import { customerFrom } from './shop';

const SECOND = 1_000;
const HOUR = 3_600_000;
const REASONS = ['Wrong size', 'Out of stock', 'Arrived damaged', 'Ordered twice', 'Changed mind'] as const;
const PAID_FOR = ['Supplier', 'Courier', 'Packaging', 'Reseller', 'Staff'] as const;
const BANKS = ['BDO', 'BPI', 'MBTC', 'UBP', 'LBP'] as const;
const WALLETS = ['GCASH', 'PAYMAYA'] as const;
const AVERAGE_SALE = 60_000;
const LARGEST_PAYOUT = 5_000_000;

/** The refunds asked for on a day, of sales that were complete before its afternoon, each sale once. */
export function refundsOfDay(
  random: Prng,
  ids: HistoryIds,
  day: string,
  sales: readonly Sale[],
): HistoryRefund[] {
  const from = midnightOf(day) + 18 * HOUR;
  const candidates = sales
    .flatMap(({ line }) => (line !== null && isRefundable(line, from) ? [line] : []))
    .filter(() => random.chance(22));
  return candidates.map((original, serial) => {
    const isFull = findChannel(original.channelCode)?.refund === 'ONE_FULL' || random.chance(600);
    const part = (original.amount * BigInt(random.int(20, 70))) / 100n;
    const amount = isFull ? original.amount : part - (part % 50n);
    const createTime = from + random.int(0, 4 * 3_600) * SECOND;
    const returnTime = createTime + random.int(4, 90) * SECOND;
    const isFailed = random.chance(60);
    return {
      theirs: true,
      mchRefundOrderId: ids.refundOrder(day, serial),
      refundTransactionId: ids.refund(day, serial),
      originalTransactionId: original.transactionId,
      amount,
      status: isFailed ? 'FAILED' : 'COMPLETE',
      createTime,
      returnTime,
      reason: random.pick(REASONS),
      failedCode: isFailed ? -10010 : null,
      receivedAt: receivedAfter(random, returnTime),
    };
  });
}

/** The payouts sent on a day: about half of what comes in; the last one of the end date ends after midnight. */
export function payoutsOfDay(
  random: Prng,
  ids: HistoryIds,
  { day, rows, isEnd }: Readonly<{ day: string; rows: number; isEnd: boolean }>,
): HistoryPayout[] {
  const count = 1 + Math.floor(rows / 80);
  const most = Math.min(LARGEST_PAYOUT, Math.max(20_000, Math.floor((rows * AVERAGE_SALE) / 2 / count)));
  const payouts = Array.from({ length: count }, (_, serial) => {
    const amount = BigInt(random.int(Math.floor(most / 4), most));
    const createTime = midnightOf(day) + 9 * HOUR + random.int(0, 8 * 3_600) * SECOND;
    const failedCode = random.chance(40) ? -10005 : null;
    const endTime = createTime + random.int(15, 200) * SECOND;
    return payoutFrom(random, ids, {
      day,
      serial,
      amount: amount - (amount % 50n),
      createTime,
      endTime,
      failedCode,
    });
  });
  if (!isEnd) return payouts;
  const createTime = midnightOf(day) + 23 * HOUR + 51 * 60 * SECOND;
  const endTime = createTime + 33 * 60 * SECOND;
  const overnight = { day, serial: count, amount: 845_000n, createTime, endTime, failedCode: null };
  return [...payouts, payoutFrom(random, ids, overnight)];
}

/** What makes a payout apart from chance. */
export type PayoutShape = Readonly<{
  day: string;
  serial: number;
  amount: bigint;
  createTime: number;
  endTime: number;
  failedCode: number | null;
}>;

/** One payout of the given shape. */
export function payoutFrom(random: Prng, ids: HistoryIds, shape: PayoutShape): HistoryPayout {
  const { day, serial, amount, createTime, endTime, failedCode } = shape;
  const isBank = random.chance(650);
  const { customerName, mobile } = customerFrom(random);
  const completeTime = offMidnight(endTime);
  return {
    mchOrderId: ids.payoutOrder(day, serial),
    transactionId: ids.payout(day, serial),
    idempotencyId: ids.idempotency(day, serial),
    amount,
    fee: PAYOUT_FEE,
    status: failedCode === null ? 'COMPLETE' : 'FAILED',
    createTime,
    completeTime,
    payMethodCode: isBank ? 'BANK' : 'EWALLET',
    receivingChannel: isBank ? random.pick(BANKS) : random.pick(WALLETS),
    accountName: customerName,
    accountNo: isBank ? `00${String(random.int(1_000_000_000, 2_000_000_000))}` : mobile,
    remark: `${random.pick(PAID_FOR)} ${random.int(1, 40)}`,
    failedCode,
    receivedAt: receivedAfter(random, completeTime),
  };
}

function isRefundable(line: SaleFacts, before: number): boolean {
  if (line.status !== 'COMPLETE' || line.completeTime === null || line.completeTime >= before) return false;
  return findChannel(line.channelCode)?.refund !== 'NONE';
}
