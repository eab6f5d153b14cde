import 'server-only';

import type { Tx } from '../db/client';
import type { Order } from '../db/generated/client';

/** Reads an order and holds its row until the transaction ends; null where this merchant has no such order. */
export async function lockOrder(tx: Tx, merchantId: string, orderId: string): Promise<Order | null> {
  await tx.$queryRaw`
    SELECT 1 FROM "Order" WHERE "merchantId" = ${merchantId}::uuid AND id = ${orderId}::uuid FOR UPDATE`;
  return tx.order.findUnique({ where: { merchantId_id: { merchantId, id: orderId } } });
}
