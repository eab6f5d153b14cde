'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { Day } from '@/components/dates/day';
import { RelativeTime } from '@/components/dates/relative-time';
import { MoneyText } from '@/components/money/money-text';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { RowLink } from '@/components/ui/row-link';
import { FootRow, Table, Td, Th, Tr } from '@/components/ui/table';
import type { ManilaDay } from '@/lib/dates/manila-day';
import type { DayFilter, DayPage, DayRow } from '@/lib/reconciliation/schema';

import { dayHref, dayListQuery, toSearch } from '../reconciliation-query';
import { DayState } from './day-state';

type DayTableProps = Readonly<{ filter: DayFilter; manyApps: boolean }>;

/** The days that were reconciled, each app by itself. */
export function DayTable({ filter, manyApps }: DayTableProps) {
  const t = useTranslations('reconciliation');
  const { data } = useSuspenseQuery(dayListQuery(filter));
  const { after, before, ...place } = filter;
  const href = (changes: Partial<DayFilter>) => `/reconciliation?${toSearch({ ...place, ...changes })}`;

  if (data.rows.length === 0 && after === undefined && before === undefined) {
    const isFiltered = Object.values(place).some((value) => value !== undefined);
    return <Card>{isFiltered ? <NoMatch /> : <NoneYet />}</Card>;
  }
  return (
    <>
      <Card>
        <Table caption={t('listCaption')}>
          <thead>
            <tr>
              <Th>{t('column.day')}</Th>
              {manyApps && <Th from="md">{t('column.app')}</Th>}
              <Th num from="md">
                {t('column.matched')}
              </Th>
              <Th>{t('column.exceptions')}</Th>
              <Th num from="lg">
                {t('column.effect')}
              </Th>
              <Th num from="sm">
                {t('column.unexplained')}
              </Th>
              <Th from="lg">{t('column.ran')}</Th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <Row key={`${row.gatewayAppId} ${row.day}`} row={row} manyApps={manyApps} />
            ))}
          </tbody>
          <Foot total={data.total} manyApps={manyApps} />
        </Table>
      </Card>
      <Pagination
        note={t('latestFirst')}
        newerHref={data.newer === null ? undefined : href({ before: data.newer })}
        olderHref={data.older === null ? undefined : href({ after: data.older })}
      />
    </>
  );
}

function Row({ row, manyApps }: Readonly<{ row: DayRow; manyApps: boolean }>) {
  const t = useTranslations('reconciliation');
  const rest = <Unexplained row={row} />;
  return (
    <Tr>
      <Td folded={rest}>
        <RowLink href={dayHref(row.gatewayAppId, row.day)}>
          <Day day={row.day as ManilaDay} />
        </RowLink>
      </Td>
      {manyApps && (
        <Td from="md" quiet>
          {row.appName}
        </Td>
      )}
      <Td num from="md" quiet>
        {row.proved ? t('matchedOf', { matched: row.matched, count: row.lineCount }) : '—'}
      </Td>
      <Td>
        <DayState row={row} />
      </Td>
      <Td num from="lg">
        {row.open > 0 ? <MoneyText centavos={row.openEffect} sign="always" /> : '—'}
      </Td>
      <Td num from="sm">
        {rest}
      </Td>
      <Td from="lg" quiet>
        {row.ranAt === null ? '—' : <RelativeTime at={row.ranAt} />}
      </Td>
    </Tr>
  );
}

function Unexplained({ row: { proved, unexplained } }: Readonly<{ row: DayRow }>) {
  const t = useTranslations('reconciliation');
  if (!proved) return <span className="text-ink-3">—</span>;
  if (unexplained === null) return <span className="text-ink-3">{t('notProved')}</span>;
  return (
    <MoneyText
      centavos={unexplained}
      sign="always"
      className={unexplained === '0' ? 'text-ink-2' : 'font-strong text-bad'}
    />
  );
}

function Foot({ total, manyApps }: Readonly<{ total: DayPage['total']; manyApps: boolean }>) {
  const t = useTranslations('reconciliation');
  return (
    <FootRow>
      <Td>{t('foot', { count: total.days })}</Td>
      {manyApps && <Td from="md" />}
      <Td from="md" />
      <Td>{t('openCount', { count: total.open })}</Td>
      <Td from="lg" />
      <Td from="sm" />
      <Td from="lg" />
    </FootRow>
  );
}

function NoneYet() {
  const t = useTranslations('reconciliation.empty');
  return (
    <EmptyState
      icon={ArrowLeftRight}
      title={t('title')}
      action={<LinkButton href="/statements">{t('action')}</LinkButton>}
    >
      {t('body')}
    </EmptyState>
  );
}

function NoMatch() {
  const t = useTranslations('collect.noMatch');
  return (
    <EmptyState title={t('title')} action={<LinkButton href="/reconciliation">{t('action')}</LinkButton>}>
      {t('body')}
    </EmptyState>
  );
}
