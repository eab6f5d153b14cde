import 'server-only';

import type { Tx } from '../db/client';
import type { Refund } from '../db/generated/client';
import { lockOrder } from '../orders/lock-order';

/**
 * Reads a refund and holds its order's row, then its own, until the transaction ends: always in this sequence,
 * so that two who want both never wait for each other. Null where this merchant has no such refund.
 */
export async function lockRefund(tx: Tx, merchantId: string, refundId: string): Promise<Refund | null> {
  const where = { merchantId_id: { merchantId, id: refundId } };
  const found = await tx.refund.findUnique({ where, select: { orderId: true } });
  if (!found) return null;
  if (found.orderId !== null) await lockOrder(tx, merchantId, found.orderId);
  await tx.$queryRaw`
    SELECT 1 FROM "Refund" WHERE "merchantId" = ${merchantId}::uuid AND id = ${refundId}::uuid FOR UPDATE`;
  return tx.refund.findUnique({ where });
}
