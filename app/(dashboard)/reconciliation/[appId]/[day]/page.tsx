import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';

import { type Actor, can } from '@/lib/auth/actor';
import { requirePageActor } from '@/lib/auth/page-actor';
import { formatDay } from '@/lib/dates/format-date';
import { manilaDayOf, parseManilaDay } from '@/lib/dates/manila-day';
import { findDay } from '@/lib/reconciliation/queries';

import { DayView } from './_components/day-view';

type Props = PageProps<'/reconciliation/[appId]/[day]'>;

async function find(actor: Actor, params: Props['params']) {
  const { appId, day } = await params;
  const parsed = parseManilaDay(day);
  if (parsed === null || !can(actor, 'reconciliation:read')) return null;
  // A day that has not begun has nothing to show.
  if (parsed > manilaDayOf(new Date())) return null;
  return findDay(actor, decodeURIComponent(appId), parsed);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const day = parseManilaDay((await params).day);
  return day === null ? {} : { title: formatDay(day, await getLocale(), 'medium') };
}

export default async function ReconciledDayPage({ params }: Props) {
  const actor = await requirePageActor();
  const found = await find(actor, params);
  if (!found) notFound();
  return (
    <DayView
      initial={found}
      today={manilaDayOf(new Date())}
      mayWork={can(actor, 'reconciliation:work')}
      mayFetch={can(actor, 'statements:fetch')}
    />
  );
}
