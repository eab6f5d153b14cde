import 'server-only';

import { writeAudit } from '../audit/write-audit';
import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { Message } from '../i18n/message';
import { writeTimelineOnce } from '../timeline/write-timeline-once';
import type { OrderNews } from './order-decision';

type Raised = Readonly<{ event: string; reason: Message; news: Pick<OrderNews, 'at' | 'source' | 'detail'> }>;

/** Kinds of timeline events that somebody has to look at: something was said that was not applied. */
export const RAISED_EVENTS = [
  'contradiction',
  'otherTransaction',
  'otherOrderId',
  'otherAmount',
  'otherApp',
  'otherChannel',
  'transactionElsewhere',
  'missingHere',
  'lostThere',
] as const;

/** Keeps on the order's timeline what was said and not applied, once for each source and saying. */
export async function raiseOnOrder(
  tx: Tx,
  by: Author,
  orderId: string,
  { event, reason, news }: Raised,
): Promise<void> {
  const wrote = await writeTimelineOnce(
    tx,
    by.merchantId,
    { orderId },
    {
      at: news.at,
      source: news.source,
      kind: event,
      detail: { ...news.detail, ...reason.values },
    },
  );
  if (!wrote) return;
  await writeAudit(tx, by, {
    action: 'order.raised',
    subjectType: 'order',
    subjectId: orderId,
    detail: { reason: reason.key, source: news.source },
  });
}
