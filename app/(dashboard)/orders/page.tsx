import { dehydrate, HydrationBoundary, noop } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';

import { ListFaultBoundary } from '@/components/collect/list-fault';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import { listApps } from '@/lib/apps/queries';
import { can } from '@/lib/auth/actor';
import { requirePageActor } from '@/lib/auth/page-actor';
import { listOrders } from '@/lib/orders/list-orders';
import { readOrderFilter } from '@/lib/orders/schema';
import { createQueryClient } from '@/lib/query/query-client';
import { toUrlSearch } from '@/lib/query/url-search';

import { CollectMoney } from './_components/collect-money';
import { OrderFilters } from './_components/order-filters';
import { OrderTable } from './_components/order-table';
import { orderListQuery } from './order-list-query';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders');
  return { title: t('title') };
}

export default async function OrdersPage({ searchParams }: PageProps<'/orders'>) {
  const actor = await requirePageActor();
  const { filter, ignored } = readOrderFilter(toUrlSearch(await searchParams));
  const [t, apps] = await Promise.all([getTranslations('orders'), listApps(actor)]);
  const mayCollect = can(actor, 'collect:manage');

  const client = createQueryClient();
  // Not awaited: the heading is sent now, the rows stream in when the database answers.
  client.query({ ...orderListQuery(filter), queryFn: () => listOrders(actor, filter) }).catch(noop);

  return (
    <>
      <PageHeader title={t('title')} actions={mayCollect && <CollectMoney />} />
      <HydrationBoundary state={dehydrate(client)}>
        <ListFaultBoundary>
          <Suspense
            fallback={
              <>
                <div className="mb-3.5 h-9.25 border-b border-line" />
                <OrderFilters filter={filter} ignored={ignored} apps={apps} />
                <TableSkeleton />
              </>
            }
          >
            <OrderTable
              filter={filter}
              mayCollect={mayCollect}
              filters={<OrderFilters filter={filter} ignored={ignored} apps={apps} />}
            />
          </Suspense>
        </ListFaultBoundary>
      </HydrationBoundary>
    </>
  );
}
