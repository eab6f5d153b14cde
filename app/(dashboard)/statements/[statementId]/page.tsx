import { dehydrate, HydrationBoundary, noop } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';

import { type Actor, can } from '@/lib/auth/actor';
import { requirePageActor } from '@/lib/auth/page-actor';
import { formatDay } from '@/lib/dates/format-date';
import type { ManilaDay } from '@/lib/dates/manila-day';
import { createQueryClient } from '@/lib/query/query-client';
import { listLines } from '@/lib/statements/list-lines';
import { findStatement } from '@/lib/statements/queries';
import { LineFilter, type StatementDetail } from '@/lib/statements/schema';

import { statementLinesQuery } from '../statement-query';
import { StatementView } from './_components/statement-view';

type Props = PageProps<'/statements/[statementId]'>;

async function find(actor: Actor, params: Props['params']): Promise<StatementDetail | null> {
  if (!can(actor, 'statements:read')) return null;
  const id = z.uuid().safeParse((await params).statementId);
  return id.success ? findStatement(actor, id.data) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await find(await requirePageActor(), params);
  if (!found) return {};
  const t = await getTranslations('statements.kindLong');
  return { title: `${t(found.kind)}, ${formatDay(found.day as ManilaDay, 'en', 'medium')}` };
}

export default async function StatementPage({ params, searchParams }: Props) {
  const actor = await requirePageActor();
  const found = await find(actor, params);
  if (!found) notFound();
  const filter = LineFilter.parse(await searchParams);

  const client = createQueryClient();
  // Not awaited: the facts are sent now, the rows stream in when the database answers.
  client
    .query({ ...statementLinesQuery(found.id, filter), queryFn: () => listLines(actor, found.id, filter) })
    .catch(noop);

  return (
    <HydrationBoundary state={dehydrate(client)}>
      <StatementView initial={found} filter={filter} mayFetch={can(actor, 'statements:fetch')} />
    </HydrationBoundary>
  );
}
