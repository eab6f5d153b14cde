import 'server-only';

import { db } from '../db/client';
import type { QrCode } from '../db/generated/client';
import { isStatic, type QrCodeRow } from './schema';

type Paid = Readonly<{ count: number; centavos: bigint }>;
const NOTHING: Paid = { count: 0, centavos: 0n };

/** What COMPLETE payments brought, by QR code. */
export async function paidByQrCode(
  merchantId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Paid>> {
  const groups = await db().order.groupBy({
    by: ['qrCodeId'],
    where: { merchantId, qrCodeId: { in: [...ids] }, status: 'COMPLETE' },
    _count: { _all: true },
    _sum: { amount: true },
  });
  return new Map(
    groups.flatMap(({ qrCodeId, _count, _sum }) =>
      qrCodeId === null ? [] : [[qrCodeId, { count: _count._all, centavos: _sum.amount ?? 0n }] as const],
    ),
  );
}

/** A stored QR code as it crosses to the browser. */
export function toRow(code: QrCode, paid: Paid = NOTHING, now: Date = new Date()): QrCodeRow {
  return {
    id: code.id,
    mchOrderId: code.mchOrderId,
    channelCode: code.channelCode,
    amount: code.amount?.toString() ?? null,
    customerName: code.customerName,
    remark: code.remark,
    status: code.status,
    createdAt: code.createdAt.toISOString(),
    expiresAt: code.expiresAt?.toISOString() ?? null,
    over: overBecause(code, paid, now),
    paidCount: paid.count,
    paidCentavos: paid.centavos.toString(),
  };
}

function overBecause(code: QrCode, paid: Paid, now: Date): QrCodeRow['over'] {
  if (!isStatic(code.channelCode) && paid.count > 0) return 'paid';
  const ranOut = code.status === 'INACTIVE' && code.expiresAt !== null && code.expiresAt <= now;
  return ranOut ? 'expired' : null;
}
