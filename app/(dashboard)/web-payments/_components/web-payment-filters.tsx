import { useTranslations } from 'next-intl';

import { ChannelOptions } from '@/components/collect/channel-options';
import { CreatedFilter, SearchFilter } from '@/components/collect/list-filters';
import { AppLink } from '@/components/ui/app-link';
import { FilterBar, FilterChip } from '@/components/ui/filter-chip';
import { Select } from '@/components/ui/select';
import { channelName } from '@/lib/channels/channels';
import type { WebPaymentFilter } from '@/lib/web-payments/schema';

/** The filters of the list, each in the address. */
export function WebPaymentFilters({ filter }: Readonly<{ filter: WebPaymentFilter }>) {
  const t = useTranslations('webPayments');
  const all = useTranslations('common');
  const { view, channel, q, from, to } = filter;
  const isSet = [channel, q, from, to].some((value) => value !== undefined);
  const unfiltered = view === undefined ? '/web-payments' : `/web-payments?view=${view}`;
  return (
    <FilterBar
      after={
        isSet && (
          <AppLink href={unfiltered} className="hover:text-ink hover:underline">
            {all('clearAll')}
          </AppLink>
        )
      }
    >
      <SearchFilter q={q} />
      <CreatedFilter from={from} to={to} />
      <FilterChip label={t('channel')} value={channel && channelName(channel)} names={['channel']}>
        <Select label={t('channel')} name="channel" defaultValue={channel ?? ''}>
          <option value="">{t('any')}</option>
          <ChannelOptions />
        </Select>
      </FilterChip>
    </FilterBar>
  );
}
