import 'server-only';

import { type Actor, assertCan } from '../auth/actor';
import { db } from '../db/client';

/** Centavos of refunds and payouts that wait for an approval, and of those between asking and their result. */
export type OnItsWay = Readonly<{ waiting: bigint; onItsWay: bigint }>;

/** What may still leave the balance; for people who may read balances. */
export async function findOnItsWay(actor: Actor): Promise<OnItsWay> {
  assertCan(actor, 'balances:read');
  const { merchantId } = actor;
  const [row] = await db().$queryRaw<OnItsWay[]>`
    SELECT
      coalesce(sum(amount) FILTER (WHERE status = 'WAITING_APPROVAL'), 0)::bigint AS waiting,
      coalesce(sum(amount) FILTER (WHERE status <> 'WAITING_APPROVAL'), 0)::bigint AS "onItsWay"
    FROM (
      SELECT status, amount FROM "Refund" WHERE "merchantId" = ${merchantId}::uuid
      UNION ALL
      SELECT status, amount FROM "Payout" WHERE "merchantId" = ${merchantId}::uuid
    ) out
    WHERE status IN ('WAITING_APPROVAL', 'READY', 'SENDING', 'IN_PROGRESS', 'UNKNOWN')`;
  return row ?? { waiting: 0n, onItsWay: 0n };
}
