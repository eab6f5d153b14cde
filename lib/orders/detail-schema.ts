import { z } from 'zod';

import { CALLBACK_STATES } from '../callbacks/status';
import { RefundAnswerData } from '../refunds/answer-data';
import { REFUND_STATUSES } from '../refunds/status';
import { PRODUCTS } from './products';
import { ORDER_STATUSES } from './status';

const text = z.string();
const centavos = z.string().regex(/^-?\d+$/u);
const instant = z.iso.datetime();
const message = z.object({
  key: text,
  values: z.record(text, z.union([text, z.number()])).exactOptional(),
});

export const STORY_TONES = ['ok', 'run', 'bad', 'doubt', 'shut'] as const;

/** One event of an order's story: what happened, who says so, and when. */
export const OrderEvent = z.object({
  id: text,
  at: instant,
  tone: z.enum(STORY_TONES),
  said: message,
  source: message,
  /** A code in the event, with the place that explains it. */
  code: z.object({ place: z.enum(['answer', 'failedCode']), code: text }).nullable(),
});
export type OrderEvent = z.output<typeof OrderEvent>;

/** Where the paid amount went; centavos. `yours` = paid − fee + fee given back − refunded − on the way − returned. */
export const OrderMoney = z.object({
  paid: centavos,
  fee: centavos.nullable(),
  /** True while no statement has said what was charged. */
  feeIsExpected: z.boolean(),
  feeBack: centavos,
  refunded: centavos,
  refunding: centavos,
  returned: centavos,
  yours: centavos,
});
export type OrderMoney = z.output<typeof OrderMoney>;

/** Everything that the page of one order shows; money is centavos as text, personal data is masked. */
export const OrderDetail = z.object({
  id: z.uuid(),
  status: z.enum(ORDER_STATUSES),
  /** PayCools or the worker will say more, so the page keeps asking. */
  isMoving: z.boolean(),
  product: z.enum(PRODUCTS),
  channelCode: text.nullable(),
  amount: centavos,
  money: OrderMoney.nullable(),
  /** What can be given back, before the click. */
  refundAnswer: RefundAnswerData,
  mayRefund: z.boolean(),
  origin: z.enum(['KAHA', 'CALLBACK', 'STATEMENT', 'QUERY', 'DEMO']),
  orderId: text.nullable(),
  transactionId: text.nullable(),
  appName: text,
  appId: text,
  customerName: text.nullable(),
  email: text.nullable(),
  mobile: text.nullable(),
  canReveal: z.boolean(),
  remark: text.nullable(),
  payUrl: text.nullable(),
  expiresAt: instant.nullable(),
  createdAt: instant,
  completedAt: instant.nullable(),
  failed: z
    .object({ place: z.enum(['answer', 'failedCode']), code: text, words: text.nullable() })
    .nullable(),
  /** What was said about this order and not applied, newest first. */
  raised: z.array(message),
  qrCode: z.object({ id: z.uuid(), mchOrderId: text }).nullable(),
  refunds: z.array(
    z.object({
      id: z.uuid(),
      refundId: text,
      amount: centavos,
      status: z.enum(REFUND_STATUSES),
      createdAt: instant,
    }),
  ),
  /** Null where the role may not read callbacks. */
  callbacks: z
    .array(
      z.object({
        id: z.uuid(),
        eventName: text.nullable(),
        state: z.enum(CALLBACK_STATES),
        receivedAt: instant,
        isDuplicate: z.boolean(),
      }),
    )
    .nullable(),
  /** Null where the role may not read statements. */
  lines: z
    .array(
      z.object({
        id: z.uuid(),
        statementId: z.uuid(),
        day: text,
        page: z.int(),
        lineNo: z.int(),
        amount: centavos,
        fee: centavos,
        status: z.enum(['PENDING', 'COMPLETE', 'FAILED']),
      }),
    )
    .nullable(),
  story: z.array(OrderEvent),
});
export type OrderDetail = z.output<typeof OrderDetail>;
