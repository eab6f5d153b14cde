import 'server-only';

import { systemAuthor } from '../auth/actor';
import { findChannel, type ProductName } from '../channels/channels';
import { dayOfColumn } from '../dates/day-column';
import { db, type Tx } from '../db/client';
import type { OrderEvidence } from '../orders/order-decision';
import { recordOrderEvidence } from '../orders/record-order-evidence';
import { recordPayoutEvidence } from '../payouts/record-payout-evidence';
import { currentLines, isFirstFinal } from './current-lines-sql';
import type { DayScope } from './day-scope';

export type AppRules = Readonly<{ othersCreateOrders: boolean; othersSendMoney: boolean }>;

type LineRow = {
  day: Date;
  lineNo: number;
  page: number;
  merchantOrderId: string | null;
  transactionId: string;
  paymentMethod: string | null;
  channel: string | null;
  amount: bigint;
  fee: bigint;
  name: string | null;
  mobile: string | null;
  account: string | null;
  status: 'PENDING' | 'COMPLETE' | 'FAILED';
  createdAt: Date;
  completedAt: Date | null;
};

const PER_TRANSACTION = 100;

/** Names of products on a statement (2.2). */
const PRODUCTS: Readonly<Record<string, ProductName>> = {
  'QR Code': 'QR_CODE',
  'Bills Payment': 'VIRTUAL_ACCOUNT',
  'Bank Transfer': 'BANK_TRANSFER',
  'Web Payment': 'WEB_PAYMENT',
  Checkout: 'CHECKOUT',
  'Direct Debit': 'DIRECT_DEBIT',
};

/**
 * Takes a day's statement as PayCools' word on what is still open here, and, by the order of design.md "Origin", on
 * what is not here at all. What contradicts a final state changes nothing; the comparison finds it afterwards.
 */
export async function applyLines(scope: DayScope, rules: AppRules): Promise<void> {
  await inBatches(await paymentsToApply(scope, rules), (tx, line) =>
    recordOrderEvidence(
      tx,
      systemAuthor('reconciliation', scope.merchantId),
      { appId: scope.gatewayAppId, othersCreateOrders: rules.othersCreateOrders },
      lineEvidence(line),
    ),
  );
  await inBatches(await payoutsToApply(scope), (tx, line) =>
    recordPayoutEvidence(
      tx,
      systemAuthor('reconciliation', scope.merchantId),
      { appId: scope.gatewayAppId, othersSendMoney: rules.othersSendMoney },
      { ...evidenceOf(line), accountNo: line.account, accountName: line.name },
    ),
  );
}

/** Lines whose order is open or lacks its transaction, and lines without an order where one may be created. */
function paymentsToApply(scope: DayScope, { othersCreateOrders }: AppRules): Promise<LineRow[]> {
  return db().$queryRaw<LineRow[]>`
    SELECT line.day, line."lineNo", line.page, line."merchantOrderId", line."transactionId", line."paymentMethod", line.channel,
      line.amount, line.fee, line.name, line.mobile, line.account, line.status::text AS status,
      line."createdAt", line."completedAt"
    FROM ${currentLines(scope, 'PAYMENT')} line
    LEFT JOIN "Order" o ON o."merchantId" = line."merchantId" AND o.id = line."orderId"
    WHERE line.day = ${scope.column}::date
      AND (line.status = 'PENDING' OR ${isFirstFinal('line', scope, 'PAYMENT')})
      AND CASE WHEN o.id IS NULL THEN ${othersCreateOrders} OR EXISTS (
          SELECT 1 FROM "QrCode" q
          WHERE q."merchantId" = line."merchantId" AND q."gatewayAppId" = line."gatewayAppId"
            AND q."mchOrderId" = line."merchantOrderId")
        ELSE o."transactionId" IS NULL OR o.status IN ('SENDING', 'UNKNOWN')
          OR (o.status = 'PENDING' AND line.status <> 'PENDING') END
    ORDER BY line."lineNo"`;
}

function payoutsToApply(scope: DayScope): Promise<LineRow[]> {
  return db().$queryRaw<LineRow[]>`
    SELECT line.day, line."lineNo", line.page, line."merchantOrderId", line."transactionId", line."paymentMethod", line.channel,
      line.amount, line.fee, line.name, line.mobile, line.account, line.status::text AS status,
      line."createdAt", line."completedAt"
    FROM ${currentLines(scope, 'PAYOUT')} line
    LEFT JOIN "Payout" p ON p."merchantId" = line."merchantId" AND p.id = line."payoutId"
    WHERE line.day = ${scope.column}::date
      AND (line.status = 'PENDING' OR ${isFirstFinal('line', scope, 'PAYOUT')})
      AND (p.id IS NULL OR p."transactionId" IS NULL OR p.status IN ('SENDING', 'UNKNOWN')
        OR (p.status = 'IN_PROGRESS' AND line.status <> 'PENDING'))
    ORDER BY line."lineNo"`;
}

/** What a line of the collection statement says of its order. */
export function lineEvidence(line: LineRow): OrderEvidence {
  return {
    ...evidenceOf(line),
    product: productOf(line),
    channelCode: line.channel,
    customerName: line.name,
    mobile: line.mobile,
  };
}

function evidenceOf(line: LineRow) {
  return {
    source: 'STATEMENT',
    at: new Date(),
    transactionId: line.transactionId,
    mchOrderId: line.merchantOrderId,
    amount: line.amount,
    status: line.status,
    createdAt: line.createdAt,
    completedAt: line.completedAt,
    fee: line.status === 'COMPLETE' ? line.fee : null,
    detail: { day: dayOfColumn(line.day), page: line.page, line: line.lineNo },
  } as const;
}

function productOf({ paymentMethod, channel }: LineRow): ProductName {
  return PRODUCTS[paymentMethod ?? ''] ?? findChannel(channel)?.product ?? 'WEB_PAYMENT';
}

/** Short transactions, so that a first statement of thousands of lines never holds rows for long. */
async function inBatches(
  lines: readonly LineRow[],
  apply: (tx: Tx, line: LineRow) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < lines.length; from += PER_TRANSACTION) {
    await db().$transaction(
      async (tx) => {
        for (const line of lines.slice(from, from + PER_TRANSACTION)) await apply(tx, line);
      },
      { timeout: 60_000 },
    );
  }
}
