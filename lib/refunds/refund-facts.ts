import 'server-only';

import { findChannel } from '../channels/channels';
import { manilaDayOf } from '../dates/manila-day';
import type { Tx } from '../db/client';
import type { Order, Refund } from '../db/generated/client';
import { leftBehindMs } from './check-times';
import { type OrderFacts, refundAnswer, type RefundAnswer, type ReturnFacts } from './refund-answer';
import { readStatus } from './status';

type OrderRow = Pick<
  Order,
  | 'merchantId'
  | 'id'
  | 'gatewayAppId'
  | 'status'
  | 'amount'
  | 'transactionId'
  | 'channelCode'
  | 'createdAt'
  | 'completedAt'
>;

/** Everything that went back or may go back of an order: its refunds, also those not linked yet, and its payouts. */
export async function listReturns(
  tx: Tx,
  order: OrderRow,
  now: Date,
): Promise<readonly (ReturnFacts & { id: string })[]> {
  const { merchantId, id: orderId, gatewayAppId, transactionId } = order;
  const [refunds, payouts] = await Promise.all([
    tx.refund.findMany({
      where: {
        merchantId,
        OR: [
          { orderId },
          ...(transactionId === null
            ? []
            : [{ orderId: null, gatewayAppId, originalTransactionId: transactionId }]),
        ],
      },
    }),
    tx.payout.findMany({ where: { merchantId, orderId }, select: { id: true, status: true, amount: true } }),
  ]);
  return [
    ...refunds.map((refund) => refundFacts(refund, now)),
    ...payouts.map((payout) => ({ ...payout, by: 'PAYOUT' as const, provedNotTaken: false })),
  ];
}

function refundFacts(refund: Refund, now: Date): ReturnFacts & { id: string } {
  return {
    id: refund.id,
    by: 'REFUND',
    status: readStatus(refund, now, leftBehindMs()),
    amount: refund.amount,
    provedNotTaken: refund.provedNotTakenAt !== null,
  };
}

/** The answer before the click for a stored order. */
export function answerFor(order: OrderRow, returns: readonly ReturnFacts[], now: Date): RefundAnswer {
  return refundAnswer(orderFacts(order), returns, findChannel(order.channelCode), manilaDayOf(now));
}

function orderFacts(order: OrderRow): OrderFacts {
  return {
    status: order.status,
    amount: order.amount,
    transactionId: order.transactionId,
    channelCode: order.channelCode,
    // Where PayCools never said when it was paid, its creation is the earlier and so the safer day.
    completedOn: order.status === 'COMPLETE' ? manilaDayOf(order.completedAt ?? order.createdAt) : null,
  };
}
