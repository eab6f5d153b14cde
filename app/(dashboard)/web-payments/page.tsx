import { dehydrate, HydrationBoundary, noop } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';

import { ListFaultBoundary } from '@/components/collect/list-fault';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import { can } from '@/lib/auth/actor';
import { requirePageActor } from '@/lib/auth/page-actor';
import { listWebPayments } from '@/lib/web-payments/queries';
import { WebPaymentFilter } from '@/lib/web-payments/schema';
import { createQueryClient } from '@/lib/query/query-client';

import { WebPaymentListHead } from './_components/web-payment-list-head';
import { WebPaymentTable } from './_components/web-payment-table';
import { webPaymentListQuery } from './web-payment-list-query';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webPayments');
  return { title: t('title') };
}

export default async function WebPaymentsPage({ searchParams }: PageProps<'/web-payments'>) {
  const actor = await requirePageActor();
  const filter = WebPaymentFilter.parse(await searchParams);
  const t = await getTranslations('webPayments');
  const mayCreate = can(actor, 'collect:manage');

  const client = createQueryClient();
  // Not awaited: the heading is sent now, the rows stream in when the database answers.
  client.query({ ...webPaymentListQuery(filter), queryFn: () => listWebPayments(actor, filter) }).catch(noop);

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          mayCreate && (
            <LinkButton href="/web-payments/new" variant="main">
              {t('new')}
            </LinkButton>
          )
        }
      />
      <HydrationBoundary state={dehydrate(client)}>
        <ListFaultBoundary>
          <Suspense
            fallback={
              <>
                <WebPaymentListHead filter={filter} />
                <TableSkeleton />
              </>
            }
          >
            <WebPaymentTable filter={filter} mayCreate={mayCreate} />
          </Suspense>
        </ListFaultBoundary>
      </HydrationBoundary>
    </>
  );
}
