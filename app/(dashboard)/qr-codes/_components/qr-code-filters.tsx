import { useTranslations } from 'next-intl';

import { CreatedFilter, SearchFilter } from '@/components/collect/list-filters';
import { AppLink } from '@/components/ui/app-link';
import { FilterBar, FilterChip } from '@/components/ui/filter-chip';
import { Select } from '@/components/ui/select';
import { QR_KINDS, type QrCodeFilter } from '@/lib/qr-codes/schema';

/** The filters of the list, each in the address. */
export function QrCodeFilters({ filter }: Readonly<{ filter: QrCodeFilter }>) {
  const t = useTranslations('qrCodes');
  const all = useTranslations('common');
  const { view, kind, paid, q, from, to } = filter;
  const isSet = [kind, paid, q, from, to].some((value) => value !== undefined);
  const unfiltered = view === undefined ? '/qr-codes' : `/qr-codes?view=${view}`;
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
      <FilterChip label={t('kind')} value={kind && t(`kinds.${kind}`)} names={['kind']}>
        <Select label={t('kind')} name="kind" defaultValue={kind ?? ''}>
          <option value="">{t('any')}</option>
          {QR_KINDS.map((value) => (
            <option key={value} value={value}>
              {t(`kinds.${value}`)}
            </option>
          ))}
        </Select>
      </FilterChip>
      <FilterChip label={t('paid')} value={paid && t(paid === 'yes' ? 'paidYes' : 'paidNo')} names={['paid']}>
        <Select label={t('paid')} name="paid" defaultValue={paid ?? ''}>
          <option value="">{t('any')}</option>
          <option value="yes">{t('paidYes')}</option>
          <option value="no">{t('paidNo')}</option>
        </Select>
      </FilterChip>
    </FilterBar>
  );
}
