'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { TextAlignStart } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { DateTime } from '@/components/dates/date-time';
import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { RowLink } from '@/components/ui/row-link';
import { FootRow, Table, Td, Th, Tr } from '@/components/ui/table';
import { Tabs } from '@/components/ui/tabs';
import { channelName } from '@/lib/channels/channels';
import {
  narrowingOf,
  ORDER_VIEWS,
  type OrderFilter,
  type OrderPage,
  type OrderRow,
  orderSearch,
} from '@/lib/orders/schema';
import { orderShown } from '@/lib/status/shown-state';

import { orderListQuery } from '../order-list-query';

type OrderTableProps = Readonly<{ filter: OrderFilter; mayCollect: boolean; filters: ReactNode }>;

/** The orders that the filter finds: tabs with their counts, rows, and exact totals in the foot. */
export function OrderTable({ filter, mayCollect, filters }: OrderTableProps) {
  const t = useTranslations('orders');
  const { data } = useSuspenseQuery(orderListQuery(filter));
  const { view, after, before } = filter;
  const narrowing = narrowingOf(filter);
  const place = { ...narrowing, ...(view !== undefined && { view }) };
  const href = (changes: OrderFilter) => addressOf({ ...place, ...changes });
  // A tab for what is not known yet is there only while something is not known.
  const shown = ORDER_VIEWS.filter((one) => one !== 'unknown' || view === one || data.counts.unknown > 0);
  const tabs = [
    { key: 'all', label: t('view.all'), count: data.counts.all, href: addressOf(narrowing) },
    ...shown.map((one) => ({
      key: one,
      label: t(`view.${one}`),
      count: data.counts[one],
      href: addressOf({ ...narrowing, view: one }),
    })),
  ];
  const isEmpty = data.rows.length === 0 && after === undefined && before === undefined;
  const hasNone = isEmpty && data.counts.all === 0 && Object.keys(narrowing).length === 0;
  return (
    <>
      <Tabs label={t('views')} tabs={tabs} current={view ?? 'all'} />
      {filters}
      <Card>
        {hasNone ? (
          <NoneYet mayCollect={mayCollect} />
        ) : isEmpty ? (
          <NoMatch />
        ) : (
          <Rows rows={data.rows} total={data.total} />
        )}
      </Card>
      {!isEmpty && (
        <Pagination
          newerHref={data.newer === null ? undefined : href({ before: data.newer })}
          olderHref={data.older === null ? undefined : href({ after: data.older })}
        />
      )}
    </>
  );
}

function addressOf(filter: OrderFilter): string {
  const search = orderSearch(filter);
  return search === '' ? '/orders' : `/orders?${search}`;
}

function Rows({ rows, total }: Pick<OrderPage, 'rows' | 'total'>) {
  const t = useTranslations('orders');
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th from="sm">{t('column.time')}</Th>
          <Th>{t('column.order')}</Th>
          <Th from="sm">{t('column.channel')}</Th>
          <Th from="lg">{t('column.customer')}</Th>
          <Th num>{t('column.amount')}</Th>
          <Th num from="md">
            {t('column.fee')}
          </Th>
          <Th from="sm">{t('column.status')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
      <FootRow>
        <Td from="sm" className="whitespace-nowrap">
          {t('foot', { count: total.orders })}
        </Td>
        <Td>
          <span className="@min-sm:hidden">{t('foot', { count: total.orders })}</span>
        </Td>
        <Td from="sm" />
        <Td from="lg" />
        <Td num>
          <MoneyText centavos={total.amount} />
        </Td>
        <Td num from="md">
          <MoneyText centavos={total.fee} />
        </Td>
        <Td from="sm" />
      </FootRow>
    </Table>
  );
}

function Row({ row }: Readonly<{ row: OrderRow }>) {
  const t = useTranslations('orders');
  const chip = <StatusChip shown={orderShown(row.status)} />;
  const time = <DateTime at={row.createdAt} style="short" />;
  const channel = channelName(row.channelCode) || t(`product.${row.product}`);
  return (
    <Tr>
      <Td quiet from="sm">
        {time}
      </Td>
      <Td
        folded={
          <>
            {time}, {channel}
          </>
        }
      >
        <RowLink href={`/orders/${row.id}`} className="mono">
          {row.orderId ?? row.transactionId ?? t('noId')}
        </RowLink>
      </Td>
      <Td from="sm">{channel}</Td>
      <Td from="lg">{row.customerName ?? <None label={t('none')} />}</Td>
      <Td num folded={chip}>
        <MoneyText centavos={row.amount} />
      </Td>
      <Td num quiet from="md">
        {row.fee === null ? <None label={t('noFee')} /> : <MoneyText centavos={row.fee} />}
      </Td>
      <Td from="sm">{chip}</Td>
    </Tr>
  );
}

function None({ label }: Readonly<{ label: string }>) {
  return (
    <>
      <span aria-hidden>—</span>
      <span className="sr-only">{label}</span>
    </>
  );
}

function NoneYet({ mayCollect }: Readonly<{ mayCollect: boolean }>) {
  const t = useTranslations('orders.empty');
  return (
    <EmptyState
      icon={TextAlignStart}
      title={t('title')}
      action={mayCollect && <LinkButton href="/qr-codes/new">{t('action')}</LinkButton>}
    >
      {t('body')}
    </EmptyState>
  );
}

function NoMatch() {
  const t = useTranslations('orders.noMatch');
  return (
    <EmptyState title={t('title')} action={<LinkButton href="/orders">{t('action')}</LinkButton>}>
      {t('body')}
    </EmptyState>
  );
}
