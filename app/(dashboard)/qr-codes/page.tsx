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
import { listQrCodes } from '@/lib/qr-codes/queries';
import { QrCodeFilter } from '@/lib/qr-codes/schema';
import { createQueryClient } from '@/lib/query/query-client';

import { QrCodeListHead } from './_components/qr-code-list-head';
import { QrCodeTable } from './_components/qr-code-table';
import { qrCodeListQuery } from './qr-code-list-query';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('qrCodes');
  return { title: t('title') };
}

export default async function QrCodesPage({ searchParams }: PageProps<'/qr-codes'>) {
  const actor = await requirePageActor();
  const filter = QrCodeFilter.parse(await searchParams);
  const t = await getTranslations('qrCodes');
  const mayCreate = can(actor, 'collect:manage');

  const client = createQueryClient();
  // Not awaited: the heading is sent now, the rows stream in when the database answers.
  client.query({ ...qrCodeListQuery(filter), queryFn: () => listQrCodes(actor, filter) }).catch(noop);

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          mayCreate && (
            <LinkButton href="/qr-codes/new" variant="main">
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
                <QrCodeListHead filter={filter} />
                <TableSkeleton twoLines />
              </>
            }
          >
            <QrCodeTable filter={filter} mayCreate={mayCreate} />
          </Suspense>
        </ListFaultBoundary>
      </HydrationBoundary>
    </>
  );
}
