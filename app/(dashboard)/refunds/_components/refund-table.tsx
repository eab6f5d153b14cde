'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
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
import { REFUND_VIEWS, type RefundFilter, type RefundPage, type RefundRow } from '@/lib/refunds/list-schema';
import { refundShown } from '@/lib/status/shown-state';

import { refundListQuery, toSearch } from '../refund-list-query';

type RefundTableProps = Readonly<{
  filter: RefundFilter;
  /** The filters, which stand between the tabs and the rows. */
  filters: ReactNode;
}>;

/** The refunds that the filter finds, with exact totals in the foot. */
export function RefundTable({ filter, filters }: RefundTableProps) {
  const t = useTranslations('refunds.list');
  const { data } = useSuspenseQuery(refundListQuery(filter));
  const { after, before, ...place } = filter;
  const href = (changes: Partial<RefundFilter>) => `/refunds?${toSearch({ ...place, ...changes })}`;
  const tabs = (['all', ...REFUND_VIEWS] as const).map((key) => ({
    key,
    label: t(`view.${key}`),
    count: data.counts[key],
    href: href({ view: key === 'all' ? undefined : key }),
  }));
  const isFiltered = Object.values(place).some((value) => value !== undefined);
  const isEmpty = data.rows.length === 0 && after === undefined && before === undefined;

  if (isEmpty && !isFiltered) {
    return (
      <Card>
        <NoneYet />
      </Card>
    );
  }
  return (
    <>
      <Tabs label={t('views')} tabs={tabs} current={filter.view ?? 'all'} />
      {filters}
      <Card>{isEmpty ? <NoMatch /> : <Rows rows={data.rows} total={data.total} />}</Card>
      {!isEmpty && (
        <Pagination
          newerHref={data.newer === null ? undefined : href({ before: data.newer })}
          olderHref={data.older === null ? undefined : href({ after: data.older })}
        />
      )}
    </>
  );
}

function Rows({ rows, total }: Readonly<{ rows: readonly RefundRow[]; total: RefundPage['total'] }>) {
  const t = useTranslations('refunds.list');
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th from="md">{t('time')}</Th>
          <Th>{t('refund')}</Th>
          <Th from="lg">{t('order')}</Th>
          <Th from="sm">{t('customer')}</Th>
          <Th num>{t('amount')}</Th>
          <Th from="sm">{t('status')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
      <FootRow>
        <Td from="md" />
        <Td>{t('foot', { count: total.refunds })}</Td>
        <Td from="lg" />
        <Td from="sm" />
        <Td num>
          <MoneyText centavos={total.amount} />
        </Td>
        <Td from="sm" />
      </FootRow>
    </Table>
  );
}

function Row({ row }: Readonly<{ row: RefundRow }>) {
  const t = useTranslations('refunds.list');
  const chip = <StatusChip shown={refundShown(row.status)} />;
  const time = <DateTime at={row.createdAt} style="short" />;
  return (
    <Tr>
      <Td quiet from="md">
        {time}
      </Td>
      <Td
        sub={
          <span className="@min-md:hidden">
            {time}
            <span className="@min-sm:hidden">, {channelName(row.channelCode)}</span>
          </span>
        }
      >
        <RowLink href={`/refunds/${row.id}`}>
          <span className="mono hidden @min-sm:inline">{row.refundId}</span>
          <span className="@min-sm:hidden">{row.customerName ?? row.refundId}</span>
        </RowLink>
      </Td>
      <Td from="lg" className="mono text-ink-2">
        {row.orderId ?? <span className="font-sans text-ink-3">{t('noOrder')}</span>}
      </Td>
      <Td from="sm" sub={channelName(row.channelCode)}>
        {row.customerName ?? '—'}
      </Td>
      <Td num folded={chip}>
        <MoneyText centavos={row.amount} />
      </Td>
      <Td from="sm">{chip}</Td>
    </Tr>
  );
}

function NoneYet() {
  const t = useTranslations('refunds.list.empty');
  return (
    <EmptyState
      icon={Undo2}
      title={t('title')}
      action={
        <LinkButton href="/orders" variant="main">
          {t('action')}
        </LinkButton>
      }
    >
      {t('body')}
    </EmptyState>
  );
}

function NoMatch() {
  const t = useTranslations('collect.noMatch');
  return (
    <EmptyState title={t('title')} action={<LinkButton href="/refunds">{t('action')}</LinkButton>}>
      {t('body')}
    </EmptyState>
  );
}
