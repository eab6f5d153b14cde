import type { Message } from '../i18n/message';
import type { Centavos } from '../money/money';
import { canBecome, type RefundStatus } from './status';

/** Who says it: a person, PayCools' answer to our call, its callback, its answer to our question, or Kaha itself. */
export type RefundSource = 'PERSON' | 'ANSWER' | 'CALLBACK' | 'POLL' | 'SYSTEM';

/** What PayCools says about one refund; money in centavos. Null means that it did not say. */
export type RefundFacts = Readonly<{
  mchRefundOrderId: string;
  refundTransactionId: string;
  originalTransactionId: string | null;
  amount: Centavos;
  feeRefunded: Centavos | null;
  createdAt: Date | null;
  returnedAt: Date | null;
  failedCode: string | null;
  failedMessage: string | null;
}>;

/** One piece of news about a refund: where it would lead, who says so, and what PayCools said with it. */
export type RefundNews = Readonly<{
  to: RefundStatus;
  source: RefundSource;
  /** When we learnt it. */
  at: Date;
  facts?: RefundFacts;
  /** The general code of a refusal, of 1013, or of an answer that proves nothing. */
  code?: number | null;
  /** For the timeline: the kind of event where it is not the usual one of `to`, and its parameters. */
  kind?: string;
  detail?: Readonly<Record<string, string | number>>;
}>;

/** What is known of the refund before the news. */
export type KnownRefund = Readonly<{
  status: RefundStatus;
  amount: Centavos;
  originalTransactionId: string;
  mchRefundOrderId: string;
  refundTransactionId: string | null;
  provedNotTakenAt: Date | null;
}>;

/** What the news does: a change, nothing, or something that is kept and raised but never applied. */
export type RefundDecision =
  | Readonly<{ kind: 'change'; to: RefundStatus }>
  | Readonly<{ kind: 'nothing' }>
  | Readonly<{ kind: 'held' | 'contradiction'; event: string; reason: Message }>;

/** Decides what one piece of news does to a refund; depends on nothing but its two arguments. */
export function decideRefund(refund: KnownRefund, news: RefundNews): RefundDecision {
  return mismatch(refund, news.facts) ?? statusDecision(refund, news);
}

const FREQUENCY_LIMIT = 1013;

function statusDecision(refund: KnownRefund, news: RefundNews): RefundDecision {
  const from = refund.status;
  const { to } = news;
  if (isForbidden(refund, news)) return { kind: 'nothing' };
  if (canBecome(from, to)) return { kind: 'change', to };
  if (from === to || saysLess(from, to)) return { kind: 'nothing' };
  return {
    kind: 'contradiction',
    event: 'contradiction',
    reason: { key: 'refunds.raised.contradiction', values: { from, to } },
  };
}

/** Moves of the table that hold under a condition only. */
function isForbidden(
  { status: from, provedNotTakenAt }: KnownRefund,
  { to, source, code }: RefundNews,
): boolean {
  // Only 1013 says that nothing happened to what was just sent.
  if (from === 'SENDING' && to === 'READY') return code !== FREQUENCY_LIMIT;
  if (from !== 'UNKNOWN' || (to !== 'READY' && to !== 'WITHDRAWN')) return false;
  // Only an absence that was proved lets a person send again or give up: before that it may be on its way.
  return source !== 'PERSON' || provedNotTakenAt === null;
}

const TAKEN: readonly RefundStatus[] = ['IN_PROGRESS', 'COMPLETE', 'FAILED', 'CANCELLED'];
const GATEWAYS_WORD: readonly RefundStatus[] = [...TAKEN, 'REFUSED'];

/** An answer that says less than is known changes nothing and is no contradiction. */
function saysLess(from: RefundStatus, to: RefundStatus): boolean {
  // What Kaha or a person wants, and what is not known, never contradicts anything.
  if (!GATEWAYS_WORD.includes(to)) return true;
  if (to === 'IN_PROGRESS') return TAKEN.includes(from);
  // The refusal of a call that was given up meanwhile: PayCools is asked until it says so itself.
  return to === 'REFUSED' && from === 'UNKNOWN';
}

function mismatch(refund: KnownRefund, facts: RefundFacts | undefined): RefundDecision | null {
  if (!facts) return null;
  if (facts.mchRefundOrderId !== refund.mchRefundOrderId) {
    return held('otherRefundId', { known: refund.mchRefundOrderId, told: facts.mchRefundOrderId });
  }
  if (refund.refundTransactionId !== null && facts.refundTransactionId !== refund.refundTransactionId) {
    return held('otherTransaction', { known: refund.refundTransactionId, told: facts.refundTransactionId });
  }
  if (facts.amount !== refund.amount) {
    return held('otherAmount', {
      knownCentavos: String(refund.amount),
      toldCentavos: String(facts.amount),
    });
  }
  const { originalTransactionId } = facts;
  if (originalTransactionId !== null && originalTransactionId !== refund.originalTransactionId) {
    return held('otherOriginal', { known: refund.originalTransactionId, told: originalTransactionId });
  }
  return null;
}

function held(event: string, values: Readonly<Record<string, string>>): RefundDecision {
  return { kind: 'held', event, reason: { key: `refunds.raised.${event}`, values } };
}
