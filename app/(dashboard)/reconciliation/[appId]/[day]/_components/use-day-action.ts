'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';

import { useSay } from '@/components/message/use-say';
import type { ActionResult } from '@/lib/actions/action-result';
import type { Message } from '@/lib/i18n/message';

import { reconciliationKeys } from '../../../reconciliation-query';

/**
 * Carries out an action of a day's page by one press and asks for the day again. `done` is told in a toast; what
 * went wrong is told too, and nothing is sent twice while it runs.
 */
export function useDayAction<Data>(action: (form: FormData) => Promise<ActionResult<Data>>) {
  const lost = useTranslations('collect.lost');
  const say = useSay();
  const client = useQueryClient();
  const [isPending, start] = useTransition();

  function act(fields: Readonly<Record<string, string>>, done?: Message) {
    if (isPending) return;
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    start(async () => {
      try {
        const result = await action(form);
        if (!result.ok) toast.error(say(Object.values(result.fields)[0]?.[0] ?? result.message));
        else if (done) toast.success(say(done));
        await client.invalidateQueries({ queryKey: reconciliationKeys.all });
      } catch {
        toast.error(lost('title'), { description: lost('body') });
      }
    });
  }

  return { act, isPending };
}
