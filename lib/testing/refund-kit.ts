import { randomUUID } from 'node:crypto';

import { db } from '../db/client';
import type { Refund } from '../db/generated/client';
import { checkRefund } from '../refunds/check-refund';
import type { RequestRefundInput } from '../refunds/schema';
import type { TestMerchant } from './merchant';
import type { SandboxControl } from './sandbox-control';

/** A refund as the sandbox has it in its own books. */
export type SandboxRefund = Readonly<{
  mchRefundOrderId: string;
  refundTransactionId: string;
  originalTransactionId: string;
  amount: string;
  status: string;
  reason: string | null;
}>;

/** A call as the sandbox saw it. */
export type SandboxCall = Readonly<{
  operation: string;
  code: number | null;
  acted: boolean;
  canonical: string;
}>;

/** What the form would post, parsed: ₱500.25 of an order under a key of its own unless told otherwise. */
export function refundInput(orderId: string, change: Partial<RequestRefundInput> = {}): RequestRefundInput {
  return {
    orderId,
    amount: 50_025n,
    reason: 'Item returned',
    note: null,
    requestKey: randomUUID(),
    ...change,
  };
}

export function storedRefund({ actor: { merchantId } }: TestMerchant, id: string): Promise<Refund> {
  return db().refund.findUniqueOrThrow({ where: { merchantId_id: { merchantId, id } } });
}

/** The kinds of a refund's timeline, oldest first. */
export async function storyOf({ actor: { merchantId } }: TestMerchant, refundId: string): Promise<string[]> {
  const events = await db().timelineEvent.findMany({
    where: { merchantId, refundId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return events.map(({ source, kind }) => `${source} ${kind}`);
}

export async function sandboxRefunds(sandbox: SandboxControl): Promise<readonly SandboxRefund[]> {
  return (await sandbox.read<{ refunds: SandboxRefund[] }>('refunds')).refunds;
}

/** How often the sandbox was asked to make a refund, with what it answered. */
export async function refundCalls(sandbox: SandboxControl): Promise<readonly SandboxCall[]> {
  return (await sandbox.read<{ requests: SandboxCall[] }>('requests?operation=refund.create')).requests;
}

/** Does the refund's next check now instead of waiting for its time. */
export async function checkNow({ actor: { merchantId } }: TestMerchant, refundId: string): Promise<void> {
  await db().refund.updateMany({ where: { merchantId, id: refundId }, data: { nextCheckAt: new Date(0) } });
  await checkRefund({ merchantId, refundId });
}

/** Asks until the refund has one of these states, as the worker would over time. */
export async function checkUntil(
  merchant: TestMerchant,
  refundId: string,
  statuses: readonly Refund['status'][],
): Promise<Refund> {
  for (let tries = 0; tries < 200; tries += 1) {
    const refund = await storedRefund(merchant, refundId);
    if (statuses.includes(refund.status)) return refund;
    await checkNow(merchant, refundId);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`refund ${refundId} never became ${statuses.join(' or ')}`);
}
