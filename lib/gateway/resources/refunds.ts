import type { z } from 'zod';
import {
  amount,
  anyText,
  freeText,
  input,
  isAbsent,
  length,
  lettersAndDigits,
  needed,
  optional,
  problemOn,
  webAddress,
} from '@/lib/gateway/input';
import { operation } from '@/lib/gateway/operation';
import { answer, centavos, list, refundStatus, text, time } from '@/lib/gateway/wire';

const createdRefund = answer({
  mchRefundOrderId: text.required,
  refundTransactionId: text.required,
  refundAmount: centavos.required,
  refundCreateTime: time.required,
  refundStatus: refundStatus.required,
});

const refund = answer({
  mchRefundOrderId: text.required,
  originalTransactionId: text.optional,
  refundTransactionId: text.required,
  refundAmount: centavos.required,
  feeRefunded: centavos.optional,
  refundStatus: refundStatus.required,
  refundCreateTime: time.optional,
  refundReturnTime: time.optional,
  failedCode: text.optional,
  failedMessage: text.optional,
});

/** What a new refund answers; `refundAmount` in centavos. */
export type CreatedRefund = z.output<typeof createdRefund>;

/** A refund as PayCools describes it; `refundAmount` and `feeRefunded` in centavos. */
export type GatewayRefund = z.output<typeof refund>;

const refundId = optional<string>(length(1, 32));

export const refunds = {
  /**
   * Gives money back to a payer (8.1): moves money, so it is sent once and an unknown outcome is asked with
   * `refund.list`. `refundAmount` in centavos, from 1. Answers 1501 to 1516, 1006.
   */
  create: operation({
    operation: 'refund.create',
    method: 'POST',
    path: '/api/payment/refund',
    section: '8.1',
    adds: [],
    input: input({
      mchRefundOrderId: needed<string>(length(1, 32), lettersAndDigits),
      originalTransactionId: needed<string>(anyText),
      refundAmount: needed<bigint>(amount(1n, undefined, 1513)),
      refundReason: optional<string>(length(1, 256), freeText),
      refundCallbackUrl: needed<string>(length(1, 256), webAddress),
    }),
    data: createdRefund,
  }),

  /**
   * The refunds of a collection, or one refund (8.2): one of the three ids is needed.
   * 1008 or 1501 is *not found*; money in centavos.
   */
  list: operation({
    operation: 'refund.list',
    method: 'GET',
    path: '/api/payment/refund/payments',
    section: '8.2',
    adds: [],
    input: input({
      originalTransactionId: refundId,
      refundTransactionId: refundId,
      mchRefundOrderId: refundId,
    }).superRefine((ids, context) => {
      if (Object.values(ids).every(isAbsent)) {
        problemOn(context, 'originalTransactionId', { key: 'codes.field.oneRefundId' });
      }
    }),
    data: list(refund),
  }),
};
