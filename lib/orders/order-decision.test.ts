import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { decideOrder, type EvidenceSource, type KnownOrder, type OrderNews } from './order-decision';
import { isFinal, ORDER_STATUSES, type OrderStatus } from './status';

const AT = new Date('2026-01-01T04:00:00Z');

function anOrder(known: Partial<KnownOrder> = {}): KnownOrder {
  return {
    status: 'PENDING',
    amount: 125_050n,
    channelCode: 'GCASH_URL',
    transactionId: 'C1020260101000000041',
    intentOrderId: 'WB260101H8P4ZT6B2WQ9',
    ...known,
  };
}

function news(status: OrderNews['status'], told: Partial<OrderNews> = {}): OrderNews {
  return { source: 'CALLBACK', at: AT, status, ...told };
}

describe('what the same order is told', () => {
  test.each([
    ['PENDING', 'COMPLETE', 'change'],
    ['SENDING', 'COMPLETE', 'change'],
    ['SENDING', 'UNKNOWN', 'change'],
    ['UNKNOWN', 'CLOSED', 'change'],
    ['COMPLETE', 'COMPLETE', 'nothing'],
    ['COMPLETE', 'PENDING', 'nothing'],
    ['COMPLETE', 'UNKNOWN', 'nothing'],
    ['PENDING', 'UNKNOWN', 'nothing'],
    ['UNKNOWN', 'REFUSED', 'nothing'],
    ['COMPLETE', 'FAILED', 'contradiction'],
    ['FAILED', 'COMPLETE', 'contradiction'],
    ['CLOSED', 'COMPLETE', 'contradiction'],
    ['REFUSED', 'COMPLETE', 'contradiction'],
    ['REFUSED', 'PENDING', 'contradiction'],
    ['PENDING', 'REFUSED', 'contradiction'],
  ] as const)('%s, told %s: %s', (from, to, kind) => {
    expect(decideOrder(anOrder({ status: from }), news(to)).kind).toBe(kind);
  });
});

describe('what is told of another payment is held', () => {
  test.each([
    ['otherAmount', { amount: 125_049n }, { knownCentavos: '125050', toldCentavos: '125049' }],
    ['otherTransaction', { transactionId: 'C9' }, { known: 'C1020260101000000041', told: 'C9' }],
    ['otherOrderId', { mchOrderId: 'WB1' }, { known: 'WB260101H8P4ZT6B2WQ9', told: 'WB1' }],
    ['otherChannel', { channelCode: 'PAYMAYA_URL' }, { known: 'GCASH_URL', told: 'PAYMAYA_URL' }],
  ] as const)('%s', (event, told, values) => {
    expect(decideOrder(anOrder(), news('COMPLETE', told))).toEqual({
      kind: 'held',
      event,
      reason: { key: `orders.raised.${event}`, values },
    });
  });

  test('also where the state would not change', () => {
    expect(decideOrder(anOrder({ status: 'COMPLETE' }), news('COMPLETE', { amount: 1n })).kind).toBe('held');
  });

  test('but what was not said, or not known, is no difference', () => {
    const order = anOrder({ transactionId: null, channelCode: null, intentOrderId: null });
    const told = { transactionId: 'C9', channelCode: 'PAYMAYA_URL', mchOrderId: 'X', amount: 125_050n };
    expect(decideOrder(order, news('COMPLETE', told))).toEqual({ kind: 'change', to: 'COMPLETE' });
    expect(
      decideOrder(anOrder(), news('COMPLETE', { transactionId: null, amount: null, channelCode: null })),
    ).toEqual({ kind: 'change', to: 'COMPLETE' });
  });
});

/** Everything that one true story may send: our own answer or its absence, and PayCools' word before and after the end. */
function storyOf(end: 'PENDING' | 'COMPLETE' | 'FAILED' | 'CLOSED'): readonly OrderNews[] {
  const sources: readonly EvidenceSource[] = ['CALLBACK', 'STATEMENT', 'POLL'];
  const facts = { transactionId: 'C1020260101000000041', amount: 125_050n, channelCode: 'GCASH_URL' };
  return [
    news('PENDING', { source: 'ANSWER', ...facts }),
    news('UNKNOWN', { source: 'ANSWER' }),
    news('PENDING', { source: 'POLL', ...facts }),
    news('PENDING', { source: 'STATEMENT', ...facts }),
    ...sources.map((source) => news(end, { source, ...facts })),
  ];
}

function tell(order: KnownOrder, story: readonly OrderNews[]): { status: OrderStatus; raised: number } {
  let { status } = order;
  let raised = 0;
  for (const one of story) {
    const decision = decideOrder({ ...order, status }, one);
    if (decision.kind === 'change') status = decision.to;
    else if (decision.kind !== 'nothing') raised += 1;
  }
  return { status, raised };
}

test('any order of the same true evidence, with repetitions, ends in the same state and raises nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('SENDING' as const, 'PENDING' as const, 'UNKNOWN' as const),
      fc
        .constantFrom('PENDING' as const, 'COMPLETE' as const, 'FAILED' as const, 'CLOSED' as const)
        .chain((end) =>
          fc.tuple(
            fc.constant(end),
            // Each voice is heard once at least, some of them again, all in any order.
            fc
              .array(fc.constantFrom(...storyOf(end)), { maxLength: 12 })
              .chain((again) =>
                fc.shuffledSubarray([...storyOf(end), ...again], { minLength: 7 + again.length }),
              ),
          ),
        ),
      (status, [end, story]) => {
        expect(tell(anOrder({ status, transactionId: null }), story)).toEqual({ status: end, raised: 0 });
      },
    ),
    { numRuns: 2000 },
  );
});

test('a final state never changes, whatever is said', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ORDER_STATUSES.filter(isFinal)),
      fc.array(
        fc.constantFrom(...(['PENDING', 'UNKNOWN', 'REFUSED', 'COMPLETE', 'FAILED', 'CLOSED'] as const)),
      ),
      (status, told) => {
        expect(
          tell(
            anOrder({ status }),
            told.map((word) => news(word)),
          ).status,
        ).toBe(status);
      },
    ),
  );
});
