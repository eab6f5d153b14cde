import { channelName } from '../channels/channels';
import { expectedFee } from '../channels/expected-fee';
import { formatGatewayTime } from '../dates/gateway-time';
import type { ManilaDay } from '../dates/manila-day';
import { type Findings, type Found, valuesOf } from './exception-type';

/** A final statement line, the first of its transaction; centavos. */
export type CollectionLine = Readonly<{
  lineId: string;
  lineNo: number;
  day: ManilaDay;
  transactionId: string;
  merchantOrderId: string | null;
  channelCode: string | null;
  amount: bigint;
  fee: bigint;
  status: 'COMPLETE' | 'FAILED';
  completedAt: Date | null;
}>;

/** An order as Kaha's books have it; `day` is the Manila day on which it counts, null while it is not COMPLETE. */
export type CollectionOrder = Readonly<{
  orderId: string;
  reference: string;
  transactionId: string | null;
  channelCode: string | null;
  amount: bigint;
  /** The charged fee where a line said so, else null. */
  fee: bigint | null;
  status: string;
  completedAt: Date | null;
  day: ManilaDay | null;
  /** Silence after completion means something. */
  silent: boolean;
  /** Nobody asked for it here, and nobody else may. */
  uninvited: boolean;
}>;

export type LineAndOrder = Readonly<{ line: CollectionLine; order: CollectionOrder | null }>;
export type OrderAndLine = Readonly<{
  order: CollectionOrder;
  line: CollectionLine | null;
  /** PayCools' statement of the day lists it as still open. */
  openThere: boolean;
  /** The statement was made late enough to be expected to list it. */
  judged: boolean;
}>;

type Compared = Readonly<{
  day: ManilaDay;
  /** Every final line of the day's statement, duplicates left out. */
  lines: readonly LineAndOrder[];
  /** Every order that Kaha counts on the day. */
  orders: readonly OrderAndLine[];
}>;

/**
 * Compares a day's statement with the orders that Kaha counts on it. The effects and what is carried over add up
 * to PayCools' collections minus Kaha's, whatever the rows say; rows that agree in everything may be left out.
 */
export function compareCollections({ day, lines, orders }: Compared): Findings {
  const found: Found[] = [];
  const carriedFrom = new Set<ManilaDay>();
  let carried = 0n;
  for (const { line, order } of lines) {
    if (line.status !== 'COMPLETE') continue;
    found.push(...feeFindings(line, order), ...lineFindings(line, order));
    if (order?.day && order.day !== day) {
      carried += order.amount - line.fee;
      carriedFrom.add(order.day);
    }
  }
  for (const each of orders) found.push(...orderFindings(day, each));
  return { found, carried, carriedFrom: [...carriedFrom].sort() };
}

/** The fee that an order costs in Kaha's books: what was charged, else what is expected. */
export function bookedFee({
  fee,
  channelCode,
  amount,
}: Pick<CollectionOrder, 'fee' | 'channelCode' | 'amount'>): bigint {
  return fee ?? expectedFee(channelCode, amount) ?? 0n;
}

function lineFindings(line: CollectionLine, order: CollectionOrder | null): Found[] {
  const net = line.amount - line.fee;
  if (!order) return [about(line, null, { type: 'MISSING_HERE', effect: net, variant: 'onStatement' })];
  const differs = line.amount !== order.amount;
  if (order.status === 'COMPLETE') {
    if (!differs) return [];
    const effect = line.amount - order.amount;
    return [about(line, order, { type: 'AMOUNT_DIFFERS', effect, variant: 'both' })];
  }
  if (order.status === 'FAILED' || order.status === 'CLOSED' || order.status === 'REFUSED') {
    return [about(line, order, { type: 'STATUS_DIFFERS', effect: net, variant: 'completeThere' })];
  }
  return [
    differs
      ? about(line, order, { type: 'AMOUNT_DIFFERS', effect: net, variant: 'openHere' })
      : about(line, order, { type: 'STATUS_DIFFERS', effect: net, variant: 'openHere' }),
  ];
}

/** The expected fee is that of the line's own amount: an amount that differs is an exception of its own. */
function feeFindings(line: CollectionLine, order: CollectionOrder | null): Found[] {
  const expected = expectedFee(line.channelCode, line.amount);
  if (expected === null || expected === line.fee) return [];
  const claim = line.fee - expected;
  return [
    {
      ...about(line, order, {
        type: 'FEE_DIFFERS',
        effect: 0n,
        variant: claim > 0n ? 'tooMuch' : 'tooLittle',
        expectedCentavos: expected,
        byCentavos: claim < 0n ? -claim : claim,
      }),
      claim: claim > 0n ? claim : null,
    },
  ];
}

function orderFindings(day: ManilaDay, { order, line, openThere, judged }: OrderAndLine): Found[] {
  if (!line) {
    if (!judged) return [];
    const effect = bookedFee(order) - order.amount;
    return [
      openThere
        ? about(null, order, { type: 'STATUS_DIFFERS', effect, variant: 'openThere' })
        : about(null, order, { type: 'MISSING_THERE', effect, variant: 'notListed' }),
    ];
  }
  if (line.status === 'FAILED') {
    const effect = bookedFee(order) - order.amount;
    return [about(line, order, { type: 'STATUS_DIFFERS', effect, variant: 'failedThere' })];
  }
  const found: Found[] = [];
  if (line.day !== day) {
    found.push(about(line, order, { type: 'LATE', effect: line.fee - order.amount, variant: 'otherDay' }));
  }
  if (order.silent) found.push(about(line, order, { type: 'NO_CALLBACK', effect: 0n, variant: 'silent' }));
  if (order.uninvited)
    found.push(about(line, order, { type: 'MISSING_HERE', effect: 0n, variant: 'inBooks' }));
  return found;
}

/** A duplicate moves nothing: the balance moved once, and Kaha counts the first line only. */
export function duplicateFinding(line: CollectionLine, copies: number): Found {
  return about(line, null, { type: 'DUPLICATE', effect: 0n, variant: 'listed', copies });
}

/** The time of day to the second, because around midnight seconds decide. */
function clockOf(at: Date | null | undefined): string | undefined {
  return at ? formatGatewayTime(at).slice(11) : undefined;
}

type Said = Pick<Found, 'type' | 'effect' | 'variant'> & Readonly<Record<string, string | number | bigint>>;

function about(
  line: CollectionLine | null,
  order: CollectionOrder | null,
  { type, effect, variant, ...more }: Said,
): Found {
  const difference = line && order ? line.amount - order.amount : 0n;
  return {
    type,
    // Payments to one instrument share its order id, so a payment without a transaction is named by its row.
    subjectId: line?.transactionId ?? order?.transactionId ?? order?.orderId ?? '',
    effect,
    claim: null,
    subject: 'order',
    variant,
    values: valuesOf({
      reference: order?.reference ?? line?.merchantOrderId ?? line?.transactionId,
      transactionId: line?.transactionId ?? order?.transactionId,
      channel: channelName(line?.channelCode ?? order?.channelCode),
      lineCentavos: line?.amount,
      feeCentavos: line?.fee,
      lineDay: line?.day,
      lineAt: line?.completedAt,
      lineTime: clockOf(line?.completedAt),
      lineNo: line?.lineNo,
      ourCentavos: order?.amount,
      ourAt: order?.completedAt,
      ourTime: clockOf(order?.completedAt),
      ourDay: order?.day,
      ourStatus: order?.status,
      byCentavos: difference < 0n ? -difference : difference,
      ...more,
    }),
    orderId: order?.orderId ?? null,
    payoutId: null,
    refundId: null,
    lineId: line?.lineId ?? null,
  };
}
