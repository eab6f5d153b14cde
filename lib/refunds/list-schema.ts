import { z } from 'zod';

import { parseManilaDay } from '../dates/manila-day';
import { REFUND_STATUSES, type RefundStatus } from './status';

/** The tabs of the list: what people see of a status, and the statuses behind it. */
export const STATUSES_OF_VIEW = {
  inProgress: ['WAITING_APPROVAL', 'READY', 'SENDING', 'IN_PROGRESS'],
  unknown: ['UNKNOWN'],
  complete: ['COMPLETE'],
  failed: ['FAILED', 'REFUSED'],
  closed: ['CANCELLED', 'REJECTED', 'WITHDRAWN', 'EXPIRED'],
} as const satisfies Record<string, readonly RefundStatus[]>;
export type RefundView = keyof typeof STATUSES_OF_VIEW;
export const REFUND_VIEWS = Object.keys(STATUSES_OF_VIEW) as readonly RefundView[];

/** Whether it was asked for in Kaha or learnt from PayCools. */
export const REFUND_ORIGINS = ['here', 'elsewhere'] as const;

const VIEWS = REFUND_VIEWS as [RefundView, ...RefundView[]];
const day = z.string().refine((text) => parseManilaDay(text) !== null);
/** Where a page starts: creation time and id of the row next to it. */
const cursor = z.string().refine((text) => {
  const [at, id] = text.split('_');
  return z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success;
});

/** The list's place in the world: read from the URL by page, table and route alike; what cannot be read is left out. */
export const RefundFilter = z.object({
  view: z.enum(VIEWS).optional().catch(undefined),
  origin: z.enum(REFUND_ORIGINS).optional().catch(undefined),
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  after: cursor.optional().catch(undefined),
  before: cursor.optional().catch(undefined),
});
export type RefundFilter = z.output<typeof RefundFilter>;

const centavos = z.string().regex(/^\d+$/u);

/** One refund as it crosses to the browser; money is centavos as text, times are ISO text. */
export const RefundRow = z.object({
  id: z.uuid(),
  refundId: z.string(),
  orderId: z.string().nullable(),
  customerName: z.string().nullable(),
  channelCode: z.string().nullable(),
  amount: centavos,
  status: z.enum(REFUND_STATUSES),
  createdAt: z.iso.datetime(),
});
export type RefundRow = z.output<typeof RefundRow>;

/** One page of the list, with exact totals of everything that the filter finds. */
export const RefundPage = z.object({
  rows: z.array(RefundRow),
  newer: z.string().nullable(),
  older: z.string().nullable(),
  total: z.object({ refunds: z.int(), amount: centavos }),
  counts: z.record(z.enum(['all', ...VIEWS]), z.int()),
});
export type RefundPage = z.output<typeof RefundPage>;
