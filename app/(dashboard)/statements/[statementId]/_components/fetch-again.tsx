'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from 'sonner';

import { useSay } from '@/components/message/use-say';
import { Button } from '@/components/ui/button';
import type { StatementDetail } from '@/lib/statements/schema';

import { fetchStatementAction } from '../../actions';

/** Fetches this statement once more as a new version, and goes there. */
export function FetchAgain({ statement }: Readonly<{ statement: StatementDetail }>) {
  const t = useTranslations('statements.fetch');
  const lost = useTranslations('collect.lost');
  const say = useSay();
  const router = useRouter();
  const [isPending, start] = useTransition();

  function fetchAgain() {
    const form = new FormData();
    form.set('day', statement.day);
    form.set('gatewayAppId', statement.gatewayAppId);
    form.set('kind', statement.kind);
    start(async () => {
      try {
        const result = await fetchStatementAction(form);
        if (!result.ok) toast.error(say(result.message));
        else router.push(`/statements/${result.data.statementIds[0] ?? ''}`);
      } catch {
        toast.error(lost('title'), { description: lost('body') });
      }
    });
  }

  return (
    <Button
      variant={statement.state === 'FAILED' ? 'main' : 'default'}
      pending={isPending}
      onClick={fetchAgain}
    >
      {t(statement.state === 'FAILED' ? 'tryAgain' : 'again')}
    </Button>
  );
}
