import { dehydrate, HydrationBoundary, noop } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';

import { ListFaultBoundary } from '@/components/collect/list-fault';
import { NoPermission } from '@/components/layout/no-permission';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import { can } from '@/lib/auth/actor';
import { requirePageActor } from '@/lib/auth/page-actor';
import { listCallbacks } from '@/lib/callbacks/queries';
import { readCallbackFilter } from '@/lib/callbacks/schema';
import { createQueryClient } from '@/lib/query/query-client';
import { toUrlSearch } from '@/lib/query/url-search';

import { CallbackFilters } from './_components/callback-filters';
import { CallbackTable } from './_components/callback-table';
import { callbackListQuery } from './callback-list-query';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('callbacks');
  return { title: t('title') };
}

export default async function CallbacksPage({ searchParams }: PageProps<'/callbacks'>) {
  const actor = await requirePageActor();
  const t = await getTranslations('callbacks');
  const header = <PageHeader title={t('title')} side={t('hint')} />;
  if (!can(actor, 'callbacks:read')) {
    return (
      <>
        {header}
        <NoPermission permission="callbacks:read" role={actor.role} />
      </>
    );
  }
  const { filter, ignored } = readCallbackFilter(toUrlSearch(await searchParams));
  const client = createQueryClient();
  // Not awaited: the heading is sent now, the rows stream in when the database answers.
  client.query({ ...callbackListQuery(filter), queryFn: () => listCallbacks(actor, filter) }).catch(noop);
  const filters = <CallbackFilters filter={filter} ignored={ignored} />;

  return (
    <>
      {header}
      <HydrationBoundary state={dehydrate(client)}>
        <ListFaultBoundary>
          <Suspense
            fallback={
              <>
                <div className="mb-3.5 h-9.25 border-b border-line" />
                {filters}
                <TableSkeleton twoLines />
              </>
            }
          >
            <CallbackTable filter={filter} filters={filters} />
          </Suspense>
        </ListFaultBoundary>
      </HydrationBoundary>
    </>
  );
}
