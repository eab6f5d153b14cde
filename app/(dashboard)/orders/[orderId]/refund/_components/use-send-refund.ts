'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { startTransition, useActionState } from 'react';

import type { ActionResult } from '@/lib/actions/action-result';
import type { RequestedRefund } from '@/lib/refunds/request-refund';
import type { TypedRefund } from '@/lib/refunds/typed-refund';

import { requestRefundAction } from '../actions';

export type Refused = Extract<ActionResult<RequestedRefund>, { ok: false }>;

type State = 'idle' | 'lost' | 'done';

/**
 * Sends the form under its one request key, whatever happens: an answer that was lost is asked for again with the same
 * key, so pressing again repeats instead of doubling. Answered, the refund's own page takes the place of the check.
 */
export function useSendRefund(fields: TypedRefund, onRefused: (refused: Refused) => void) {
  const router = useRouter();
  const client = useQueryClient();
  const [state, press, isPending] = useActionState(async (_: State, form: FormData): Promise<State> => {
    try {
      const result = await requestRefundAction(form);
      if (!result.ok) {
        onRefused(result);
        return 'idle';
      }
      // Orders and lists that this browser has open or kept show the refund when they are seen next.
      void client.invalidateQueries();
      router.replace(`/refunds/${result.data.refundId}` as Route);
      return 'done';
    } catch {
      return 'lost';
    }
  }, 'idle');

  function send() {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    startTransition(() => press(form));
  }

  // Between the answer and the next page the button stays busy: there is nothing left to press.
  return { send, isBusy: isPending || state === 'done', isLost: state === 'lost' };
}
