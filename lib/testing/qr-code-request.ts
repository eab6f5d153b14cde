import { randomUUID } from 'node:crypto';

import type { Actor } from '../auth/actor';
import { db } from '../db/client';
import { checkQrCode } from '../qr-codes/check-qr-code';
import type { CreateQrCodeInput } from '../qr-codes/schema';
import type { TestMerchant } from './merchant';

/** A dynamic code of ₱750.00 for Maria Santos, unless told otherwise. */
export function aQrRequest(changes: Partial<CreateQrCodeInput> = {}): CreateQrCodeInput {
  return {
    kind: 'DYNAMIC',
    amount: 75_000n,
    customerName: 'Maria Santos',
    email: null,
    remark: 'order 3',
    requestKey: randomUUID(),
    ...changes,
  } as CreateQrCodeInput;
}

/** A static code that stands at a counter. */
export function aStaticQrRequest(): CreateQrCodeInput {
  return aQrRequest({ kind: 'STATIC', amount: null, customerName: 'Counter 2' });
}

/** Runs the check of a QR code as the worker would when its planned time has come. */
export async function checkQrCodeNow({ merchantId }: Actor, id: string): Promise<void> {
  await db().qrCode.update({
    where: { merchantId_id: { merchantId, id } },
    data: { nextCheckAt: new Date() },
  });
  await checkQrCode({ merchantId, qrCodeId: id });
}

export function storedQrCode({ merchantId }: Actor, id: string) {
  return db().qrCode.findUniqueOrThrow({ where: { merchantId_id: { merchantId, id } } });
}

/** The calls of one operation that the sandbox has seen from this merchant's app. */
export async function sandboxCalls(merchant: TestMerchant, operation: string) {
  const { requests } = await merchant.sandbox.read<{
    requests: { operation: string; code: number | null }[];
  }>('requests');
  return requests.filter((request) => request.operation === operation);
}
