import { dehydrate, HydrationBoundary, noop } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';

import { CardSkeleton, TableSkeleton } from '@/components/ui/skeleton';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/actor';
import { requireSignedIn } from '@/lib/auth/page-actor';
import { formatDay } from '@/lib/dates/format-date';
import { manilaDayOf } from '@/lib/dates/manila-day';
import { firstName, partOfDay } from '@/lib/home/greeting';
import { listNeedsYou } from '@/lib/home/queries';
import { createQueryClient } from '@/lib/query/query-client';

import { BalanceCard } from './_components/balance-card';
import { CollectMenu } from './_components/collect-menu';
import { NeedsYou } from './_components/needs-you';
import { needsYouQuery } from './_components/needs-you-query';
import { TodayCard } from './_components/today-card';
import { YesterdayCards } from './_components/yesterday-cards';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home');
  return { title: t('title') };
}

export default async function HomePage() {
  const { actor, person } = await requireSignedIn();
  const [t, locale] = await Promise.all([getTranslations('home'), getLocale()]);
  const now = new Date();
  const date = formatDay(manilaDayOf(now), locale, 'long');

  const seesBooks = can(actor, 'reconciliation:read');

  const client = createQueryClient();
  // Not awaited: the head of the page is sent now, each card when its own figures are there.
  client.query({ ...needsYouQuery(), queryFn: () => listNeedsYou(actor, now) }).catch(noop);

  return (
    <>
      <PageHeader
        above={t('dateLine', { date })}
        title={t(`greeting.${partOfDay(now)}`, { name: firstName(person.name) })}
        actions={can(actor, 'collect:manage') && <CollectMenu />}
      />
      <div className="grid gap-4">
        <div className={seesBooks ? 'split' : undefined}>
          <div className="grid gap-4">
            {can(actor, 'balances:read') && (
              <Suspense fallback={<CardSkeleton lines={1} />}>
                <BalanceCard actor={actor} />
              </Suspense>
            )}
            <Suspense fallback={<CardSkeleton lines={2} />}>
              <TodayCard actor={actor} />
            </Suspense>
          </div>
          {seesBooks && (
            <Suspense fallback={<CardSkeleton lines={6} />}>
              <YesterdayCards actor={actor} />
            </Suspense>
          )}
        </div>
        <HydrationBoundary state={dehydrate(client)}>
          <Suspense fallback={<TableSkeleton rows={3} twoLines />}>
            <NeedsYou />
          </Suspense>
        </HydrationBoundary>
      </div>
    </>
  );
}
