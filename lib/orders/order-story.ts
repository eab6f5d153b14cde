import 'server-only';

import { z } from 'zod';

import { db } from '../db/client';
import type { Order, Prisma, TimelineEvent } from '../db/generated/client';
import type { Message } from '../i18n/message';
import { RAISED_ON_REFUND } from '../refunds/raise-on-refund';
import type { OrderEvent } from './detail-schema';
import { RAISED_EVENTS } from './raise-on-order';

type Tone = OrderEvent['tone'];
type Values = Readonly<Record<string, string | number>>;

/** A line of a current statement, as the story and the page of an order tell it. */
export type StoryLine = Prisma.StatementLineGetPayload<{ include: { statement: true } }>;

const EVENTS_SHOWN = 200;
const values = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

const TONES: Readonly<Record<string, Tone>> = {
  pending: 'run',
  accepted: 'run',
  ready: 'run',
  sent: 'run',
  complete: 'ok',
  completeToo: 'ok',
  failed: 'bad',
  failedToo: 'bad',
  refused: 'bad',
  unknown: 'doubt',
  notFound: 'doubt',
};
const RAISED: ReadonlySet<string> = new Set([...RAISED_EVENTS, ...RAISED_ON_REFUND]);

/** What happened to an order and to its refunds, newest first, each event with who says so. */
export async function tellStory(order: Order, lines: readonly StoryLine[]): Promise<OrderEvent[]> {
  const { merchantId, id: orderId } = order;
  const told = await db().timelineEvent.findMany({
    where: { merchantId, orderId },
    orderBy: [{ at: 'desc' }, { recordedAt: 'desc' }, { id: 'desc' }],
    take: EVENTS_SHOWN,
  });
  const names = await namesOf(merchantId, told);
  // What a statement confirms is told by its line, which also says whether the amounts agree.
  const own = told.filter(({ source, kind }) => source !== 'STATEMENT' || kind !== 'completeToo');
  return [
    ...own.map((event) => toEvent(event, order, names)),
    ...lines.map((line) => ofLine(line, order)),
  ].sort((a, b) => b.at.localeCompare(a.at));
}

function toEvent(event: TimelineEvent, order: Order, names: ReadonlyMap<string, Message>): OrderEvent {
  const detail = values.parse(event.detail);
  const feature = event.refundId !== null ? 'refunds' : event.payoutId !== null ? 'payouts' : 'orders';
  const kind = feature === 'orders' ? ownKind(event.kind, detail) : event.kind;
  return {
    id: event.id,
    at: event.at.toISOString(),
    tone: RAISED.has(event.kind) ? 'doubt' : (TONES[event.kind] ?? 'shut'),
    said: {
      key: `${feature}.timeline.${kind}`,
      values: { amountCentavos: String(order.amount), ...detail },
    },
    source: sourceOf(event, detail, names),
    code: codeOf(event, detail),
  };
}

/** Kinds that need a sentence of their own for why. */
function ownKind(kind: string, detail: Values): string {
  if (kind === 'unknown' && detail['why'] !== undefined) return `unknown_${detail['why']}`;
  return kind === 'closed' && detail['code'] === 1008 ? 'absent' : kind;
}

const SECTIONS = { ANSWER: '7.1', POLL: '7.2', SYSTEM: '' } as const;
const REFUND_SECTIONS = { ANSWER: '8.1', POLL: '8.2', SYSTEM: '' } as const;

function sourceOf(
  { source, actorId, refundId }: TimelineEvent,
  detail: Values,
  names: ReadonlyMap<string, Message>,
): Message {
  const known = actorId === null ? undefined : names.get(actorId);
  if (source === 'PERSON') return known ?? { key: 'orders.source.PERSON_GONE' };
  if (source === 'CALLBACK' && detail['event'] === undefined)
    return { key: 'orders.source.CALLBACK_UNNAMED' };
  if (source === 'CALLBACK')
    return { key: 'orders.source.CALLBACK', values: { event: detail['event'] ?? '' } };
  if (source === 'STATEMENT') {
    const { day = '', page = '', line = '' } = detail;
    return { key: 'orders.source.STATEMENT', values: { statementDay: day, page, line } };
  }
  const section = detail['section'] ?? (refundId === null ? SECTIONS[source] : REFUND_SECTIONS[source]);
  return source === 'SYSTEM'
    ? { key: 'orders.source.SYSTEM' }
    : { key: `orders.source.${source}`, values: { section } };
}

function codeOf({ kind }: TimelineEvent, detail: Values): OrderEvent['code'] {
  const code = detail['code'];
  if (code === undefined || code === '') return null;
  const place = kind.startsWith('failed') || String(code).startsWith('-') ? 'failedCode' : 'answer';
  return { place, code: String(code) };
}

function ofLine(line: StoryLine, order: Order): OrderEvent {
  const agrees = line.amount === order.amount && line.status === order.status;
  const day = line.day.toISOString().slice(0, 10);
  return {
    id: line.id,
    // When Kaha read the statement, which is when this became known.
    at: (line.statement.fetchedAt ?? line.statement.requestedAt).toISOString(),
    tone: agrees ? 'ok' : 'doubt',
    said: {
      key: agrees ? 'orders.timeline.onStatement' : 'orders.timeline.onStatementDiffers',
      values: { statementDay: day, toldCentavos: String(line.amount), status: line.status },
    },
    source: {
      key: 'orders.source.STATEMENT',
      values: { statementDay: day, page: line.page, line: line.lineNo },
    },
    code: null,
  };
}

/** Who the people in the story are and what they may do, as the reader's company knows them. */
async function namesOf(
  merchantId: string,
  events: readonly TimelineEvent[],
): Promise<ReadonlyMap<string, Message>> {
  const ids = events.flatMap(({ actorId }) =>
    z.uuid().safeParse(actorId).success && actorId ? [actorId] : [],
  );
  if (ids.length === 0) return new Map();
  const people = await db().membership.findMany({
    where: { merchantId, personId: { in: [...new Set(ids)] } },
    select: { role: true, person: { select: { id: true, name: true } } },
  });
  return new Map(
    people.map(({ role, person }) => [
      person.id,
      { key: 'orders.source.PERSON', values: { who: person.name, role } },
    ]),
  );
}
