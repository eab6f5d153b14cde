import { useTranslations } from 'next-intl';

import { AppLink } from '@/components/ui/app-link';
import { FilterBar, FilterChip } from '@/components/ui/filter-chip';
import { Select } from '@/components/ui/select';
import { STATEMENT_KINDS, STATEMENT_STATES, type StatementFilter } from '@/lib/statements/schema';

type StatementFiltersProps = Readonly<{
  filter: StatementFilter;
  apps: readonly Readonly<{ appId: string; appName: string }>[];
}>;

/** The filters of the list, each in the address. */
export function StatementFilters({ filter, apps }: StatementFiltersProps) {
  const t = useTranslations('statements');
  const all = useTranslations('common');
  const { kind, state, app } = filter;
  const isSet = [kind, state, app].some((value) => value !== undefined);
  return (
    <FilterBar
      after={
        isSet && (
          <AppLink href="/statements" className="hover:text-ink hover:underline">
            {all('clearAll')}
          </AppLink>
        )
      }
    >
      <FilterChip label={t('kind')} value={kind && t(`kinds.${kind}`)} names={['kind']}>
        <Select label={t('kind')} name="kind" defaultValue={kind ?? ''}>
          <option value="">{t('any')}</option>
          {STATEMENT_KINDS.map((value) => (
            <option key={value} value={value}>
              {t(`kinds.${value}`)}
            </option>
          ))}
        </Select>
      </FilterChip>
      <FilterChip label={t('state')} value={state && t(`states.${state}`)} names={['state']}>
        <Select label={t('state')} name="state" defaultValue={state ?? ''}>
          <option value="">{t('any')}</option>
          {STATEMENT_STATES.map((value) => (
            <option key={value} value={value}>
              {t(`states.${value}`)}
            </option>
          ))}
        </Select>
      </FilterChip>
      {apps.length > 1 && (
        <FilterChip label={t('app')} value={apps.find(({ appId }) => appId === app)?.appName} names={['app']}>
          <Select label={t('app')} name="app" defaultValue={app ?? ''}>
            <option value="">{t('any')}</option>
            {apps.map(({ appId, appName }) => (
              <option key={appId} value={appId}>
                {appName}
              </option>
            ))}
          </Select>
        </FilterChip>
      )}
    </FilterBar>
  );
}
