import { createHash, randomUUID } from 'node:crypto';

import { applyCallback } from '../callbacks/apply-callback';
import { db } from '../db/client';
import { CreateWebPaymentInput } from '../web-payments/schema';
import { callbackReceiver } from './callback-receiver';
import { aMerchant, type TestMerchant } from './merchant';
import { runJobs } from './run-jobs';

export type Fields = Readonly<Record<string, string | number | null>>;

/** A paid web payment as PayCools calls back about it (7.4), without its sign. */
export const PAID: Fields = {
  eventName: 'h5.payment.success',
  mchOrderId: 'SHOP0001',
  transactionId: 'C1020260101000000041',
  amount: 125050,
  channelCode: 'GCASH_URL',
  transactionStatus: 'COMPLETE',
  createTime: '2026-01-01 14:00:00',
  returnTime: '2026-01-01 14:02:33',
  remark: 'order 7',
};

/** Signed as gateway-api.md 1.2 says, in the test's own words. */
export function signed(secret: string, fields: Fields): Fields {
  const text = Object.keys(fields)
    .filter((name) => fields[name] !== null && fields[name] !== '')
    .sort()
    .map((name) => `${name}=${fields[name] ?? ''}`)
    .join('&');
  return { ...fields, sign: createHash('sha1').update(`${text}&secret=${secret}`).digest('hex') };
}

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
