'use client';

import { useTranslations } from 'next-intl';

import { Button } from '@/components/ui/button';
import type { DayReconciliation } from '@/lib/reconciliation/schema';

import { reconcileAction } from '../../../actions';
import { useDayAction } from './use-day-action';

type ReconcileButtonProps = Readonly<{ reconciled: DayReconciliation; running: boolean }>;

/** Reconciles the day (again); while it runs the button shows so. */
export function ReconcileButton({ reconciled, running }: ReconcileButtonProps) {
  const t = useTranslations('reconciliation');
  const { act, isPending } = useDayAction(reconcileAction);
  const { gatewayAppId, day, run } = reconciled;
  const first = run?.proof == null;
  return (
    <Button
      variant={first ? 'main' : 'default'}
      pending={isPending || running}
      onClick={() => act({ gatewayAppId, day })}
    >
      {t(first ? 'first' : 'again')}
    </Button>
  );
}
