'use client';

import type { ReactNode } from 'react';

import { Button } from '@/components/ui/button';

import { fetchStatementsAction } from '../../../actions';
import { useDayAction } from './use-day-action';

type FetchButtonProps = Readonly<{ gatewayAppId: string; day: string; children: ReactNode }>;

/** Fetches both statements of a day; the day is reconciled by itself afterwards. */
export function FetchButton({ gatewayAppId, day, children }: FetchButtonProps) {
  const { act, isPending } = useDayAction(fetchStatementsAction);
  return (
    <Button
      pending={isPending}
      onClick={() => act({ gatewayAppId, day }, { key: 'statements.fetch.started', values: { day } })}
    >
      {children}
    </Button>
  );
}
