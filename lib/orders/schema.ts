import { z } from 'zod';

import type { ProductName } from '../channels/channels';
import { parseManilaDay } from '../dates/manila-day';
import { parsePesos } from '../money/money';
import { PRODUCTS } from './products';
import { ORDER_STATUSES, type OrderStatus } from './status';

/** The tabs of the list: what people see of a status, and the statuses behind it. */
export const STATUSES_OF_VIEW = {
  complete: ['COMPLETE'],
  open: ['SENDING', 'PENDING'],
  unknown: ['UNKNOWN'],
  failed: ['FAILED', 'REFUSED'],
  closed: ['CLOSED'],
} as const satisfies Record<string, readonly OrderStatus[]>;
export type OrderView = keyof typeof STATUSES_OF_VIEW;
export const ORDER_VIEWS = Object.keys(STATUSES_OF_VIEW) as readonly OrderView[];

/** Which moment the date filter looks at. */
export const DATE_BASES = ['created', 'paid'] as const;

const VIEWS = ORDER_VIEWS as [OrderView, ...OrderView[]];
const day = z.string().refine((text) => parseManilaDay(text) !== null);
const pesos = z.string().refine((text) => parsePesos(text).ok);
/** Where a page starts: creation time and id of the row next to it. */
const cursor = z.string().refine((text) => {
  const [at, id] = text.split('_');
  return z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success;
});

const FIELDS = {
  view: z.enum(VIEWS),
  from: day,
  to: day,
  basis: z.enum(DATE_BASES),
  channel: z.array(z.string().min(1).max(64)).max(40),
  product: z.array(z.enum(PRODUCTS)).max(10),
  min: pesos,
  max: pesos,
  app: z.string().min(1).max(64),
  q: z.string().trim().min(1).max(100),
  after: cursor,
  before: cursor,
};
type FieldName = keyof typeof FIELDS;

/** The list's place in the world, as it stands in the address; amounts as they were typed. */
export type OrderFilter = {
  view?: OrderView;
  from?: string;
  to?: string;
  basis?: (typeof DATE_BASES)[number];
  channel?: readonly string[];
  product?: readonly ProductName[];
  min?: string;
  max?: string;
  app?: string;
  q?: string;
  after?: string;
  before?: string;
};

export type ReadFilter = Readonly<{
  filter: OrderFilter;
  /** Names in the address that could not be read and so are not applied; the screen says so. */
  ignored: readonly FieldName[];
}>;

/** Reads the filter from an address. What cannot be read is not applied, and is named. */
export function readOrderFilter(search: URLSearchParams): ReadFilter {
  const filter: Record<string, unknown> = {};
  const ignored: FieldName[] = [];
  for (const [name, schema] of Object.entries(FIELDS) as [FieldName, z.ZodType][]) {
    const all = search.getAll(name).filter((text) => text.trim() !== '');
    if (all.length === 0) continue;
    const read = schema.safeParse(name === 'channel' || name === 'product' ? all : all[0]);
    if (read.success) filter[name] = read.data;
    else ignored.push(name);
  }
  return { filter, ignored };
}

/** The filter as it stands in an address, without what is not set. */
export function orderSearch(filter: OrderFilter): string {
  const search = new URLSearchParams();
  for (const name of Object.keys(FIELDS) as FieldName[]) {
    const value = filter[name];
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) search.append(name, one);
  }
  return search.toString();
}

/** What narrows the list: the filter without its tab and without the place where a page starts. */
export function narrowingOf(filter: OrderFilter): Omit<OrderFilter, 'view' | 'after' | 'before'> {
  const narrowing = { ...filter };
  delete narrowing.view;
  delete narrowing.after;
  delete narrowing.before;
  return narrowing;
}

const centavos = z.string().regex(/^-?\d+$/u);
const instant = z.iso.datetime();

/** One order as it crosses to the browser; money is centavos as text, times are ISO text. */
export const OrderRow = z.object({
  id: z.uuid(),
  orderId: z.string().nullable(),
  transactionId: z.string().nullable(),
  product: z.enum(PRODUCTS),
  channelCode: z.string().nullable(),
  customerName: z.string().nullable(),
  amount: centavos,
  fee: centavos.nullable(),
  status: z.enum(ORDER_STATUSES),
  createdAt: instant,
});
export type OrderRow = z.output<typeof OrderRow>;

/** One page of the list, with exact totals of everything that the filter finds. */
export const OrderPage = z.object({
  rows: z.array(OrderRow),
  newer: z.string().nullable(),
  older: z.string().nullable(),
  total: z.object({ orders: z.int(), amount: centavos, fee: centavos }),
  counts: z.record(z.enum(['all', ...VIEWS]), z.int()),
});
export type OrderPage = z.output<typeof OrderPage>;
