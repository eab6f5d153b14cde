import { expect, test } from 'vitest';

import { orderMoney } from './order-money';

const order = { amount: 125_050n, fee: 2_501n, channelCode: 'GCASH_URL' };

test('paid − fee − what is on its way back = yours, as the drawing has it', () => {
  const refunds = [{ amount: 50_025n, status: 'IN_PROGRESS' as const, feeRefunded: null }];
  expect(orderMoney(order, refunds, [])).toEqual({
    paid: '125050',
    fee: '2501',
    feeIsExpected: false,
    feeBack: '0',
    refunded: '0',
    refunding: '50025',
    returned: '0',
    yours: '72524',
  });
});

test('what failed or was withdrawn is still yours; a given back fee is yours again', () => {
  const refunds = [
    { amount: 25_000n, status: 'COMPLETE' as const, feeRefunded: 500n },
    { amount: 10_000n, status: 'FAILED' as const, feeRefunded: 700n },
    { amount: 10_000n, status: 'WITHDRAWN' as const, feeRefunded: null },
    { amount: 1_000n, status: 'UNKNOWN' as const, feeRefunded: null },
  ];
  const payouts = [
    { amount: 2_000n, status: 'COMPLETE' as const },
    { amount: 3_000n, status: 'CANCELLED' as const },
  ];
  expect(orderMoney(order, refunds, payouts)).toMatchObject({
    feeBack: '500',
    refunded: '25000',
    refunding: '1000',
    returned: '2000',
    yours: '95049',
  });
});

test('without a statement the expected fee is named as such; without a known channel there is none', () => {
  expect(orderMoney({ ...order, fee: null }, [], [])).toMatchObject({ fee: '2501', feeIsExpected: true });
  expect(orderMoney({ amount: 500n, fee: null, channelCode: 'NEW_URL' }, [], [])).toMatchObject({
    fee: null,
    yours: '500',
  });
});
