'use server';

import { randomUUID } from 'node:crypto';

import type { ActionResult } from '@/lib/actions/action-result';
import { runAction } from '@/lib/actions/run-action';
import { cancelQrCode } from '@/lib/qr-codes/cancel-qr-code';
import { type CreatedQrCode, createQrCode } from '@/lib/qr-codes/create-qr-code';
import { CancelQrCodeInput, CreateQrCodeInput } from '@/lib/qr-codes/schema';
import type { QrCodeStatus } from '@/lib/qr-codes/status';

type Sent = Readonly<{ result: ActionResult<CreatedQrCode>; nextKey: string }>;

/** Makes a QR code; comes with the request key for the next press. */
export async function createQrCodeAction(formData: FormData): Promise<Sent> {
  const result = await runAction(
    { permission: 'collect:manage', input: CreateQrCodeInput, run: createQrCode },
    formData,
  );
  return { result, nextKey: randomUUID() };
}

export async function cancelQrCodeAction(
  formData: FormData,
): Promise<ActionResult<{ status: QrCodeStatus }>> {
  return runAction({ permission: 'collect:manage', input: CancelQrCodeInput, run: cancelQrCode }, formData);
}
