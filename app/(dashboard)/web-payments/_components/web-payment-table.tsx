'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { Link2 } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { DateTime } from '@/components/dates/date-time';
import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { RowLink } from '@/components/ui/row-link';
import { FootRow, Table, Td, Th, Tr } from '@/components/ui/table';
import { channelName } from '@/lib/channels/channels';
import { orderShown } from '@/lib/status/shown-state';
import type { WebPaymentFilter, WebPaymentPage, WebPaymentRow } from '@/lib/web-payments/schema';

import { toSearch, webPaymentListQuery } from '../web-payment-list-query';
import { WebPaymentListHead } from './web-payment-list-head';

type WebPaymentTableProps = Readonly<{ filter: WebPaymentFilter; mayCreate: boolean }>;

/** The web payments that the filter finds, with exact totals in the foot. */
export function WebPaymentTable({ filter, mayCreate }: WebPaymentTableProps) {
  const t = useTranslations('webPayments');
  const { data } = useSuspenseQuery(webPaymentListQuery(filter));
  const { after, before, ...place } = filter;
  const href = (changes: Partial<WebPaymentFilter>) => `/web-payments?${toSearch({ ...place, ...changes })}`;

  if (data.rows.length === 0 && after === undefined && before === undefined) {
    const isFiltered = Object.values(place).some((value) => value !== undefined);
    return (
      <>
        {isFiltered && <WebPaymentListHead filter={filter} counts={data.counts} />}
        <Card>{isFiltered ? <NoMatch /> : <NoneYet mayCreate={mayCreate} />}</Card>
      </>
    );
  }
  return (
    <>
      <WebPaymentListHead filter={filter} counts={data.counts} />
      <Card>
        <Table caption={t('listCaption')}>
          <thead>
            <tr>
              <Th from="md">{t('column.created')}</Th>
              <Th>{t('column.order')}</Th>
              <Th from="sm">{t('column.channel')}</Th>
              <Th from="lg">{t('column.customer')}</Th>
              <Th num>{t('column.amount')}</Th>
              <Th from="sm">{t('column.status')}</Th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
          <Foot total={data.total} />
        </Table>
      </Card>
      <Pagination
        newerHref={data.newer === null ? undefined : href({ before: data.newer })}
        olderHref={data.older === null ? undefined : href({ after: data.older })}
      />
    </>
  );
}

function Row({ row }: Readonly<{ row: WebPaymentRow }>) {
  const chip = <StatusChip shown={orderShown(row.status)} />;
  const time = <DateTime at={row.createdAt} style="short" />;
  return (
    <Tr>
      <Td quiet from="md">
        {time}
      </Td>
      <Td
        folded={
          <>
            {time}, {channelName(row.channelCode)}
          </>
        }
      >
        <RowLink href={`/web-payments/${row.id}`} className="mono">
          {row.mchOrderId ?? row.id}
        </RowLink>
      </Td>
      <Td from="sm">{channelName(row.channelCode)}</Td>
      <Td from="lg">{row.customerName ?? <span className="text-ink-3">—</span>}</Td>
      <Td num folded={chip}>
        <MoneyText centavos={row.amount} />
      </Td>
      <Td from="sm">{chip}</Td>
    </Tr>
  );
}

function Foot({ total }: Readonly<{ total: WebPaymentPage['total'] }>) {
  const t = useTranslations('webPayments');
  return (
    <FootRow>
      <Td from="md" />
      <Td>{t('foot', { count: total.payments })}</Td>
      <Td from="sm" />
      <Td from="lg" />
      <Td num>
        <MoneyText centavos={total.centavos} />
      </Td>
      <Td from="sm" />
    </FootRow>
  );
}

function NoneYet({ mayCreate }: Readonly<{ mayCreate: boolean }>) {
  const t = useTranslations('webPayments');
  return (
    <EmptyState
      icon={Link2}
      title={t('empty.title')}
      action={
        mayCreate && (
          <LinkButton href="/web-payments/new" variant="main">
            {t('new')}
          </LinkButton>
        )
      }
    >
      {t('empty.body')} {!mayCreate && t('empty.lookOnly')}
    </EmptyState>
  );
}

function NoMatch() {
  const t = useTranslations('collect.noMatch');
  return (
    <EmptyState title={t('title')} action={<LinkButton href="/web-payments">{t('action')}</LinkButton>}>
      {t('body')}
    </EmptyState>
  );
}
