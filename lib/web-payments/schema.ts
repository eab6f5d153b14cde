import { z } from 'zod';

import { type Channel, CHANNELS } from '../channels/channels';
import { amountIn, neededEmail, neededMobile, optionalText } from '../collect/form-fields';
import { ORDER_STATUSES } from '../orders/status';

/** The channels that a web payment can use (7.1), as the channel table lists them. */
export const WEB_CHANNELS: readonly Channel[] = CHANNELS.filter(({ product }) => product === 'WEB_PAYMENT');

/** The kinds of web channels, in the order in which the picker shows them. */
export const WEB_CHANNEL_KINDS = ['EWALLET', 'ONLINE_BANKING', 'CARD'] as const;

export const CONTACTS = ['CUSTOMER', 'SHOP'] as const;

const shared = {
  customerName: optionalText(100),
  /** Whose e-mail and mobile they are: PayCools needs both, and takes the shop's own where the customer's are unknown. */
  contact: z.enum(CONTACTS, { error: 'webPayments.field.contact' }),
  email: neededEmail(100),
  mobile: neededMobile,
  remark: optionalText(255),
  appId: z.string().max(64).optional(),
  /** Minted when the form is rendered: a double click or a lost answer repeats the same payment. */
  requestKey: z.uuid({ error: 'errors.input' }),
};

const perChannel = WEB_CHANNELS.map((channel) =>
  z.object({ channelCode: z.literal(channel.code), amount: amountIn(channel), ...shared }),
);

/** What the web payment form posts; the amount within the limits of its channel. */
export const CreateWebPaymentInput = z.discriminatedUnion(
  'channelCode',
  perChannel as [(typeof perChannel)[number], ...typeof perChannel],
  { error: 'webPayments.field.channel' },
);
export type CreateWebPaymentInput = z.output<typeof CreateWebPaymentInput>;

/** The tabs of the list. */
export const WEB_PAYMENT_VIEWS = ['open', 'unknown', 'complete', 'failed', 'closed'] as const;
export type WebPaymentView = (typeof WEB_PAYMENT_VIEWS)[number];

const optionalDay = z.iso.date().optional().catch(undefined);
const text = z.string();
const centavos = z.string().regex(/^\d+$/u);
const instant = z.iso.datetime();

/** The list's place in the world: read from the URL by page, table and route alike; what cannot be read is left out. */
export const WebPaymentFilter = z.object({
  view: z.enum(WEB_PAYMENT_VIEWS).optional().catch(undefined),
  channel: z.string().max(64).optional().catch(undefined),
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  from: optionalDay,
  to: optionalDay,
  after: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});
export type WebPaymentFilter = z.output<typeof WebPaymentFilter>;

/** One web payment as it crosses to the browser; money is centavos as text, times are ISO text. */
export const WebPaymentRow = z.object({
  id: z.uuid(),
  mchOrderId: text.nullable(),
  channelCode: text.nullable(),
  customerName: text.nullable(),
  amount: centavos,
  status: z.enum(ORDER_STATUSES),
  createdAt: instant,
  expiresAt: instant.nullable(),
});
export type WebPaymentRow = z.output<typeof WebPaymentRow>;

/** One page of the list, with exact totals of everything that the filter finds. */
export const WebPaymentPage = z.object({
  rows: z.array(WebPaymentRow),
  newer: z.uuid().nullable(),
  older: z.uuid().nullable(),
  total: z.object({ payments: z.int(), centavos }),
  counts: z.object({
    all: z.int(),
    open: z.int(),
    unknown: z.int(),
    complete: z.int(),
    failed: z.int(),
    closed: z.int(),
  }),
});
export type WebPaymentPage = z.output<typeof WebPaymentPage>;

/** A web payment as its own page hands it to the payer; the link only while it can be paid. */
export const WebPaymentLink = WebPaymentRow.extend({
  remark: text.nullable(),
  payUrl: text.nullable(),
  completedAt: instant.nullable(),
  refusedCode: z.int().nullable(),
  failedCode: text.nullable(),
});
export type WebPaymentLink = z.output<typeof WebPaymentLink>;

/** What the form offers where the customer's e-mail and mobile are unknown; empty where nothing is known. */
export type ShopContact = Readonly<{ email: string; mobile: string }>;
