'use client';

import { type SubmitEvent, startTransition, useActionState, useSyncExternalStore } from 'react';

import type { ActionResult } from '@/lib/actions/action-result';

/** What the action of a collecting form returns: its result, and the request key for the next press. */
export type Sent<Data> = Readonly<{ result: ActionResult<Data>; nextKey: string }>;

type Refused = Extract<ActionResult<unknown>, { ok: false }>;

type State = Readonly<{ requestKey: string; refused: Refused | null; isLost: boolean; isDone: boolean }>;

/**
 * Sends a form through its action and keeps what was typed. Answered, the next press is a new request with a new
 * key; not answered, the same key goes again, so that pressing again repeats instead of doubling.
 */
export function useSendForm<Data>(
  firstKey: string,
  action: (form: FormData) => Promise<Sent<Data>>,
  onDone: (data: Data) => void,
) {
  const [state, send, isPending] = useActionState(
    async ({ requestKey }: State, form: FormData): Promise<State> => {
      form.set('requestKey', requestKey);
      try {
        const { result, nextKey } = await action(form);
        if (!result.ok) return { requestKey: nextKey, refused: result, isLost: false, isDone: false };
        onDone(result.data);
        return { requestKey, refused: null, isLost: false, isDone: true };
      } catch {
        return { requestKey, refused: null, isLost: true, isDone: false };
      }
    },
    { requestKey: firstKey, refused: null, isLost: false, isDone: false },
  );

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending || state.isDone) return;
    const form = new FormData(event.currentTarget);
    startTransition(() => send(form));
  }

  return {
    refused: state.refused,
    isLost: state.isLost,
    // Between the answer and the next page the button stays busy: there is nothing left to press.
    isBusy: isPending || state.isDone,
    isReady: useIsReady(),
    submit,
  };
}

const never = () => () => undefined;

/** False until scripts run here: before that a browser would send the form by itself, with names in the address. */
function useIsReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
