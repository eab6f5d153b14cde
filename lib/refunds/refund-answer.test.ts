import { describe, expect, test } from 'vitest';

import { findChannel } from '../channels/channels';
import type { ManilaDay } from '../dates/manila-day';
import { amountStop, type OrderFacts, refundAnswer, type ReturnFacts } from './refund-answer';
import type { RefundStatus } from './status';

const PAID_ON = '2026-11-21' as ManilaDay;
const order: OrderFacts = {
  status: 'COMPLETE',
  amount: 125_050n,
  transactionId: 'C1020261121000000041',
  channelCode: 'GCASH_URL',
  completedOn: PAID_ON,
};
const refund = (status: RefundStatus, amount: bigint): ReturnFacts => ({
  by: 'REFUND',
  status,
  amount,
  provedNotTaken: false,
});
const on = (channelCode: string, change: Partial<OrderFacts> = {}) => ({ ...order, channelCode, ...change });
const answer = (facts: OrderFacts, returns: readonly ReturnFacts[] = [], today = PAID_ON) =>
  refundAnswer(facts, returns, findChannel(facts.channelCode), today);

describe('the answer before the click', () => {
  test('a fresh payment: all of it, for 60 days, in part or in full, more than once', () => {
    expect(answer(order)).toEqual({
      can: true,
      max: 125_050n,
      until: '2027-01-20',
      partial: true,
      several: true,
      onTheWay: 0n,
    });
  });

  test('what is on its way counts as gone, what failed does not', () => {
    const returns = [
      refund('IN_PROGRESS', 50_025n),
      refund('COMPLETE', 10_000n),
      refund('FAILED', 99_999n),
      refund('REFUSED', 1n),
    ];
    expect(answer(order, returns)).toMatchObject({ can: true, max: 65_025n, onTheWay: 50_025n });
  });

  test.each(['WAITING_APPROVAL', 'READY', 'SENDING', 'IN_PROGRESS', 'COMPLETE'] as const)(
    '%s takes its amount out of what is left',
    (status) => {
      expect(answer(order, [refund(status, 125_049n)])).toMatchObject({ can: true, max: 1n });
    },
  );

  test.each(['FAILED', 'CANCELLED', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'] as const)(
    '%s gives its amount back',
    (status) => {
      expect(answer(order, [refund(status, 125_050n)])).toMatchObject({ can: true, max: 125_050n });
    },
  );

  test('a payout that stands for a refund counts in the remainder, but not as the one refund of a channel', () => {
    const payout: ReturnFacts = { ...refund('COMPLETE', 25_050n), by: 'PAYOUT' };
    expect(answer(on('COINS_URL'), [payout])).toMatchObject({ can: true, max: 100_000n, several: false });
  });

  test('day 60 is allowed, day 61 is not', () => {
    expect(answer(order, [], '2027-01-20' as ManilaDay)).toMatchObject({ can: true });
    expect(answer(order, [], '2027-01-21' as ManilaDay)).toEqual({
      can: false,
      rule: 1509,
      key: 'refunds.rules.1509',
      values: { days: 61, windowDays: 60 },
    });
  });
});

describe('the rule that stops it, in words', () => {
  const small = '30';
  test.each([
    ['no PayCools record', on('GCASH_URL', { transactionId: null }), [], 1501, '1501.unknown', {}],
    [
      'never taken on',
      on('GCASH_URL', { transactionId: null, status: 'REFUSED' }),
      [],
      1501,
      '1501.refused',
      {},
    ],
    ['still open', on('GCASH_URL', { status: 'PENDING', completedOn: null }), [], 1516, '1516.open', {}],
    ['payment failed', on('GCASH_URL', { status: 'FAILED' }), [], 1516, '1516.failed', {}],
    ['never paid', on('GCASH_URL', { status: 'CLOSED', completedOn: null }), [], 1516, '1516.closed', {}],
    ['QR Ph', on('QRPH_DYNAMIC_QR'), [], 1507, '1507', { channel: 'QR Ph' }],
    ['a channel nobody listed', on('SHELL_URL'), [], 1510, '1510', { channel: 'SHELL_URL' }],
    ['no channel at all', on('', { channelCode: null }), [], 1510, '1510', { channel: '–' }],
    ['unknown result', order, [refund('UNKNOWN', 30n)], 1502, '1502.unknown', { amountCentavos: small }],
    [
      'proved not taken',
      order,
      [{ ...refund('UNKNOWN', 30n), provedNotTaken: true }],
      1502,
      '1502.notTaken',
      { amountCentavos: small },
    ],
    [
      'one-only, one on its way',
      on('COINS_URL'),
      [refund('IN_PROGRESS', 30n)],
      1502,
      '1502.inProgress',
      { amountCentavos: small },
    ],
    ['one-only, used in part', on('COINS_URL'), [refund('COMPLETE', 30n)], 1508, '1508', {}],
    [
      'one-only, used in full',
      on('BPIA_URL'),
      [refund('COMPLETE', 125_050n)],
      1508,
      '1506.all',
      { paidCentavos: '125050' },
    ],
    ['nothing left', order, [refund('COMPLETE', 125_050n)], 1506, '1506.all', { paidCentavos: '125050' }],
    [
      'nothing left, some of it on its way',
      order,
      [refund('COMPLETE', 50_025n), refund('SENDING', 75_025n)],
      1506,
      '1506.allOnTheWay',
      { paidCentavos: '125050' },
    ],
  ] as const)('%s', (_, facts, returns, rule, words, values) => {
    expect(answer(facts, returns)).toEqual({ can: false, rule, key: `refunds.rules.${words}`, values });
  });

  test('a sum beyond what was paid leaves nothing, not less than nothing', () => {
    expect(answer(order, [refund('COMPLETE', 200_000n)])).toMatchObject({ can: false, rule: 1506 });
  });
});

describe('the amount', () => {
  const partOf = (channelCode: string) => {
    const offer = answer(on(channelCode));
    if (!offer.can) throw new Error('the test needs an offer');
    return offer;
  };
  test.each([
    ['GCASH_URL', 0n, 1513, '1513', {}],
    ['GCASH_URL', -1n, 1513, '1513', {}],
    ['GCASH_URL', 125_051n, 1506, '1506.left', { leftCentavos: '125050' }],
    ['BPIA_URL', 125_049n, 1511, '1511.full', { leftCentavos: '125050' }],
    ['BPIA_URL', 125_051n, 1512, '1511.full', { leftCentavos: '125050' }],
  ] as const)('%s %s is stopped by %s', (channelCode, amount, rule, words, values) => {
    expect(amountStop(partOf(channelCode), amount)).toEqual({
      can: false,
      rule,
      key: `refunds.rules.${words}`,
      values,
    });
  });

  test('one centavo and all of it are allowed', () => {
    expect(amountStop(partOf('GCASH_URL'), 1n)).toBeNull();
    expect(amountStop(partOf('GCASH_URL'), 125_050n)).toBeNull();
    expect(amountStop(partOf('BPIA_URL'), 125_050n)).toBeNull();
  });
});
