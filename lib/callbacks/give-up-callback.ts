import 'server-only';

import { writeAudit } from '../audit/write-audit';
import { systemAuthor } from '../auth/actor';
import { db } from '../db/client';
import type { Jobs } from '../jobs/queue';

/** What the queue does with a callback whose job failed every time: shown as given up, for a person to look at. */
export async function giveUpCallback({ merchantId, callbackId }: Jobs['callback.apply']): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.callback.updateMany({
      where: { merchantId, id: callbackId, state: 'RECEIVED' },
      data: { state: 'DEAD', reason: 'callbacks.reason.dead', processedAt: new Date() },
    });
    if (count === 0) return;
    await writeAudit(tx, systemAuthor('callback', merchantId), {
      action: 'callback.applied',
      subjectType: 'callback',
      subjectId: callbackId,
      detail: { state: 'DEAD', reason: 'callbacks.reason.dead' },
    });
  });
}
