import { dehydrate, HydrationBoundary, noop } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type ReactNode, Suspense } from 'react';

import { ListFaultBoundary } from '@/components/collect/list-fault';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import { requirePageActor } from '@/lib/auth/page-actor';
import { createQueryClient } from '@/lib/query/query-client';
import { listRefunds } from '@/lib/refunds/list-refunds';
import { RefundFilter } from '@/lib/refunds/list-schema';

import { RefundFilters } from './_components/refund-filters';
import { RefundTable } from './_components/refund-table';
import { refundListQuery } from './refund-list-query';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('refunds');
  return { title: t('title') };
}

export default async function RefundsPage({ searchParams }: PageProps<'/refunds'>) {
  const actor = await requirePageActor();
  const filter = RefundFilter.parse(await searchParams);
  const t = await getTranslations('refunds');

  const client = createQueryClient();
  // Not awaited: the heading is sent now, the rows stream in when the database answers.
  client.query({ ...refundListQuery(filter), queryFn: () => listRefunds(actor, filter) }).catch(noop);

  const filters = <RefundFilters filter={filter} />;
  return (
    <>
      <PageHeader title={t('title')} />
      <HydrationBoundary state={dehydrate(client)}>
        <ListFaultBoundary>
          <Suspense fallback={<Waiting filters={filters} />}>
            <RefundTable filter={filter} filters={filters} />
          </Suspense>
        </ListFaultBoundary>
      </HydrationBoundary>
    </>
  );
}

function Waiting({ filters }: Readonly<{ filters: ReactNode }>) {
  return (
    <>
      {filters}
      <TableSkeleton twoLines />
    </>
  );
}
