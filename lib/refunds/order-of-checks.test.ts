import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type Channel, findChannel } from '../channels/channels';
import { addDays, type ManilaDay } from '../dates/manila-day';
import { amountStop, type OrderFacts, refundAnswer, type ReturnFacts } from './refund-answer';
import { REFUND_STATUSES, type RefundStatus } from './status';

const PAID_ON = '2026-11-21' as ManilaDay;

type Case = Readonly<{
  order: OrderFacts;
  returns: readonly ReturnFacts[];
  channel: Channel | undefined;
  age: number;
  amount: bigint;
}>;

/**
 * PayCools' own checks, written from gateway-api.md 14 ("Order of checks of 8.1") and the table of section 8.
 * It sees its own states: taken and open is PENDING; what never arrived or ended without success it does not count.
 */
function gatewayAnswers({ order: original, returns, channel, age, amount }: Case): number {
  const PENDING: readonly RefundStatus[] = ['WAITING_APPROVAL', 'READY', 'SENDING', 'IN_PROGRESS', 'UNKNOWN'];
  const refunds = returns.filter((one) => one.by === 'REFUND');
  const pending = refunds.filter((one) => PENDING.includes(one.status));
  const complete = refunds.filter((one) => one.status === 'COMPLETE');
  if (amount < 1n) return 1513;
  if (original.transactionId === null) return 1501;
  if (original.status !== 'COMPLETE') return 1516;
  if (age > 60) return 1509;
  if (channel !== undefined && !channel.refund.allowed) return 1507;
  if (channel === undefined) return 1510;
  const oneOnly = !channel.refund.several;
  const fullOnly = !channel.refund.partial;
  if (oneOnly && pending.length > 0) return 1502;
  if (oneOnly && complete.length > 0) return 1508;
  if (fullOnly && amount < original.amount) return 1511;
  if (fullOnly && amount > original.amount) return 1512;
  let used = 0n;
  for (const one of [...pending, ...complete]) used += one.amount;
  return used + amount > original.amount ? 1506 : 1000;
}

function kahaAnswers({ order: original, returns, channel, age, amount }: Case): number {
  if (amount < 1n) return 1513;
  const found = refundAnswer(original, returns, channel, addDays(PAID_ON, age));
  if (!found.can) return found.rule;
  return amountStop(found, amount)?.rule ?? 1000;
}

const amounts = fc.oneof(fc.bigInt({ min: -1n, max: 8n }), fc.bigInt({ min: 1n, max: 400n }));
const returned = (statuses: readonly RefundStatus[], by: readonly ('REFUND' | 'PAYOUT')[]) =>
  fc.record({
    by: fc.constantFrom(...by),
    status: fc.constantFrom(...statuses),
    amount: fc.bigInt({ min: 1n, max: 120n }),
    provedNotTaken: fc.boolean(),
  });
const cases = (statuses: readonly RefundStatus[], by: readonly ('REFUND' | 'PAYOUT')[] = ['REFUND']) =>
  fc.record({
    order: fc.record({
      status: fc.constantFrom<OrderFacts['status']>(
        'COMPLETE',
        'COMPLETE',
        'COMPLETE',
        'PENDING',
        'FAILED',
        'CLOSED',
      ),
      amount: fc.bigInt({ min: 1n, max: 300n }),
      transactionId: fc.constantFrom('C1', 'C1', 'C1', null),
      channelCode: fc.constant('GCASH_URL'),
      completedOn: fc.constant(PAID_ON),
    }),
    returns: fc.array(returned(statuses, by), { maxLength: 4 }),
    // Every kind of row that the table of section 8 has, and a channel that it does not list.
    channel: fc.constantFrom(
      findChannel('GCASH_URL'),
      findChannel('VISA_CARD_URL'),
      findChannel('COINS_URL'),
      findChannel('BPIA_URL'),
      findChannel('QRPH_STATIC_QR'),
      findChannel('INSTA_TRANSFER_ACC'),
      undefined,
    ),
    age: fc.oneof(fc.integer({ min: 58, max: 63 }), fc.integer({ min: 0, max: 400 })),
    amount: amounts,
  });

const KNOWN = REFUND_STATUSES.filter((status) => status !== 'UNKNOWN');
const runs = { numRuns: 3_000 };

test('with every result known, the answer is PayCools\u2019 answer, code for code', () => {
  fc.assert(
    fc.property(cases(KNOWN), (given) => {
      expect(kahaAnswers(given)).toBe(gatewayAnswers(given));
    }),
    runs,
  );
});

test('an unknown refund stops every new one at 1502, unless an earlier check stops it first', () => {
  fc.assert(
    fc.property(cases(REFUND_STATUSES), fc.bigInt({ min: 1n, max: 120n }), (given, amount) => {
      const unknown: ReturnFacts = { by: 'REFUND', status: 'UNKNOWN', amount, provedNotTaken: false };
      const code = kahaAnswers({ ...given, returns: [...given.returns, unknown], amount: 1n });
      const before = gatewayAnswers({ ...given, returns: [], amount: given.order.amount });
      expect(code).toBe(before === 1000 ? 1502 : before);
    }),
    runs,
  );
});

test('what is offered never takes the sum beyond what was paid, payouts included', () => {
  fc.assert(
    fc.property(cases(REFUND_STATUSES, ['REFUND', 'PAYOUT']), (given) => {
      if (kahaAnswers(given) !== 1000) return;
      const taken = given.returns
        .filter(
          (one) =>
            !['FAILED', 'CANCELLED', 'REFUSED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'].includes(one.status),
        )
        .reduce((total, one) => total + one.amount, given.amount);
      expect(taken).toBeLessThanOrEqual(given.order.amount);
    }),
    runs,
  );
});

test('the most that is offered is accepted, one centavo more is refused', () => {
  fc.assert(
    fc.property(cases(KNOWN), (given) => {
      const offer = refundAnswer(given.order, given.returns, given.channel, addDays(PAID_ON, given.age));
      if (!offer.can) return;
      expect(gatewayAnswers({ ...given, amount: offer.max })).toBe(1000);
      expect([1506, 1512]).toContain(gatewayAnswers({ ...given, amount: offer.max + 1n }));
    }),
    runs,
  );
});
