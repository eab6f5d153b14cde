import { expectedFee } from '../channels/expected-fee';
import { isReserved, type RefundStatus } from '../refunds/status';
import type { OrderMoney } from './detail-schema';

type Paid = Readonly<{ amount: bigint; fee: bigint | null; channelCode: string | null }>;
type Returned = Readonly<{ amount: bigint; status: RefundStatus }>;

/**
 * Where the paid amount of a complete order went, in centavos. The charged fee where a statement has said it, else
 * the expected one; what is on its way back counts as gone, because it cannot be promised to anybody else.
 */
export function orderMoney(
  order: Paid,
  refunds: readonly (Returned & Readonly<{ feeRefunded: bigint | null }>)[],
  payouts: readonly Returned[],
): OrderMoney {
  const fee = order.fee ?? expectedFee(order.channelCode, order.amount);
  const complete = refunds.filter(({ status }) => status === 'COMPLETE');
  const feeBack = complete.reduce((all, { feeRefunded }) => all + (feeRefunded ?? 0n), 0n);
  const refunded = sum(complete);
  const refunding = sum(refunds.filter(({ status }) => isReserved(status)));
  const returned = sum(payouts.filter(({ status }) => status === 'COMPLETE' || isReserved(status)));
  const yours = order.amount - (fee ?? 0n) + feeBack - refunded - refunding - returned;
  return {
    paid: String(order.amount),
    fee: fee === null ? null : String(fee),
    feeIsExpected: order.fee === null,
    feeBack: String(feeBack),
    refunded: String(refunded),
    refunding: String(refunding),
    returned: String(returned),
    yours: String(yours),
  };
}

function sum(all: readonly Returned[]): bigint {
  return all.reduce((total, { amount }) => total + amount, 0n);
}
