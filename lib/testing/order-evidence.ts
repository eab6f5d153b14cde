import { systemAuthor } from '../auth/actor';
import { db } from '../db/client';
import type { OrderEvidence } from '../orders/order-decision';
import { recordOrderEvidence } from '../orders/record-order-evidence';
import type { TestMerchant } from './merchant';

export const CREATED = new Date('2026-01-01T06:00:00Z');
export const PAID = new Date('2026-01-01T06:02:33Z');

/** What PayCools says of one paid web payment, unless told otherwise. */
export function evidence(told: Partial<OrderEvidence> = {}): OrderEvidence {
  return {
    source: 'CALLBACK',
    at: new Date('2026-01-01T06:02:35Z'),
    status: 'COMPLETE',
    transactionId: 'C1020260101000000041',
    mchOrderId: 'SHOP0001',
    amount: 125_050n,
    product: 'WEB_PAYMENT',
    channelCode: 'GCASH_URL',
    createdAt: CREATED,
    completedAt: PAID,
    ...told,
  };
}

export function author({ actor }: TestMerchant) {
  return systemAuthor('test', actor.merchantId);
}

/** Records the evidence as a job would, in a transaction of its own. */
export function record(merchant: TestMerchant, told: Partial<OrderEvidence> = {}, othersCreateOrders = true) {
  return db().$transaction((tx) =>
    recordOrderEvidence(tx, author(merchant), { appId: merchant.appId, othersCreateOrders }, evidence(told)),
  );
}

/** A web payment that Kaha asked for and that nobody has answered yet. */
export async function anIntent(merchant: TestMerchant, known: Record<string, unknown> = {}) {
  const { merchantId } = merchant.actor;
  return db().order.create({
    data: {
      merchantId,
      gatewayAppId: merchant.appId,
      origin: 'KAHA',
      product: 'WEB_PAYMENT',
      channelCode: 'GCASH_URL',
      status: 'SENDING',
      amount: 125_050n,
      mchOrderId: 'SHOP0001',
      intentOrderId: 'SHOP0001',
      createdAt: new Date('2026-01-01T05:59:59Z'),
      sentAt: new Date('2026-01-01T05:59:59Z'),
      ...known,
    },
  });
}

export const ordersOf = ({ actor }: TestMerchant) =>
  db().order.findMany({ where: { merchantId: actor.merchantId }, orderBy: { recordedAt: 'asc' } });
/** The timeline of a merchant as `SOURCE kind`, in the order of writing. */
export const storyOf = async ({ actor }: TestMerchant) =>
  (
    await db().timelineEvent.findMany({
      where: { merchantId: actor.merchantId },
      orderBy: { recordedAt: 'asc' },
    })
  ).map(({ source, kind }) => `${source} ${kind}`);
