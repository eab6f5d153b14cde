'use client';

import { useTranslations } from 'next-intl';

import { useSay } from '@/components/message/use-say';
import { FilterChip } from '@/components/ui/filter-chip';
import { TextInput } from '@/components/ui/text-input';

/** The filter for the days in which something was created, both included. */
export function CreatedFilter({ from, to }: Readonly<{ from: string | undefined; to: string | undefined }>) {
  const t = useTranslations('collect');
  const say = useSay();
  const words = [
    ...(from === undefined ? [] : [say({ key: 'collect.sinceDay', values: { fromDay: from } })]),
    ...(to === undefined ? [] : [say({ key: 'collect.untilDay', values: { untilDay: to } })]),
  ];
  return (
    <FilterChip
      label={t('created')}
      value={words.length > 0 ? words.join(' ') : undefined}
      names={['from', 'to']}
    >
      <TextInput label={t('fromDay')} name="from" type="date" defaultValue={from} />
      <TextInput label={t('toDay')} name="to" type="date" defaultValue={to} />
    </FilterChip>
  );
}

/** The filter for words, ids and amounts. */
export function SearchFilter({ q }: Readonly<{ q: string | undefined }>) {
  const t = useTranslations('collect');
  return (
    <FilterChip label={t('search')} value={q} names={['q']}>
      <TextInput label={t('search')} hint={t('searchHint')} name="q" maxLength={100} defaultValue={q} />
    </FilterChip>
  );
}
