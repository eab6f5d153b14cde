import { useTranslations } from 'next-intl';

import { useSay } from '@/components/message/use-say';
import { AppLink } from '@/components/ui/app-link';
import { CheckBox } from '@/components/ui/check-box';
import { FilterBar, FilterChip } from '@/components/ui/filter-chip';
import { ListSearch } from '@/components/ui/list-search';
import { Say } from '@/components/ui/say';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { channelName, CHANNELS } from '@/lib/channels/channels';
import type { Message } from '@/lib/i18n/message';
import { parsePesos } from '@/lib/money/money';
import { PRODUCTS } from '@/lib/orders/products';
import { DATE_BASES, narrowingOf, type OrderFilter, type ReadFilter } from '@/lib/orders/schema';

type App = Readonly<{ appId: string; appName: string }>;
type OrderFiltersProps = Readonly<{
  filter: OrderFilter;
  ignored: ReadFilter['ignored'];
  apps: readonly App[];
}>;

/** The filters of the list, each in the address: outlined when set, dashed when not. */
export function OrderFilters({ filter, ignored, apps }: OrderFiltersProps) {
  const t = useTranslations('orders.filter');
  const all = useTranslations('common');
  const { view } = filter;
  const unfiltered = view === undefined ? '/orders' : `/orders?view=${view}`;
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
        <DateFilter filter={filter} />
        <ChannelFilter chosen={filter.channel ?? []} />
        <AmountFilter min={filter.min} max={filter.max} />
        <ProductFilter chosen={filter.product ?? []} />
        {apps.length > 1 && <AppFilter apps={apps} chosen={filter.app} />}
        <ListSearch label={t('search')} placeholder={t('searchHint')} value={filter.q} />
      </FilterBar>
      {ignored.length > 0 && (
        <Say
          tone="doubt"
          className="mb-3"
          title={t('ignored', { names: ignored.map((name) => t(`name.${name}`)).join(', ') })}
          actions={
            <AppLink href={unfiltered} className="inline-link">
              {t('ignoredAction')}
            </AppLink>
          }
        />
      )}
    </>
  );
}

function DateFilter({ filter: { from, to, basis = 'created' } }: Readonly<{ filter: OrderFilter }>) {
  const t = useTranslations('orders.filter');
  const words = useWords([
    from !== undefined && { key: 'orders.filter.since', values: { fromDay: from } },
    to !== undefined && { key: 'orders.filter.until', values: { untilDay: to } },
  ]);
  const value = words !== undefined && basis === 'paid' ? t('paidWord', { range: words }) : words;
  return (
    <FilterChip label={t('date')} value={value} names={['from', 'to', 'basis']}>
      <TextInput label={t('from')} name="from" type="date" defaultValue={from} />
      <TextInput label={t('to')} name="to" type="date" defaultValue={to} />
      <Select label={t('basis')} name="basis" defaultValue={basis}>
        {DATE_BASES.map((one) => (
          <option key={one} value={one}>
            {t(`basisOf.${one}`)}
          </option>
        ))}
      </Select>
    </FilterChip>
  );
}

function ChannelFilter({ chosen }: Readonly<{ chosen: readonly string[] }>) {
  const t = useTranslations('orders.filter');
  return (
    <FilterChip label={t('channel')} value={useFirstAndMore(chosen.map(channelName))} names={['channel']}>
      <div className="-mr-1.5 grid max-h-72 gap-1.5 overflow-y-auto pr-1.5">
        {CHANNELS.map(({ code, name }) => (
          <CheckBox
            key={code}
            name="channel"
            value={code}
            label={name}
            defaultChecked={chosen.includes(code)}
          />
        ))}
      </div>
    </FilterChip>
  );
}

function AmountFilter({ min, max }: Readonly<{ min: string | undefined; max: string | undefined }>) {
  const t = useTranslations('orders.filter');
  const value = useWords([
    min !== undefined && { key: 'orders.filter.amountFrom', values: { minCentavos: centavosOf(min) } },
    max !== undefined && { key: 'orders.filter.amountTo', values: { maxCentavos: centavosOf(max) } },
  ]);
  return (
    <FilterChip label={t('amount')} value={value} names={['min', 'max']}>
      <TextInput label={t('min')} name="min" prefix="₱" figures defaultValue={min} />
      <TextInput label={t('max')} name="max" prefix="₱" figures defaultValue={max} />
    </FilterChip>
  );
}

function ProductFilter({ chosen }: Readonly<{ chosen: readonly (typeof PRODUCTS)[number][] }>) {
  const t = useTranslations('orders');
  const names = chosen.map((product) => t(`product.${product}`));
  return (
    <FilterChip label={t('filter.product')} value={useFirstAndMore(names)} names={['product']}>
      {PRODUCTS.map((product) => (
        <CheckBox
          key={product}
          name="product"
          value={product}
          label={t(`product.${product}`)}
          defaultChecked={chosen.includes(product)}
        />
      ))}
    </FilterChip>
  );
}

function AppFilter({ apps, chosen }: Readonly<{ apps: readonly App[]; chosen: string | undefined }>) {
  const t = useTranslations('orders.filter');
  const name = apps.find(({ appId }) => appId === chosen)?.appName;
  return (
    <FilterChip label={t('app')} value={name ?? chosen} names={['app']}>
      <Select label={t('app')} name="app" defaultValue={chosen ?? ''}>
        <option value="">{t('any')}</option>
        {apps.map(({ appId, appName }) => (
          <option key={appId} value={appId}>
            {appName}
          </option>
        ))}
      </Select>
    </FilterChip>
  );
}

function useWords(messages: readonly (Message | false)[]): string | undefined {
  const say = useSay();
  const words = messages.flatMap((message) => (message === false ? [] : [say(message)]));
  return words.length > 0 ? words.join(' ') : undefined;
}

function useFirstAndMore(names: readonly string[]): string | undefined {
  const t = useTranslations('orders.filter');
  if (names.length === 0) return undefined;
  const first = names.slice(0, 2).join(', ');
  return names.length > 2 ? t('more', { first, count: names.length - 2 }) : first;
}

function centavosOf(typed: string): string {
  const parsed = parsePesos(typed);
  return parsed.ok ? String(parsed.centavos) : typed;
}
