import { randomUUID } from 'node:crypto';

import { gatewayOf } from '../apps/gateway-of';
import type { Actor } from '../auth/actor';
import { db } from '../db/client';
import { settleOrder } from '../orders/settle-order';
import { createWebPayment } from '../web-payments/create-web-payment';
import { CreateWebPaymentInput } from '../web-payments/schema';
import type { TestMerchant } from './merchant';

type Payment = Readonly<{
  /** Centavos. */
  amount?: bigint;
  channelCode?: string;
  /** When the payer paid; now unless told. */
  paidAt?: Date;
}>;

export type PaidOrder = Readonly<{ orderId: string; transactionId: string; mchOrderId: string }>;

/** A web payment that was made here, paid at the sandbox, and known here to be complete: ready to be refunded. */
export async function aPaidOrder(
  merchant: TestMerchant,
  { amount = 125_050n, channelCode = 'GCASH_URL', paidAt }: Payment = {},
): Promise<PaidOrder> {
  const cashier: Actor = { ...merchant.actor, role: 'OWNER' };
  const { orderId } = await createWebPayment(
    cashier,
    CreateWebPaymentInput.parse({
      channelCode,
      amount: `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`,
      customerName: 'Jose Ramos',
      contact: 'CUSTOMER',
      email: 'jose@example.ph',
      mobile: '09171234567',
      remark: 'Order 7, size 42',
      requestKey: randomUUID(),
    }),
  );
  const mchOrderId = (await orderOf(cashier, orderId)).intentOrderId ?? '';
  await merchant.sandbox.pay({ mchOrderId, ...(paidAt && { at: paidAt.toISOString() }) });
  await learnThatItIsPaid(cashier, merchant.appId, orderId, mchOrderId);
  const { transactionId } = await orderOf(cashier, orderId);
  return { orderId, transactionId: transactionId ?? '', mchOrderId };
}

function orderOf({ merchantId }: Actor, id: string) {
  return db().order.findUniqueOrThrow({ where: { merchantId_id: { merchantId, id } } });
}

async function learnThatItIsPaid(actor: Actor, appId: string, orderId: string, mchOrderId: string) {
  const gateway = await gatewayOf(actor.merchantId, appId);
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await gateway.webPayment.get({ mchOrderId });
    if (answer.outcome === 'accepted' && answer.data.transactionStatus === 'COMPLETE') {
      const { transactionId, amount, createTime, returnTime } = answer.data;
      await db().$transaction((tx) =>
        settleOrder(tx, actor, orderId, {
          source: 'POLL',
          at: new Date(),
          status: 'COMPLETE',
          transactionId,
          amount,
          createdAt: createTime,
          completedAt: returnTime,
        }),
      );
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`the sandbox never completed ${mchOrderId}`);
}
