import { useTranslations } from 'next-intl';

import { AppLink } from '@/components/ui/app-link';
import { FilterBar, FilterChip } from '@/components/ui/filter-chip';
import { Select } from '@/components/ui/select';
import { CODE_ACTORS, type CodeFilter } from '@/lib/codes/schema';

import { CodeSearch } from './code-search';

/** Search and filter of the index; both live in the address. */
export function CodeFilters({ filter }: Readonly<{ filter: CodeFilter }>) {
  const t = useTranslations('codePages');
  const who = useTranslations('codes.who');
  const common = useTranslations('common');
  const isSet = filter.q !== '' || filter.who !== undefined;
  return (
    <FilterBar
      after={
        isSet && (
          <AppLink href="/codes" className="inline-flex min-h-6 items-center hover:text-ink hover:underline">
            {common('clearAll')}
          </AppLink>
        )
      }
    >
      <CodeSearch typed={filter.q} />
      <FilterChip label={t('columns.who')} value={filter.who && who(filter.who)} names={['who']}>
        <Select label={t('columns.who')} name="who" defaultValue={filter.who ?? ''}>
          <option value="">{t('anybody')}</option>
          {CODE_ACTORS.map((actor) => (
            <option key={actor} value={actor}>
              {who(actor)}
            </option>
          ))}
        </Select>
      </FilterChip>
    </FilterBar>
  );
}
