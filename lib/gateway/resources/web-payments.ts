import type { z } from 'zod';
import {
  amount,
  anyText,
  email,
  freeText,
  input,
  length,
  lettersAndDigits,
  mobile,
  needed,
  optional,
  webAddress,
} from '@/lib/gateway/input';
import { operation } from '@/lib/gateway/operation';
import { answer, centavos, list, text, time, transactionStatus } from '@/lib/gateway/wire';

const mchOrderId = needed<string>(length(1, 32), lettersAndDigits);

const created = answer({
  redirectUrl: text.required,
  transactionStatus: transactionStatus.required,
  transactionId: text.required,
  transactionAmount: centavos.optional,
  expiresTime: time.optional,
});

const webPayment = answer({
  mchOrderId: text.required,
  transactionId: text.required,
  amount: centavos.required,
  transactionStatus: transactionStatus.required,
  createTime: time.optional,
  returnTime: time.optional,
  appName: text.optional,
  customerName: text.optional,
  channelCode: text.optional,
  email: text.optional,
  mobile: text.optional,
  remark: text.optional,
  callbackUrl: text.optional,
  failedCode: text.optional,
  failedMessage: text.optional,
});

const webChannel = answer({
  channelCode: text.required,
  channelName: text.optional,
  channelType: text.optional,
  minAmount: centavos.optional,
  maxAmount: centavos.optional,
  status: text.optional,
});

/** A web payment as PayCools describes it; `amount` in centavos. */
export type GatewayWebPayment = z.output<typeof webPayment>;

export const webPayments = {
  /**
   * Starts a web payment (7.1); its page lives one hour. `amount` in centavos, 100 to 5000000.
   * Answers 1007, 1009, 1011, 1012, 1015, 1018.
   */
  create: operation({
    operation: 'webPayment.create',
    method: 'POST',
    path: '/api/v1/payment',
    section: '7.1',
    adds: ['appName'],
    input: input({
      mchOrderId,
      amount: needed<bigint>(amount(100n, 5_000_000n)),
      customerName: optional<string>(length(1, 100), freeText),
      channelCode: needed<string>(anyText),
      email: needed<string>(anyText, email),
      mobile: needed<string>(anyText, mobile),
      remark: optional<string>(anyText, freeText),
      callbackUrl: needed<string>(length(1, 100), webAddress),
      redirectUrl: needed<string>(length(1, 100), webAddress),
    }),
    data: created,
  }),

  /** The status of a web payment by our order id (7.2). Answers 1008. */
  get: operation({
    operation: 'webPayment.get',
    method: 'GET',
    path: '/api/v1/payment/check',
    section: '7.2',
    adds: [],
    input: input({ mchOrderId }),
    data: webPayment,
  }),

  /** The channels that web payments can use, limits in centavos (7.3). */
  channels: operation({
    operation: 'webPayment.channels',
    method: 'GET',
    path: '/api/v1/payment/channel',
    section: '7.3',
    adds: [],
    input: input({}),
    data: list(webChannel),
  }),
};
