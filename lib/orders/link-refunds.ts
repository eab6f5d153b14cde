import 'server-only';

import type { Tx } from '../db/client';

type PaidOrder = Readonly<{
  merchantId: string;
  gatewayAppId: string;
  id: string;
  transactionId: string | null;
}>;

/** Ties refunds that were heard of before their order to it, with their story (design.md "Origin"). */
export async function linkRefunds(tx: Tx, order: PaidOrder): Promise<void> {
  if (order.transactionId === null) return;
  const { merchantId, gatewayAppId, transactionId } = order;
  const waiting = await tx.refund.findMany({
    where: { merchantId, gatewayAppId, originalTransactionId: transactionId, orderId: null },
    select: { id: true },
  });
  if (waiting.length === 0) return;
  const ids = waiting.map(({ id }) => id);
  await tx.refund.updateMany({ where: { merchantId, id: { in: ids } }, data: { orderId: order.id } });
  await tx.timelineEvent.updateMany({
    where: { merchantId, refundId: { in: ids } },
    data: { orderId: order.id },
  });
}
