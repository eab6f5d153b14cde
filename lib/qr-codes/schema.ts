import { z } from 'zod';

import { findChannel } from '../channels/channels';
import { amountIn, neededText, optionalEmail, optionalText, trimmed } from '../collect/form-fields';
import { ORDER_STATUSES } from '../orders/status';
import { QR_CODE_STATUSES } from './status';

export const QR_KINDS = ['DYNAMIC', 'STATIC'] as const;
export type QrKind = (typeof QR_KINDS)[number];

const CHANNEL_OF = { DYNAMIC: 'QRPH_DYNAMIC_QR', STATIC: 'QRPH_STATIC_QR' } as const;

/** The channel code (5.1) of a kind that this form makes. */
export function channelOfKind(kind: QrKind) {
  const channel = findChannel(CHANNEL_OF[kind]);
  if (!channel) throw new Error(`${CHANNEL_OF[kind]} is not in the channel table`);
  return channel;
}

/** Static codes take any amount any number of times; every other kind is one fixed amount, paid once. */
export function isStatic(channelCode: string): boolean {
  return channelCode === CHANNEL_OF.STATIC;
}

const shared = {
  customerName: neededText(100, 'qrCodes.field.customerName'),
  email: optionalEmail(50),
  remark: optionalText(255),
  appId: z.string().max(64).optional(),
  /** Minted when the form is rendered: a double click or a lost answer repeats the same QR code. */
  requestKey: z.uuid({ error: 'errors.input' }),
};

const noAmount = z
  .string()
  .optional()
  .refine((text) => trimmed(text ?? '') === '', { error: 'qrCodes.field.amountOnStatic' })
  .transform(() => null);

/** What the QR form posts. A static code carries no amount, a dynamic one from ₱20.00 to ₱50,000.00. */
export const CreateQrCodeInput = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('DYNAMIC'), amount: amountIn(channelOfKind('DYNAMIC')), ...shared }),
    z.object({ kind: z.literal('STATIC'), amount: noAmount, ...shared }),
  ],
  { error: 'qrCodes.field.kind' },
);
export type CreateQrCodeInput = z.output<typeof CreateQrCodeInput>;

export const CancelQrCodeInput = z.object({ qrCodeId: z.uuid({ error: 'errors.input' }) });

/** Who says what stands on a timeline. */
const TIMELINE_SOURCES = ['PERSON', 'ANSWER', 'CALLBACK', 'STATEMENT', 'POLL', 'SYSTEM'] as const;

/** The tabs of the list. */
export const QR_CODE_VIEWS = ['active', 'complete', 'unknown', 'closed', 'failed'] as const;
export type QrCodeView = (typeof QR_CODE_VIEWS)[number];

const optionalDay = z.iso.date().optional().catch(undefined);
const text = z.string();
const centavos = z.string().regex(/^\d+$/u);
const instant = z.iso.datetime();

/** The list's place in the world: read from the URL by page, table and route alike; what cannot be read is left out. */
export const QrCodeFilter = z.object({
  view: z.enum(QR_CODE_VIEWS).optional().catch(undefined),
  kind: z.enum(QR_KINDS).optional().catch(undefined),
  paid: z.enum(['yes', 'no']).optional().catch(undefined),
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  from: optionalDay,
  to: optionalDay,
  after: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});
export type QrCodeFilter = z.output<typeof QrCodeFilter>;

/** One QR code as it crosses to the browser; money is centavos as text, times are ISO text. */
export const QrCodeRow = z.object({
  id: z.uuid(),
  mchOrderId: text,
  channelCode: text,
  amount: centavos.nullable(),
  customerName: text,
  remark: text.nullable(),
  status: z.enum(QR_CODE_STATUSES),
  createdAt: instant,
  expiresAt: instant.nullable(),
  /** Why nobody pays it any more where its status alone does not say: its one payment came, or its time ran out. */
  over: z.enum(['paid', 'expired']).nullable(),
  paidCount: z.int(),
  paidCentavos: centavos,
});
export type QrCodeRow = z.output<typeof QrCodeRow>;

/** One page of the list, with exact totals of everything that the filter finds. */
export const QrCodePage = z.object({
  rows: z.array(QrCodeRow),
  newer: z.uuid().nullable(),
  older: z.uuid().nullable(),
  total: z.object({ codes: z.int(), payments: z.int(), centavos }),
  counts: z.object({
    all: z.int(),
    active: z.int(),
    complete: z.int(),
    unknown: z.int(),
    closed: z.int(),
    failed: z.int(),
  }),
});
export type QrCodePage = z.output<typeof QrCodePage>;

const message = z.object({
  key: text,
  values: z.record(text, z.union([text, z.number()])).exactOptional(),
});

/** One payment of a code. */
const QrPayment = z.object({
  orderId: z.uuid(),
  transactionId: text.nullable(),
  amount: centavos,
  status: z.enum(ORDER_STATUSES),
  at: instant,
});

/** One line of its story; `who` is the person's name where a person did it. */
const QrEvent = z.object({
  id: z.uuid(),
  at: instant,
  source: z.enum(TIMELINE_SOURCES),
  said: message,
  tone: z.enum(['ok', 'run', 'bad', 'doubt', 'shut']),
  who: text.nullable(),
});

/** Everything that the page of one QR code shows; asked for again every second while something is open. */
export const QrCodeDetail = QrCodeRow.extend({
  qrcodeId: text.nullable(),
  appName: text,
  email: text.nullable(),
  qrLink: text.nullable(),
  refusedCode: z.int().nullable(),
  /** Proved not taken by PayCools, which is not a refusal. */
  notTaken: z.boolean(),
  canCancel: z.boolean(),
  /** True where the picture has passed our own check and may be shown. */
  hasPicture: z.boolean(),
  /** Why the picture is not offered although PayCools gave one. */
  withheld: message.nullable(),
  payments: z.array(QrPayment),
  openPayments: z.int(),
  events: z.array(QrEvent),
});
export type QrCodeDetail = z.output<typeof QrCodeDetail>;
