'use client';

import { useTranslations } from 'next-intl';

import { DateTime } from '@/components/dates/date-time';
import { Button } from '@/components/ui/button';
import { Say } from '@/components/ui/say';
import type { ExceptionRow } from '@/lib/reconciliation/schema';

import { undoAction } from '../../../actions';
import { useDayAction } from './use-day-action';

type DecisionMadeProps = Readonly<{ exception: ExceptionRow; mayWork: boolean; onDone: () => void }>;

/** What was decided, by whom, when and why, and the way back. */
export function DecisionMade({ exception, mayWork, onDone }: DecisionMadeProps) {
  const t = useTranslations('reconciliation');
  const { act, isPending } = useDayAction(undoAction);
  const { resolution, resolvedBy, resolvedAt, resolutionNote, mayUndo } = exception;
  if (resolution === null) return null;
  return (
    <Say
      tone={resolution === 'WAITING' ? 'doubt' : 'ok'}
      title={t(`exceptions.resolved.${resolution}`)}
      {...(mayUndo && {
        actions: (
          <Button
            pending={isPending}
            onClick={() => {
              act({ exceptionId: exception.id }, { key: 'reconciliation.done.undone' });
              onDone();
            }}
          >
            {t('detail.undo')}
          </Button>
        ),
      })}
    >
      <p>
        {resolvedAt !== null && <DateTime at={resolvedAt} />}{' '}
        {resolvedBy !== null && t('detail.decidedBy', { name: resolvedBy })}
      </p>
      {resolutionNote !== null && <p className="wrap-anywhere whitespace-pre-line">{resolutionNote}</p>}
      {mayWork && !mayUndo && <p>{t('detail.created')}</p>}
    </Say>
  );
}
