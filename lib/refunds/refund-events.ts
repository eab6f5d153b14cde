import 'server-only';

import { z } from 'zod';

import { db } from '../db/client';
import type { TimelineEvent } from '../db/generated/client';
import type { Message } from '../i18n/message';
import { RAISED_ON_REFUND } from './raise-on-refund';

/** One event of a refund's story: what happened, who says so, when, and the code in it with the place that explains it. */
export type RefundStoryEvent = Readonly<{
  id: string;
  at: string;
  tone: 'ok' | 'run' | 'bad' | 'doubt' | 'shut';
  said: Message;
  source: Message;
  code: Readonly<{ place: 'answer' | 'failedCode'; code: string }> | null;
}>;

type Values = Readonly<Record<string, string | number>>;

const EVENTS_SHOWN = 200;
const values = z.record(z.string(), z.union([z.string(), z.number()])).catch({});
const RAISED: ReadonlySet<string> = new Set(RAISED_ON_REFUND);
const TONES: Readonly<Record<string, RefundStoryEvent['tone']>> = {
  accepted: 'run',
  ready: 'run',
  busy: 'run',
  sent: 'run',
  complete: 'ok',
  completeToo: 'ok',
  failed: 'bad',
  failedToo: 'bad',
  refused: 'bad',
  unknown: 'doubt',
  leftBehind: 'doubt',
  notTaken: 'doubt',
};

/** What happened to a refund, newest first, and what of it somebody has to look at. */
export async function tellRefundStory(
  merchantId: string,
  refundId: string,
): Promise<Readonly<{ story: readonly RefundStoryEvent[]; raised: readonly Message[] }>> {
  const told = await db().timelineEvent.findMany({
    where: { merchantId, refundId },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: EVENTS_SHOWN,
  });
  const names = await namesOf(told);
  const story = told.map((event) => toEvent(event, names));
  const raised = story.filter((_, index) => RAISED.has(told[index]?.kind ?? '')).map(({ said }) => said);
  return { story, raised };
}

function toEvent(event: TimelineEvent, names: ReadonlyMap<string, string>): RefundStoryEvent {
  const detail = values.parse(event.detail);
  return {
    id: event.id,
    at: event.at.toISOString(),
    tone: RAISED.has(event.kind) ? 'doubt' : (TONES[event.kind] ?? 'shut'),
    said: { key: `refunds.timeline.${event.kind}`, values: { why: '', rule: '', ...detail } },
    source: sourceOf(event, detail, names),
    code: codeOf(event, detail),
  };
}

function sourceOf(
  { source, actorId }: TimelineEvent,
  detail: Values,
  names: ReadonlyMap<string, string>,
): Message {
  if (source === 'PERSON') {
    const who = names.get(actorId ?? '');
    return who === undefined
      ? { key: 'refunds.source.PERSON_GONE' }
      : { key: 'refunds.source.PERSON', values: { who } };
  }
  return {
    key: `refunds.source.${source}`,
    values: {
      section: detail['section'] ?? '8.2',
      event: detail['event'] ?? '',
      refund: detail['told'] ?? detail['refundTransactionId'] ?? 'none',
    },
  };
}

function codeOf({ kind }: TimelineEvent, { code, rule }: Values): RefundStoryEvent['code'] {
  const said = code ?? rule;
  if (said === undefined || said === '') return null;
  return { place: kind === 'failed' ? 'failedCode' : 'answer', code: String(said) };
}

async function namesOf(events: readonly TimelineEvent[]): Promise<ReadonlyMap<string, string>> {
  const ids = events.flatMap(({ actorId }) => (z.uuid().safeParse(actorId).success ? [actorId ?? ''] : []));
  const people = await db().person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
