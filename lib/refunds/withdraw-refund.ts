import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { db } from '../db/client';
import { AppError } from '../errors';
import { settleRefund } from './settle-refund';

/**
 * A person gives up a refund that PayCools was proved not to have taken, or that still waits to be sent; its amount
 * can be refunded anew. Refused (`refused`) for every other: what may have been taken cannot be taken back.
 */
export async function withdrawRefund(actor: Actor, refundId: string): Promise<void> {
  assertCan(actor, 'refunds:request');
  const settled = await db().$transaction((tx) =>
    settleRefund(tx, actor, refundId, { to: 'WITHDRAWN', source: 'PERSON', at: new Date() }),
  );
  if (settled.kind !== 'settled') throw new AppError('refused', 'refunds.verbs.notProved');
}
