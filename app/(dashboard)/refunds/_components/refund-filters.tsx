import { useTranslations } from 'next-intl';

import { CreatedFilter, SearchFilter } from '@/components/collect/list-filters';
import { AppLink } from '@/components/ui/app-link';
import { FilterBar, FilterChip } from '@/components/ui/filter-chip';
import { Select } from '@/components/ui/select';
import { REFUND_ORIGINS, type RefundFilter } from '@/lib/refunds/list-schema';

/** The filters of the list, each in the address. */
export function RefundFilters({ filter }: Readonly<{ filter: RefundFilter }>) {
  const t = useTranslations('refunds.list');
  const all = useTranslations('common');
  const { view, origin, q, from, to } = filter;
  const isSet = [origin, q, from, to].some((value) => value !== undefined);
  return (
    <FilterBar
      after={
        isSet && (
          <AppLink
            href={view === undefined ? '/refunds' : `/refunds?view=${view}`}
            className="hover:text-ink hover:underline"
          >
            {all('clearAll')}
          </AppLink>
        )
      }
    >
      <SearchFilter q={q} />
      <CreatedFilter from={from} to={to} />
      <FilterChip label={t('origin')} value={origin && t(`origins.${origin}`)} names={['origin']}>
        <Select label={t('origin')} name="origin" defaultValue={origin ?? ''}>
          <option value="">{t('anywhere')}</option>
          {REFUND_ORIGINS.map((value) => (
            <option key={value} value={value}>
              {t(`origins.${value}`)}
            </option>
          ))}
        </Select>
      </FilterChip>
    </FilterBar>
  );
}
