import { useTranslations } from 'next-intl';

import { Tabs } from '@/components/ui/tabs';
import { QR_CODE_VIEWS, type QrCodeFilter, type QrCodePage } from '@/lib/qr-codes/schema';

import { toSearch } from '../qr-code-list-query';
import { QrCodeFilters } from './qr-code-filters';

type QrCodeListHeadProps = Readonly<{ filter: QrCodeFilter; counts?: QrCodePage['counts'] }>;

/** Views and filters above the list; the counts come with the rows. */
export function QrCodeListHead({ filter, counts }: QrCodeListHeadProps) {
  const t = useTranslations('qrCodes');
  const tabs = (['all', ...QR_CODE_VIEWS] as const).map((key) => ({
    key,
    label: t(`view.${key}`),
    ...(counts && { count: counts[key] }),
    href: `/qr-codes?${toSearch({ ...filter, view: key === 'all' ? undefined : key, after: undefined, before: undefined })}`,
  }));
  return (
    <>
      <Tabs label={t('views')} tabs={tabs} current={filter.view ?? 'all'} />
      <QrCodeFilters filter={filter} />
    </>
  );
}
