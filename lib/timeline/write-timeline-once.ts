import 'server-only';

import type { Tx } from '../db/client';
import { type TimelineEntry, type TimelineSubject, writeTimeline } from './write-timeline';

/**
 * Writes an event unless the same source has told the same kind with the same detail before; says whether it wrote.
 * The caller holds the record's lock, so that two deliveries of one event cannot both be the first.
 */
export async function writeTimelineOnce(
  tx: Tx,
  merchantId: string,
  subject: TimelineSubject,
  entry: TimelineEntry,
): Promise<boolean> {
  const told = await tx.timelineEvent.findFirst({
    where: {
      merchantId,
      ...subject,
      source: entry.source,
      kind: entry.kind,
      detail: { equals: entry.detail ?? {} },
    },
    select: { id: true },
  });
  if (told) return false;
  await writeTimeline(tx, merchantId, subject, entry);
  return true;
}
