import 'server-only';

import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { Order } from '../db/generated/client';
import { waitingTimes } from '../jobs/waiting-times';
import { writeTimeline } from '../timeline/write-timeline';
import { settleOrder } from './settle-order';

const NOT_FOUND = 1008;
const DETAIL = { section: '7.2', code: NOT_FOUND } as const;

/**
 * PayCools does not know an UNKNOWN web payment. One such answer proves nothing, because the call may still be on
 * its way; two, far enough from the call and from each other, prove that it was never taken, and close the order
 * on PayCools' word. The first answer that counts is on the timeline. The caller holds the order's lock.
 */
export async function recordAbsence(tx: Tx, by: Author, order: Order, at: Date): Promise<void> {
  const times = waitingTimes();
  const calledAt = (order.sentAt ?? order.recordedAt).getTime();
  if (at.getTime() < calledAt + times.absenceAfterCall) return;

  const first = await tx.timelineEvent.findFirst({
    where: { merchantId: order.merchantId, orderId: order.id, kind: 'notFound' },
    orderBy: { at: 'asc' },
    select: { at: true },
  });
  if (!first) {
    await writeTimeline(
      tx,
      order.merchantId,
      { orderId: order.id },
      {
        at,
        source: 'POLL',
        kind: 'notFound',
        detail: DETAIL,
      },
    );
  } else if (at.getTime() >= first.at.getTime() + times.absenceApart) {
    await settleOrder(tx, by, order.id, {
      source: 'POLL',
      at,
      status: 'CLOSED',
      refusedCode: NOT_FOUND,
      detail: DETAIL,
    });
  }
}
