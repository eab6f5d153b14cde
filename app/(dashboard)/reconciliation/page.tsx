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
import { createQueryClient } from '@/lib/query/query-client';
import { listDays } from '@/lib/reconciliation/list-days';
import { DayFilter } from '@/lib/reconciliation/schema';

import { DayFilters } from './_components/day-filters';
import { DayTable } from './_components/day-table';
import { dayListQuery } from './reconciliation-query';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reconciliation');
  return { title: t('title') };
}

export default async function ReconciliationPage({ searchParams }: PageProps<'/reconciliation'>) {
  const actor = await requirePageActor();
  const t = await getTranslations('reconciliation');
  if (!can(actor, 'reconciliation:read')) {
    return (
      <>
        <PageHeader title={t('title')} />
        <Say tone="doubt" title={t('forbidden.title')}>
          {t('forbidden.body')}
        </Say>
      </>
    );
  }
  const filter = DayFilter.parse(await searchParams);
  const apps = await listApps(actor);

  const client = createQueryClient();
  // Not awaited: the heading is sent now, the rows stream in when the database answers.
  client.query({ ...dayListQuery(filter), queryFn: () => listDays(actor, filter) }).catch(noop);

  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PageHeader title={t('title')} />
      <DayFilters filter={filter} apps={apps} />
      <ListFaultBoundary>
        <Suspense fallback={<TableSkeleton />}>
          <DayTable filter={filter} manyApps={apps.length > 1} />
        </Suspense>
      </ListFaultBoundary>
    </HydrationBoundary>
  );
}
