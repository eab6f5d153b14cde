import { randomUUID } from 'node:crypto';

import { applyCallback } from '../callbacks/apply-callback';
import { db } from '../db/client';
import { CreateWebPaymentInput } from '../web-payments/schema';
import { callbackReceiver } from './callback-receiver';
import { aMerchant, type TestMerchant } from './merchant';
import { runJobs } from './run-jobs';
import { type Fields, signed } from './signed-callback';

/** A merchant whose callback address is up, and the means to call it. */
export async function callbackBench() {
  const receiver = await callbackReceiver();
  const merchant = await aMerchant();
  const send = (body: string | Fields) =>
    fetch(receiver.addressOf(merchant.appId), {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const sign = (fields: Fields) => signed(merchant.callbackSecret, fields);
  const apply = () => runJobs(merchant.actor.merchantId, { 'callback.apply': applyCallback });
  return { receiver, merchant, send, sign, apply };
}

export const callbacksOf = ({ actor }: TestMerchant) =>
  db().callback.findMany({
    where: { merchantId: actor.merchantId },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
export const ordersOf = ({ actor }: TestMerchant) =>
  db().order.findMany({ where: { merchantId: actor.merchantId } });

/** What the web payment form would hand over. */
export function webPayment(amount: string) {
  return CreateWebPaymentInput.parse({
    amount,
    channelCode: 'GCASH_URL',
    contact: 'SHOP',
    email: 'shop@example.com',
    mobile: '09170000007',
    customerName: 'Jose Ramos',
    remark: 'order 7',
    requestKey: randomUUID(),
  });
}
