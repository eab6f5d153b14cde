import 'server-only';

import { z } from 'zod';

import { db } from '../db/client';
import type { QrCode, TimelineEvent } from '../db/generated/client';
import { isStatic, type QrCodeDetail } from './schema';

type QrEvent = QrCodeDetail['events'][number];

const TONES: Readonly<Record<string, QrEvent['tone']>> = {
  active: 'ok',
  unknown: 'doubt',
  notFound: 'doubt',
  notTaken: 'bad',
  refused: 'bad',
  heldId: 'bad',
  heldAmount: 'bad',
  heldKind: 'bad',
  cancelRefused: 'bad',
  cancelUnknown: 'doubt',
  paidPending: 'run',
  paidComplete: 'ok',
  paidFailed: 'bad',
};
/** What of an order's story is told on the page of its code: the payer began, and how it ended. */
const PAYMENT_KINDS = {
  pending: 'paidPending',
  complete: 'paidComplete',
  failed: 'paidFailed',
  closed: 'paidClosed',
};
const EVENTS_SHOWN = 100;
const values = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

/** The story of a QR code, newest first; of a dynamic one with its payment, which is the end of the story. */
export async function listQrEvents(code: QrCode): Promise<QrEvent[]> {
  const { merchantId, id: qrCodeId } = code;
  const order = { orderBy: [{ at: 'desc' as const }, { id: 'desc' as const }], take: EVENTS_SHOWN };
  const [own, payments] = await Promise.all([
    db().timelineEvent.findMany({ where: { merchantId, qrCodeId }, ...order }),
    isStatic(code.channelCode)
      ? []
      : db().timelineEvent.findMany({
          where: { merchantId, order: { qrCodeId }, kind: { in: Object.keys(PAYMENT_KINDS) } },
          include: { order: { select: { amount: true } } },
          ...order,
        }),
  ]);
  const names = await namesOf(own);
  const events = [
    ...own.map((event) => toEvent(event, kindOf(event), {}, names)),
    ...payments.map((event) => {
      const kind = PAYMENT_KINDS[event.kind as keyof typeof PAYMENT_KINDS];
      return toEvent(event, kind, { paidCentavos: event.order?.amount.toString() ?? '0' }, names);
    }),
  ];
  return events.sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
}

/** Not knowing has several reasons, each with a sentence of its own. */
function kindOf({ kind, detail }: TimelineEvent): string {
  return kind === 'unknown' ? `unknown_${values.parse(detail)['why'] ?? 'no-answer'}` : kind;
}

function toEvent(
  event: TimelineEvent,
  kind: string,
  more: Readonly<Record<string, string>>,
  names: ReadonlyMap<string, string>,
): QrEvent {
  return {
    id: event.id,
    at: event.at.toISOString(),
    source: event.source,
    said: { key: `qrCodes.timeline.${kind}`, values: { ...values.parse(event.detail), ...more } },
    tone: TONES[kind.split('_')[0] ?? ''] ?? 'shut',
    who: event.actorId === null ? null : (names.get(event.actorId) ?? null),
  };
}

async function namesOf(events: readonly TimelineEvent[]): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...new Set(events.flatMap(({ actorId }) => (z.uuid().safeParse(actorId).success ? [actorId ?? ''] : []))),
  ];
  const people = await db().person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
