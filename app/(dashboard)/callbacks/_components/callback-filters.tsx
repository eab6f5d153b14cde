import { useTranslations } from 'next-intl';

import { useSay } from '@/components/message/use-say';
import { AppLink } from '@/components/ui/app-link';
import { FilterBar, FilterChip } from '@/components/ui/filter-chip';
import { ListSearch } from '@/components/ui/list-search';
import { Say } from '@/components/ui/say';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import {
  type CallbackFilter,
  EVENT_GROUPS,
  narrowingOf,
  type ReadCallbackFilter,
  VERDICTS,
} from '@/lib/callbacks/schema';

type CallbackFiltersProps = Readonly<{ filter: CallbackFilter; ignored: ReadCallbackFilter['ignored'] }>;

/** The filters of the inbox, each in the address. */
export function CallbackFilters({ filter, ignored }: CallbackFiltersProps) {
  const t = useTranslations('callbacks.filter');
  const all = useTranslations('common');
  const orders = useTranslations('orders.filter');
  const unfiltered = filter.view === undefined ? '/callbacks' : `/callbacks?view=${filter.view}`;
  return (
    <>
      <FilterBar
        after={
          Object.keys(narrowingOf(filter)).length === 0 ? undefined : (
            <AppLink
              href={unfiltered}
              className="inline-flex min-h-6 items-center hover:text-ink hover:underline"
            >
              {all('clearAll')}
            </AppLink>
          )
        }
      >
        <DateFilter from={filter.from} to={filter.to} />
        <FilterChip label={t('about')} value={filter.about && t(`aboutOf.${filter.about}`)} names={['about']}>
          <Select label={t('about')} name="about" defaultValue={filter.about ?? ''}>
            <option value="">{t('any')}</option>
            {EVENT_GROUPS.map((group) => (
              <option key={group} value={group}>
                {t(`aboutOf.${group}`)}
              </option>
            ))}
          </Select>
        </FilterChip>
        <FilterChip
          label={t('verdict')}
          value={filter.verdict && t(`verdictOf.${filter.verdict}`)}
          names={['verdict']}
        >
          <Select label={t('verdict')} name="verdict" defaultValue={filter.verdict ?? ''}>
            <option value="">{t('any')}</option>
            {VERDICTS.map((verdict) => (
              <option key={verdict} value={verdict}>
                {t(`verdictOf.${verdict}`)}
              </option>
            ))}
          </Select>
        </FilterChip>
        <ListSearch label={t('search')} placeholder={t('searchHint')} value={filter.q} />
      </FilterBar>
      {ignored.length > 0 && (
        <Say
          tone="doubt"
          className="mb-3"
          title={orders('ignored', { names: ignored.map((name) => t(`name.${name}`)).join(', ') })}
          actions={
            <AppLink href={unfiltered} className="inline-link">
              {orders('ignoredAction')}
            </AppLink>
          }
        />
      )}
    </>
  );
}

function DateFilter({ from, to }: Readonly<{ from: string | undefined; to: string | undefined }>) {
  const t = useTranslations('callbacks.filter');
  const orders = useTranslations('orders.filter');
  const say = useSay();
  const words = [
    ...(from === undefined ? [] : [say({ key: 'orders.filter.since', values: { fromDay: from } })]),
    ...(to === undefined ? [] : [say({ key: 'orders.filter.until', values: { untilDay: to } })]),
  ];
  return (
    <FilterChip
      label={t('date')}
      value={words.length > 0 ? words.join(' ') : undefined}
      names={['from', 'to']}
    >
      <TextInput label={orders('from')} name="from" type="date" defaultValue={from} />
      <TextInput label={orders('to')} name="to" type="date" defaultValue={to} />
    </FilterChip>
  );
}
