import { useTranslations } from 'next-intl';

import { AppLink } from '@/components/ui/app-link';
import { FilterBar, FilterChip } from '@/components/ui/filter-chip';
import { Select } from '@/components/ui/select';
import type { DayFilter } from '@/lib/reconciliation/schema';

type DayFiltersProps = Readonly<{
  filter: DayFilter;
  apps: readonly Readonly<{ appId: string; appName: string }>[];
}>;

const STATES = ['open', 'unexplained', 'clean'] as const;

/** The filters of the overview, each in the address. */
export function DayFilters({ filter: { app, state }, apps }: DayFiltersProps) {
  const t = useTranslations('reconciliation');
  const all = useTranslations('common');
  return (
    <FilterBar
      after={
        (app !== undefined || state !== undefined) && (
          <AppLink href="/reconciliation" className="hover:text-ink hover:underline">
            {all('clearAll')}
          </AppLink>
        )
      }
    >
      <FilterChip label={t('state')} value={state && t(`states.${state}`)} names={['state']}>
        <Select label={t('state')} name="state" defaultValue={state ?? ''}>
          <option value="">{t('any')}</option>
          {STATES.map((value) => (
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
