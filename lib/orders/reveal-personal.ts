import 'server-only';

import { z } from 'zod';

import { writeAudit } from '../audit/write-audit';
import { type Actor, assertCan } from '../auth/actor';
import { db } from '../db/client';
import { AppError } from '../errors';

export const RevealPersonalInput = z.object({
  orderId: z.uuid({ error: 'errors.input' }),
  field: z.enum(['email', 'mobile'], { error: 'errors.input' }),
});
export type RevealPersonalInput = z.output<typeof RevealPersonalInput>;

/** Shows one personal detail of a payer in full, and leaves a row that says who looked. */
export async function revealPersonal(
  actor: Actor,
  { orderId, field }: RevealPersonalInput,
): Promise<Readonly<{ value: string }>> {
  assertCan(actor, 'personal:reveal');
  const { merchantId } = actor;
  return db().$transaction(async (tx) => {
    const order = await tx.order.findUnique({
      where: { merchantId_id: { merchantId, id: orderId } },
      select: { email: true, mobile: true },
    });
    const value = order?.[field];
    if (!value) throw new AppError('not-found');
    await writeAudit(tx, actor, {
      action: 'personal.revealed',
      subjectType: 'order',
      subjectId: orderId,
      detail: { field },
    });
    return { value };
  });
}
