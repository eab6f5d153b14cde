'use server';

import { randomUUID } from 'node:crypto';

import type { ActionResult } from '@/lib/actions/action-result';
import { runAction } from '@/lib/actions/run-action';
import { type CreatedWebPayment, createWebPayment } from '@/lib/web-payments/create-web-payment';
import { CreateWebPaymentInput } from '@/lib/web-payments/schema';

type Sent = Readonly<{ result: ActionResult<CreatedWebPayment>; nextKey: string }>;

/** Makes a web payment; comes with the request key for the next press. */
export async function createWebPaymentAction(formData: FormData): Promise<Sent> {
  const result = await runAction(
    { permission: 'collect:manage', input: CreateWebPaymentInput, run: createWebPayment },
    formData,
  );
  return { result, nextKey: randomUUID() };
}
