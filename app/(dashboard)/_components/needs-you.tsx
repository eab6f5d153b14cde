'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { Card } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';

import { NeedRow } from './need-row';
import { needsYouQuery } from './needs-you-query';

/** Everything that waits for a person, oldest first, each with the one place to act. */
export function NeedsYou() {
  const t = useTranslations('home.needs');
  const { data, isRefetchError } = useSuspenseQuery(needsYouQuery());
  const { needs, total } = data;
  return (
    <Card
      title={t('title')}
      hint={
        <span role="status">
          {total > 0 && t('count', { count: total })}
          {isRefetchError && <span className="ml-2 text-doubt">{t('notFresh')}</span>}
        </span>
      }
    >
      {total === 0 ? (
        <EmptyState icon={Check} title={t('empty.title')}>
          {t('empty.body')}
        </EmptyState>
      ) : (
        <>
          <Table caption={t('caption')} className="mt-2">
            <thead>
              <tr>
                <HeardHead from="sm">{t('columns.state')}</HeardHead>
                <HeardHead>{t('columns.what')}</HeardHead>
                <HeardHead from="md">{t('columns.age')}</HeardHead>
                <HeardHead from="sm">{t('columns.amount')}</HeardHead>
                <HeardHead>{t('columns.act')}</HeardHead>
              </tr>
            </thead>
            <tbody>
              {needs.map((need) => (
                <NeedRow key={need.key} need={need} />
              ))}
            </tbody>
          </Table>
          {needs.length < total && (
            <p className="border-t border-line px-4.5 py-2.5 text-hint text-ink-3">
              {t('more', { shown: needs.length, total })}
            </p>
          )}
        </>
      )}
    </Card>
  );
}

/** The sentences name themselves to whoever sees them; a screen reader needs the heads. */
function HeardHead({ from, children }: Readonly<{ from?: 'sm' | 'md'; children: string }>) {
  const shown = from && { sm: 'hidden @min-sm:table-cell', md: 'hidden @min-md:table-cell' }[from];
  return (
    <th scope="col" className={classNames('p-0', shown)}>
      <span className="sr-only">{children}</span>
    </th>
  );
}
