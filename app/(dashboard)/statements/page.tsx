import { dehydrate, HydrationBoundary, noop } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';

import { ListFaultBoundary } from '@/components/collect/list-fault';
import { PageHeader } from '@/components/ui/page-header';
import { Say } from '@/components/ui/say';
import { TableSkeleton } from '@/components/ui/skeleton';
import { listApps } from '@/lib/apps/queries';
import { can } from '@/lib/auth/actor';
import { requirePageActor } from '@/lib/auth/page-actor';
import { addDays, manilaDayOf } from '@/lib/dates/manila-day';
import { createQueryClient } from '@/lib/query/query-client';
import { listStatements } from '@/lib/statements/queries';
import { StatementFilter } from '@/lib/statements/schema';

import { FetchDayForm } from './_components/fetch-day-form';
import { StatementFilters } from './_components/statement-filters';
import { StatementTable } from './_components/statement-table';
import { statementListQuery } from './statement-list-query';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statements');
  return { title: t('title') };
}

export default async function StatementsPage({ searchParams }: PageProps<'/statements'>) {
  const actor = await requirePageActor();
  const t = await getTranslations('statements');
  if (!can(actor, 'statements:read')) {
    return (
      <>
        <PageHeader title={t('title')} />
        <Say tone="doubt" title={t('forbidden.title')}>
          {t('forbidden.body')}
        </Say>
      </>
    );
  }
  const filter = StatementFilter.parse(await searchParams);
  const mayFetch = can(actor, 'statements:fetch');
  const apps = await listApps(actor);
  const today = manilaDayOf(new Date());

  const client = createQueryClient();
  // Not awaited: the heading is sent now, the rows stream in when the database answers.
  client.query({ ...statementListQuery(filter), queryFn: () => listStatements(actor, filter) }).catch(noop);

  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageHeader title={t('title')} />
      {mayFetch && <FetchDayForm apps={apps} today={today} yesterday={addDays(today, -1)} />}
      <StatementFilters filter={filter} apps={apps} />
      <ListFaultBoundary>
        <Suspense fallback={<TableSkeleton />}>
          <StatementTable filter={filter} mayFetch={mayFetch} manyApps={apps.length > 1} />
        </Suspense>
      </ListFaultBoundary>
    </HydrationBoundary>
  );
}
