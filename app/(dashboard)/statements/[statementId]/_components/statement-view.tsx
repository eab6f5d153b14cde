'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Suspense } from 'react';

import { CodeLink } from '@/components/codes/code-link';
import { ListFaultBoundary } from '@/components/collect/list-fault';
import { StaleNote } from '@/components/collect/stale-note';
import { Day } from '@/components/dates/day';
import { useSay } from '@/components/message/use-say';
import { StatusChip } from '@/components/status/status-chip';
import { PageHeader } from '@/components/ui/page-header';
import { Say } from '@/components/ui/say';
import { TableSkeleton } from '@/components/ui/skeleton';
import type { ManilaDay } from '@/lib/dates/manila-day';
import type { LineFilter, StatementDetail } from '@/lib/statements/schema';
import { statementShown } from '@/lib/status/shown-state';

import { FetchProgress } from '../../_components/fetch-progress';
import { statementQuery } from '../../statement-query';
import { FetchAgain } from './fetch-again';
import { LineTable } from './line-table';
import { StatementFacts } from './statement-facts';
import { StatementTotals } from './statement-totals';

type StatementViewProps = Readonly<{ initial: StatementDetail; filter: LineFilter; mayFetch: boolean }>;

/** The page of one statement, kept true every second while it is being fetched. */
export function StatementView({ initial, filter, mayFetch }: StatementViewProps) {
  const t = useTranslations('statements');
  const query = useQuery({ ...statementQuery(initial.id), initialData: initial });
  const statement = query.data;
  const day = statement.day as ManilaDay;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/statements' }, { label: t(`kinds.${statement.kind}`) }]}
        title={<Day day={day} style="long" />}
        side={
          <>
            <StatusChip shown={statementShown(statement.state)} />
            <span>{t(`kindLong.${statement.kind}`)}</span>
          </>
        }
        actions={mayFetch && statement.state !== 'FETCHING' && <FetchAgain statement={statement} />}
      />
      {query.isError && <StaleNote since={query.dataUpdatedAt} />}
      <State statement={statement} />
      {statement.state === 'READY' && (
        <div className="grid gap-4">
          <div className="split">
            <StatementTotals statement={statement} />
            <StatementFacts statement={statement} />
          </div>
          <ListFaultBoundary>
            <Suspense fallback={<TableSkeleton twoLines />}>
              <LineTable statement={statement} filter={filter} />
            </Suspense>
          </ListFaultBoundary>
        </div>
      )}
    </>
  );
}

function State({ statement }: Readonly<{ statement: StatementDetail }>) {
  const t = useTranslations('statements.detail');
  const say = useSay();
  const { state, failure } = statement;
  if (state === 'FETCHING') {
    return (
      <Say tone="run" role="status" title={t('fetching')}>
        <p className="mb-2">{t('fetchingBody')}</p>
        <FetchProgress statement={statement} />
      </Say>
    );
  }
  if (state === 'READY' || failure === null) return null;
  const code = failure.values?.['code'];
  return (
    <Say tone="bad" title={t('failed')}>
      {say(failure)} {code !== undefined && <CodeLink place="answer" code={code} />}
    </Say>
  );
}
