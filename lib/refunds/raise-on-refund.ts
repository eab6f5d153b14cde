import 'server-only';

import { writeAudit } from '../audit/write-audit';
import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { Refund } from '../db/generated/client';
import type { Message } from '../i18n/message';
import { writeTimelineOnce } from '../timeline/write-timeline-once';
import type { RefundNews } from './refund-decision';

/** Kinds of timeline events that somebody has to look at: something was said that was not applied, or not asked for. */
export const RAISED_ON_REFUND = [
  'contradiction',
  'otherRefundId',
  'otherTransaction',
  'otherAmount',
  'otherOriginal',
  'transactionElsewhere',
  'otherApp',
  'missingHere',
  'lostThere',
] as const;

type Raised = Readonly<{
  event: string;
  reason: Message;
  news: Pick<RefundNews, 'at' | 'source' | 'detail'>;
}>;

/** Keeps on the refund's timeline what needs a person, once for each source and saying; says whether it was new. */
export async function raiseOnRefund(
  tx: Tx,
  by: Author,
  refund: Pick<Refund, 'id' | 'orderId'>,
  { event, reason, news }: Raised,
): Promise<boolean> {
  const wrote = await writeTimelineOnce(
    tx,
    by.merchantId,
    { refundId: refund.id, orderId: refund.orderId },
    { at: news.at, source: news.source, kind: event, detail: { ...news.detail, ...reason.values } },
  );
  if (!wrote) return false;
  await writeAudit(tx, by, {
    action: 'refund.raised',
    subjectType: 'refund',
    subjectId: refund.id,
    detail: { reason: reason.key, source: news.source },
  });
  return true;
}
