'use server';

import { revalidatePath } from 'next/cache';

import type { ActionResult } from '@/lib/actions/action-result';
import { runAction } from '@/lib/actions/run-action';
import type { Actor } from '@/lib/auth/actor';
import { RefundIdInput } from '@/lib/refunds/schema';
import { sendRefundAgain } from '@/lib/refunds/send-refund-again';
import { withdrawRefund } from '@/lib/refunds/withdraw-refund';

export async function sendRefundAgainAction(formData: FormData): Promise<ActionResult<null>> {
  return decide(sendRefundAgain, formData);
}

export async function withdrawRefundAction(formData: FormData): Promise<ActionResult<null>> {
  return decide(withdrawRefund, formData);
}

function decide(verb: (actor: Actor, refundId: string) => Promise<void>, formData: FormData) {
  return runAction(
    {
      permission: 'refunds:request',
      input: RefundIdInput,
      run: async (actor, { refundId }) => {
        await verb(actor, refundId);
        revalidatePath('/', 'layout');
        return null;
      },
    },
    formData,
  );
}
