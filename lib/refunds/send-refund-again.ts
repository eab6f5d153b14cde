import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { db } from '../db/client';
import { AppError } from '../errors';
import { lockRefund } from './lock-refund';
import { settleRefund } from './settle-refund';
import { sendReadyRefund } from './send-refund';

/**
 * A person sends an unknown refund again, with the same ids, so that PayCools itself would refuse a second one. Only
 * where two answers have proved that it was not taken (`refused` otherwise); the rules are checked again before it leaves.
 */
export async function sendRefundAgain(actor: Actor, refundId: string): Promise<void> {
  assertCan(actor, 'refunds:request');
  await db().$transaction(async (tx) => {
    const refund = await lockRefund(tx, actor.merchantId, refundId);
    if (!refund) throw new AppError('not-found');
    // What waits for an approver is READY only by that approver's word, never by this one.
    if (refund.status !== 'UNKNOWN' || refund.provedNotTakenAt === null) {
      throw new AppError('refused', 'refunds.verbs.notProved');
    }
    await settleRefund(tx, actor, refundId, {
      to: 'READY',
      source: 'PERSON',
      at: new Date(),
      kind: 'sendAgain',
    });
  });
  try {
    await sendReadyRefund(actor, refundId);
  } catch (error) {
    // It waits as READY or SENDING, and the worker goes on from there: nobody may be told that nothing happened.
    console.error(error);
  }
}
