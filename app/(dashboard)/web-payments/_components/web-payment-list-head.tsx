import { useTranslations } from 'next-intl';

import { Tabs } from '@/components/ui/tabs';
import { WEB_PAYMENT_VIEWS, type WebPaymentFilter, type WebPaymentPage } from '@/lib/web-payments/schema';

import { toSearch } from '../web-payment-list-query';
import { WebPaymentFilters } from './web-payment-filters';

type WebPaymentListHeadProps = Readonly<{ filter: WebPaymentFilter; counts?: WebPaymentPage['counts'] }>;

/** Views and filters above the list; the counts come with the rows. */
export function WebPaymentListHead({ filter, counts }: WebPaymentListHeadProps) {
  const t = useTranslations('webPayments');
  const tabs = (['all', ...WEB_PAYMENT_VIEWS] as const).map((key) => ({
    key,
    label: t(`view.${key}`),
    ...(counts && { count: counts[key] }),
    href: `/web-payments?${toSearch({ ...filter, view: key === 'all' ? undefined : key, after: undefined, before: undefined })}`,
  }));
  return (
    <>
      <Tabs label={t('views')} tabs={tabs} current={filter.view ?? 'all'} />
      <WebPaymentFilters filter={filter} />
    </>
  );
}
