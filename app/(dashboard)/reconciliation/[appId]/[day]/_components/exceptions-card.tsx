'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

import { Card, CardBody } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { ShareBar } from '@/components/ui/share-bar';
import type { ManilaDay } from '@/lib/dates/manila-day';
import type { DayReconciliation, ExceptionRow } from '@/lib/reconciliation/schema';

import { ExceptionDialog } from './exception-dialog';
import { ExceptionTable } from './exception-table';

type ExceptionsCardProps = Readonly<{
  reconciled: DayReconciliation;
  today: ManilaDay;
  mayWork: boolean;
  mayFetch: boolean;
}>;

/** What the two sides disagree about, and how much of the day agreed by itself. */
export function ExceptionsCard({ reconciled, today, mayWork, mayFetch }: ExceptionsCardProps) {
  const t = useTranslations('reconciliation.exceptions');
  const [openId, setOpenId] = useState<string | null>(null);
  const { exceptions, matched, lineCount, run } = reconciled;
  const standing = exceptions.filter(({ state }) => state !== 'GONE');
  const gone = exceptions.filter(({ state }) => state === 'GONE');
  const shown = exceptions.find(({ id }) => id === openId);
  const compared = run?.proof?.compared.payments === true || run?.proof?.compared.payouts === true;
  const look = (exception: ExceptionRow) => setOpenId(exception.id);
  return (
    <div className="grid gap-4">
      <Card title={t('title')} hint={lineCount > 0 && t('matched', { matched, count: lineCount })}>
        {lineCount > 0 && (
          <div className="px-4.5 pt-3 pb-1">
            <ShareBar
              label={t('matchedBar', { matched, count: lineCount })}
              shares={[
                { key: 'matched', value: matched, tone: 'accent' },
                { key: 'rest', value: lineCount - matched, tone: 'doubt' },
              ]}
            />
          </div>
        )}
        {standing.length === 0 ? (
          <EmptyState title={t('none')}>{t(compared ? 'noneBody' : 'noneCompared')}</EmptyState>
        ) : (
          <ExceptionTable
            exceptions={standing}
            total={run?.proof?.byExceptions ?? '0'}
            mayWork={mayWork}
            onLook={look}
          />
        )}
      </Card>
      {gone.length > 0 && (
        <Card title={t('older')}>
          <CardBody className="pb-0 text-hint text-ink-3">{t('olderHint', { count: gone.length })}</CardBody>
          <ExceptionTable exceptions={gone} mayWork={false} onLook={look} />
        </Card>
      )}
      {shown && (
        <ExceptionDialog
          key={shown.id}
          exception={shown}
          reconciled={reconciled}
          today={today}
          mayWork={mayWork}
          mayFetch={mayFetch}
          onClose={() => setOpenId(null)}
        />
      )}
    </div>
  );
}
