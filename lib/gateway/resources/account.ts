import type { z } from 'zod';
import { day, input, isAbsent, needed, oneOf, optional, problemOn, whole } from '@/lib/gateway/input';
import { operation } from '@/lib/gateway/operation';
import { answer, centavos, count, list, pesos, text, time, transactionStatus } from '@/lib/gateway/wire';

const statementInput = input({
  createDate: optional<string>(day),
  completeDate: optional<string>(day),
  page: needed<number | bigint>(whole(1)),
  status: optional<string>(oneOf(['PENDING', 'COMPLETE', 'FAILED'])),
}).superRefine(({ createDate, completeDate }, context) => {
  if (!isAbsent(createDate) || !isAbsent(completeDate)) return;
  problemOn(context, 'completeDate', { key: 'codes.field.oneDate' });
});

const paymentLine = answer({
  merchantOrderId: text.optional,
  transactionId: text.required,
  paymentMethod: text.optional,
  paymentChannel: text.optional,
  amount: pesos.required,
  fee: pesos.required,
  name: text.optional,
  mobile: text.optional,
  status: transactionStatus.required,
  appName: text.optional,
  createTime: time.required,
  completeTime: time.optional,
});

const payoutLine = answer({
  merchantOrderId: text.optional,
  transactionId: text.required,
  amount: pesos.required,
  fee: pesos.required,
  remittingBank: text.optional,
  remittingAccount: text.optional,
  recipientName: text.optional,
  recipientAccount: text.optional,
  receivingChannel: text.optional,
  status: transactionStatus.required,
  createTime: time.required,
  completeTime: time.optional,
});

/** One line of the collection statement; `amount` and `fee` in centavos. */
export type PaymentLine = z.output<typeof paymentLine>;

/** One line of the payout statement; `amount` and `fee` in centavos. */
export type PayoutLine = z.output<typeof payoutLine>;

const paging = {
  total: count.required,
  size: count.required,
  current: count.required,
  pages: count.required,
};

export const account = {
  /** The available balance now, in centavos (2.1). */
  balance: operation({
    operation: 'account.balance',
    method: 'GET',
    path: '/api/v1/account/checkBalance',
    section: '2.1',
    adds: [],
    input: input({}),
    data: answer({ balance: centavos.required }),
  }),

  /**
   * One page of the collections created or completed on a day (2.2). PayCools writes pesos; `amount` and
   * `fee` come out in centavos, and a page with more than two decimals anywhere is unreadable.
   */
  paymentStatement: operation({
    operation: 'account.paymentStatement',
    method: 'POST',
    path: '/api/v1/record/paymentList',
    section: '2.2',
    adds: ['timestamp'],
    input: statementInput,
    data: answer({ records: list(paymentLine), ...paging }),
  }),

  /** One page of the payouts created or completed on a day (2.3); money as in the collection statement. */
  payoutStatement: operation({
    operation: 'account.payoutStatement',
    method: 'POST',
    path: '/api/v1/record/payoutList',
    section: '2.3',
    adds: ['timestamp'],
    input: statementInput,
    data: answer({ records: list(payoutLine), ...paging }),
  }),
};
