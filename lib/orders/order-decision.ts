import type { ProductName } from '../channels/channels';
import type { Message } from '../i18n/message';
import { canBecome, isFinal, type OrderStatus } from './status';

/** Who says it: PayCools' answer to our call, its callback, its statement, or its answer to our later question. */
export type EvidenceSource = 'ANSWER' | 'CALLBACK' | 'STATEMENT' | 'POLL';

/**
 * What somebody says about one order; money in centavos. Absent and null mean that nothing was said.
 * `detail` tells the timeline where it was said: event name, section, statement page and line.
 */
export type OrderNews = Readonly<{
  /** SYSTEM: Kaha itself gave up waiting for an answer. */
  source: EvidenceSource | 'SYSTEM';
  /** When we learnt it. */
  at: Date;
  status: Exclude<OrderStatus, 'SENDING'>;
  transactionId?: string | null;
  mchOrderId?: string | null;
  amount?: bigint | null;
  product?: ProductName;
  channelCode?: string | null;
  createdAt?: Date | null;
  completedAt?: Date | null;
  /** Charged fee, from a COMPLETE statement line only. */
  fee?: bigint | null;
  failedCode?: string | null;
  failedMessage?: string | null;
  /** The general code of a refused creation. */
  refusedCode?: number | null;
  customerName?: string | null;
  email?: string | null;
  mobile?: string | null;
  remark?: string | null;
  payUrl?: string | null;
  expiresAt?: Date | null;
  detail?: Readonly<Record<string, string | number>>;
}>;

/** News that can stand for an order of its own: it names the transaction, the amount and the product. */
export type OrderEvidence = OrderNews &
  Readonly<{
    source: EvidenceSource;
    transactionId: string;
    mchOrderId: string | null;
    amount: bigint;
    status: 'PENDING' | 'COMPLETE' | 'FAILED' | 'CLOSED';
    product: ProductName;
    channelCode: string | null;
    createdAt: Date;
  }>;

/** What is known of the order before the news. */
export type KnownOrder = Readonly<{
  status: OrderStatus;
  amount: bigint;
  channelCode: string | null;
  transactionId: string | null;
  intentOrderId: string | null;
}>;

/** What the news does: a change, nothing, or something that must be kept and raised but never applied. */
export type OrderDecision =
  | Readonly<{ kind: 'change'; to: OrderStatus }>
  | Readonly<{ kind: 'nothing' }>
  | Readonly<{ kind: 'held' | 'contradiction'; event: string; reason: Message }>;

/** Decides what one piece of news does to an order; depends on nothing but its two arguments. */
export function decideOrder(order: KnownOrder, news: OrderNews): OrderDecision {
  return mismatch(order, news) ?? statusDecision(order.status, news.status);
}

function statusDecision(from: OrderStatus, to: OrderStatus): OrderDecision {
  if (canBecome(from, to)) return { kind: 'change', to };
  if (from === to || saysLess(from, to)) return { kind: 'nothing' };
  return {
    kind: 'contradiction',
    event: 'contradiction',
    reason: { key: 'orders.raised.contradiction', values: { from, to } },
  };
}

/** An answer that says less than is known changes nothing and is no contradiction. */
function saysLess(from: OrderStatus, to: OrderStatus): boolean {
  if (to === 'UNKNOWN') return true;
  if (to === 'PENDING') return isFinal(from) && from !== 'REFUSED';
  // The refusal of a call whose outcome was given up meanwhile: PayCools is asked until it says so itself.
  return to === 'REFUSED' && from === 'UNKNOWN';
}

function mismatch(order: KnownOrder, news: OrderNews): OrderDecision | null {
  if (said(news.transactionId) && said(order.transactionId) && news.transactionId !== order.transactionId) {
    return held('otherTransaction', { known: order.transactionId, told: news.transactionId });
  }
  if (said(news.mchOrderId) && said(order.intentOrderId) && news.mchOrderId !== order.intentOrderId) {
    return held('otherOrderId', { known: order.intentOrderId, told: news.mchOrderId });
  }
  if (said(news.amount) && news.amount !== order.amount) {
    return held('otherAmount', { knownCentavos: String(order.amount), toldCentavos: String(news.amount) });
  }
  if (said(news.channelCode) && said(order.channelCode) && news.channelCode !== order.channelCode) {
    return held('otherChannel', { known: order.channelCode, told: news.channelCode });
  }
  return null;
}

function held(event: string, values: Readonly<Record<string, string>>): OrderDecision {
  return { kind: 'held', event, reason: { key: `orders.raised.${event}`, values } };
}

function said<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
