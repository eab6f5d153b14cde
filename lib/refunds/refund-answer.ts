import { type Channel, channelName, REFUND_WINDOW_DAYS } from '../channels/channels';
import { addDays, daysBetween, type ManilaDay } from '../dates/manila-day';
import type { Message } from '../i18n/message';
import type { Centavos } from '../money/money';
import type { OrderStatus } from '../orders/status';
import { isReserved, type RefundStatus } from './status';

/** What the rules look at in an order; `completedOn` is its completion day in Manila. */
export type OrderFacts = Readonly<{
  status: OrderStatus;
  amount: Centavos;
  transactionId: string | null;
  channelCode: string | null;
  completedOn: ManilaDay | null;
}>;

/** Money of the order that went back or may go back. A payout that stands for a refund counts in the remainder only. */
export type ReturnFacts = Readonly<{
  by: 'REFUND' | 'PAYOUT';
  status: RefundStatus;
  amount: Centavos;
  /** PayCools was asked twice and does not know it. */
  provedNotTaken: boolean;
}>;

/** The code that PayCools would answer (gateway-api.md 1A, Refund codes). */
export type RefundRule = 1501 | 1502 | 1506 | 1507 | 1508 | 1509 | 1510 | 1511 | 1512 | 1513 | 1516;

/** One rule that stops a refund, as a sentence: why, and what to do instead. */
export type RefundStop = Readonly<{ can: false; rule: RefundRule }> & Required<Message>;

/** A refund may start: at least one centavo, at most `max`; exactly `max` where `partial` is false. */
export type RefundOffer = Readonly<{
  can: true;
  max: Centavos;
  /** The last Manila day on which PayCools takes it. */
  until: ManilaDay;
  partial: boolean;
  several: boolean;
  /** Centavos of this order that are on their way back already. */
  onTheWay: Centavos;
}>;

export type RefundAnswer = RefundOffer | RefundStop;

/**
 * Whether a refund of this order may start today, and how much: the checks of PayCools in PayCools' order
 * (gateway-api.md 14), so that nobody is refused after the click. Kaha's own stop stands at 1502: a refund
 * whose result is not known blocks every new one of its order. `channel` is the row of `order.channelCode`.
 */
export function refundAnswer(
  order: OrderFacts,
  returns: readonly ReturnFacts[],
  channel: Channel | undefined,
  today: ManilaDay,
): RefundAnswer {
  const { completedOn } = order;
  if (order.transactionId === null) {
    return stop(1501, order.status === 'REFUSED' ? '1501.refused' : '1501.unknown');
  }
  if (order.status !== 'COMPLETE' || completedOn === null) return stop(1516, notComplete(order.status));
  const age = daysBetween(completedOn, today);
  if (age > REFUND_WINDOW_DAYS) return stop(1509, '1509', { days: age, windowDays: REFUND_WINDOW_DAYS });
  if (!channel) return stop(1510, '1510', { channel: channelName(order.channelCode) || '–' });
  if (!channel.refund.allowed) return stop(1507, '1507', { channel: channel.name });

  const sums = sumsOf(order, returns);
  return (
    unknownStop(returns) ??
    oneOnlyStop(channel, returns, sums) ??
    remainderStop(order, channel, sums) ?? {
      can: true,
      max: sums.left,
      until: addDays(completedOn, REFUND_WINDOW_DAYS),
      partial: channel.refund.partial,
      several: channel.refund.several,
      onTheWay: sums.reserved,
    }
  );
}

/** Why this amount cannot be refunded, or null where it can. Words of 1506, 1511, 1512 and 1513. */
export function amountStop(offer: RefundOffer, amount: Centavos): RefundStop | null {
  const left = { leftCentavos: String(offer.max) };
  if (amount < 1n) return stop(1513, '1513');
  if (!offer.partial && amount < offer.max) return stop(1511, '1511.full', left);
  if (!offer.partial && amount > offer.max) return stop(1512, '1511.full', left);
  return amount > offer.max ? stop(1506, '1506.left', left) : null;
}

type Sums = Readonly<{ paid: Centavos; returned: Centavos; reserved: Centavos; left: Centavos }>;

function sumsOf(order: OrderFacts, returns: readonly ReturnFacts[]): Sums {
  const returned = sum(returns.filter(({ status }) => status === 'COMPLETE'));
  const reserved = sum(returns.filter(({ status }) => isReserved(status)));
  const left = order.amount - returned - reserved;
  return { paid: order.amount, returned, reserved, left: left < 0n ? 0n : left };
}

function unknownStop(returns: readonly ReturnFacts[]): RefundStop | null {
  const unknown = returns.filter(({ status }) => status === 'UNKNOWN');
  if (unknown.length === 0) return null;
  const words = unknown.every(({ provedNotTaken }) => provedNotTaken) ? '1502.notTaken' : '1502.unknown';
  return stop(1502, words, { amountCentavos: String(sum(unknown)) });
}

function oneOnlyStop(channel: Channel, returns: readonly ReturnFacts[], sums: Sums): RefundStop | null {
  if (channel.refund.several) return null;
  const refunds = returns.filter(({ by }) => by === 'REFUND');
  const open = refunds.filter(({ status }) => isReserved(status));
  if (open.length > 0) return stop(1502, '1502.inProgress', { amountCentavos: String(sum(open)) });
  if (!refunds.some(({ status }) => status === 'COMPLETE')) return null;
  return sums.left === 0n ? nothingLeft(1508, sums) : stop(1508, '1508');
}

function remainderStop(order: OrderFacts, channel: Channel, sums: Sums): RefundStop | null {
  if (sums.left === 0n) return nothingLeft(1506, sums);
  if (channel.refund.partial || sums.left === order.amount) return null;
  return stop(1511, '1511.partly', { paidCentavos: String(sums.paid) });
}

function nothingLeft(rule: 1506 | 1508, { paid, reserved }: Sums): RefundStop {
  return stop(rule, reserved === 0n ? '1506.all' : '1506.allOnTheWay', { paidCentavos: String(paid) });
}

function notComplete(status: OrderStatus): string {
  if (status === 'FAILED') return '1516.failed';
  return status === 'CLOSED' ? '1516.closed' : '1516.open';
}

function sum(returns: readonly ReturnFacts[]): Centavos {
  return returns.reduce((total, { amount }) => total + amount, 0n);
}

function stop(rule: RefundRule, words: string, values: Required<Message>['values'] = {}): RefundStop {
  return { can: false, rule, key: `refunds.rules.${words}`, values };
}
