'use server';

import { revalidatePath } from 'next/cache';

import type { ActionResult } from '@/lib/actions/action-result';
import { runAction } from '@/lib/actions/run-action';
import { type RequestedRefund, requestRefund } from '@/lib/refunds/request-refund';
import { RequestRefundInput } from '@/lib/refunds/schema';

/** Asks for a refund. The pages that a browser kept from before are let go, so that "back" shows what is so now. */
export async function requestRefundAction(formData: FormData): Promise<ActionResult<RequestedRefund>> {
  return runAction(
    {
      permission: 'refunds:request',
      input: RequestRefundInput,
      run: async (actor, input) => {
        const requested = await requestRefund(actor, input);
        revalidatePath('/', 'layout');
        return requested;
      },
    },
    formData,
  );
}
