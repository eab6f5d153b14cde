import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';

import en from '@/messages/en/reconciliation.json';
import fil from '@/messages/fil/reconciliation.json';
import zh from '@/messages/zh-Hans/reconciliation.json';

import type { ManilaDay } from '../dates/manila-day';
import { messageValues } from '../i18n/message-values';
import {
  type CollectionLine,
  type CollectionOrder,
  compareCollections,
  duplicateFinding,
} from './compare-collections';
import { comparePayouts, type PayoutLineSide, type PayoutSide } from './compare-payouts';
import { compareRefunds, type RefundMoves, type RefundPair } from './compare-refunds';
import type { Found } from './exception-type';

const DAY = '2026-01-15' as ManilaDay;
const NEXT = '2026-01-16' as ManilaDay;
const NOON = new Date('2026-01-15T04:00:00Z');

/** One of each exception that the comparisons can raise. */
function everyFinding(): Found[] {
  const line: CollectionLine = {
    lineId: 'l',
    lineNo: 1,
    day: DAY,
    transactionId: 'C1',
    merchantOrderId: 'WB1',
    channelCode: 'GCASH_URL',
    amount: 125_000n,
    fee: 2_500n,
    status: 'COMPLETE',
    completedAt: NOON,
  };
  const order: CollectionOrder = {
    orderId: 'o',
    reference: 'WB1',
    transactionId: 'C1',
    channelCode: 'GCASH_URL',
    amount: 125_000n,
    fee: null,
    status: 'COMPLETE',
    completedAt: NOON,
    day: DAY,
    silent: false,
    uninvited: false,
  };
  const pending = { ...order, status: 'PENDING', day: null, completedAt: null };
  const collections = compareCollections({
    day: DAY,
    lines: [
      { line, order: null },
      { line: { ...line, amount: 1n }, order },
      { line: { ...line, fee: 9_999n }, order },
      { line: { ...line, fee: 1n }, order },
      { line, order: { ...order, status: 'FAILED', day: null } },
      { line, order: pending },
      { line: { ...line, amount: 130_000n, fee: 2_600n }, order: pending },
    ],
    orders: [
      { order, line: null, openThere: false, judged: true },
      { order, line: null, openThere: true, judged: true },
      { order, line: { ...line, status: 'FAILED' }, openThere: false, judged: true },
      { order, line: { ...line, day: NEXT }, openThere: false, judged: true },
      { order: { ...order, silent: true, uninvited: true }, line, openThere: false, judged: true },
    ],
  });
  const out: PayoutLineSide = {
    lineId: 'l',
    lineNo: 1,
    day: DAY,
    createdDay: DAY,
    transactionId: 'D1',
    merchantOrderId: 'PO1',
    amount: 500_000n,
    fee: 1_000n,
    status: 'COMPLETE',
    completedAt: NOON,
  };
  const payout: PayoutSide = {
    payoutId: 'p',
    mchOrderId: 'PO1',
    transactionId: 'D1',
    amount: 500_000n,
    fee: null,
    status: 'COMPLETE',
    createdDay: DAY,
    completedDay: DAY,
    completedAt: NOON,
    uninvited: false,
    judged: true,
  };
  const payouts = comparePayouts(DAY, [
    { line: out, payout: null },
    { line: null, payout },
    { line: out, payout: { ...payout, uninvited: true } },
    { line: { ...out, amount: 1n }, payout },
    { line: { ...out, fee: 2_000n }, payout: { ...payout, fee: 2_000n } },
    { line: { ...out, fee: 1n }, payout: { ...payout, fee: 1n } },
    { line: out, payout: { ...payout, status: 'FAILED' } },
    { line: { ...out, status: 'FAILED' }, payout },
    { line: { ...out, status: 'PENDING' }, payout },
    { line: { ...out, day: NEXT, createdDay: NEXT }, payout },
  ]);
  const moves: RefundMoves = {
    amount: 50_025n,
    feeRefunded: 0n,
    ending: 'complete',
    createdAt: NOON,
    returnedAt: NOON,
  };
  const pair: RefundPair = {
    refundId: 'r',
    orderId: null,
    mchRefundOrderId: 'RF1',
    reference: null,
    ours: moves,
    theirs: moves,
    uninvited: true,
  };
  const tomorrow = new Date('2026-01-16T04:00:00Z');
  const refunds = compareRefunds(DAY, [
    pair,
    { ...pair, theirs: 'not-there' },
    { ...pair, theirs: { ...moves, amount: 1n } },
    { ...pair, theirs: { ...moves, ending: 'returned' } },
    { ...pair, ours: { ...moves, ending: 'returned' } },
    { ...pair, theirs: { ...moves, createdAt: tomorrow, returnedAt: tomorrow } },
  ]);
  const duplicate = duplicateFinding(line, 2);
  return [...collections.found, duplicate, { ...duplicate, subject: 'payout' }, ...payouts, ...refunds];
}

const kindOf = ({ subject, type, variant }: Found) => `${subject}.${type}.${variant}`;

const LANGUAGES = [
  ['en', en],
  ['fil', fil],
  ['zh-Hans', zh],
] as const;

describe('every exception that can be raised', () => {
  test('is one of 31 kinds', () => {
    expect(new Set(everyFinding().map(kindOf)).size).toBe(31);
  });

  test.each(LANGUAGES)(
    'is said in %s: what, what exactly, and what probably happened',
    (locale, messages) => {
      const broken: string[] = [];
      const t = createTranslator({
        locale,
        messages: { reconciliation: messages },
        onError: (error) => broken.push(error.message),
      });
      const said = everyFinding().flatMap((each) =>
        (['title', 'about', 'cause'] as const).map((part) => {
          const key = `reconciliation.found.${kindOf(each)}.${part}` as Parameters<typeof t>[0];
          return t(key, messageValues(each.values, locale));
        }),
      );
      expect(broken).toEqual([]);
      expect(new Set(said).size).toBeGreaterThan(70);
    },
  );
});
