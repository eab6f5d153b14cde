'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { Day } from '@/components/dates/day';
import { RelativeTime } from '@/components/dates/relative-time';
import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { RowLink } from '@/components/ui/row-link';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { ManilaDay } from '@/lib/dates/manila-day';
import type { StatementFilter, StatementPage, StatementRow } from '@/lib/statements/schema';
import { statementShown } from '@/lib/status/shown-state';

import { statementListQuery, toSearch } from '../statement-list-query';
import { FetchProgress } from './fetch-progress';

type StatementTableProps = Readonly<{ filter: StatementFilter; mayFetch: boolean; manyApps: boolean }>;

/** The newest version of each statement, with exact totals in the foot. */
export function StatementTable({ filter, mayFetch, manyApps }: StatementTableProps) {
  const t = useTranslations('statements');
  const { data } = useSuspenseQuery(statementListQuery(filter));
  const { after, before, ...place } = filter;
  const href = (changes: Partial<StatementFilter>) => `/statements?${toSearch({ ...place, ...changes })}`;

  if (data.rows.length === 0 && after === undefined && before === undefined) {
    const isFiltered = Object.values(place).some((value) => value !== undefined);
    return <Card>{isFiltered ? <NoMatch /> : <NoneYet mayFetch={mayFetch} />}</Card>;
  }
  return (
    <>
      <Card>
        <Table caption={t('listCaption')}>
          <thead>
            <tr>
              <Th>{t('column.day')}</Th>
              <Th from="sm">{t('column.kind')}</Th>
              {manyApps && <Th from="lg">{t('app')}</Th>}
              <Th num from="md">
                {t('column.rows')}
              </Th>
              <Th num>{t('column.amount')}</Th>
              <Th num from="lg">
                {t('column.fee')}
              </Th>
              <Th from="lg">{t('column.fetched')}</Th>
              <Th from="sm">{t('column.state')}</Th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <Row key={row.id} row={row} manyApps={manyApps} />
            ))}
          </tbody>
          <Foot totals={data.totals} manyApps={manyApps} />
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

function Row({ row, manyApps }: Readonly<{ row: StatementRow; manyApps: boolean }>) {
  const t = useTranslations('statements');
  const state =
    row.state === 'FETCHING' ? (
      <FetchProgress statement={row} />
    ) : (
      <StatusChip shown={statementShown(row.state)} />
    );
  const ready = row.state === 'READY';
  return (
    <Tr>
      <Td folded={t(`kinds.${row.kind}`)}>
        <RowLink href={`/statements/${row.id}`}>
          <Day day={row.day as ManilaDay} />
          <span className="sr-only"> {t(`kindLong.${row.kind}`)}</span>
        </RowLink>
      </Td>
      <Td from="sm">{t(`kinds.${row.kind}`)}</Td>
      {manyApps && (
        <Td from="lg" quiet>
          {row.appName}
        </Td>
      )}
      <Td num from="md">
        {row.state === 'FAILED' ? <None /> : row.rowCount}
      </Td>
      <Td num folded={state}>
        {ready ? <MoneyText centavos={row.amountSum} /> : <None />}
      </Td>
      <Td num from="lg">
        {ready ? <MoneyText centavos={row.feeSum} /> : <None />}
      </Td>
      <Td from="lg" quiet>
        {row.fetchedAt === null ? <None /> : <RelativeTime at={row.fetchedAt} />}
      </Td>
      <Td from="sm">{state}</Td>
    </Tr>
  );
}

/** One line for each kind: money in and money out are never added up. */
function Foot({ totals, manyApps }: Readonly<{ totals: StatementPage['totals']; manyApps: boolean }>) {
  const t = useTranslations('statements');
  return (
    <tfoot>
      {totals.map(({ kind, statements, rows, amount, fee }) => (
        <tr
          key={kind}
          className="bg-sunken font-strong [&>td]:h-10 [&>td]:border-b-0 first:[&>td]:border-t first:[&>td]:border-line"
        >
          <Td folded={t(`kinds.${kind}`)}>{t('foot', { count: statements })}</Td>
          <Td from="sm">{t(`kinds.${kind}`)}</Td>
          {manyApps && <Td from="lg" />}
          <Td num from="md">
            {rows}
          </Td>
          <Td num>
            <MoneyText centavos={amount} />
          </Td>
          <Td num from="lg">
            <MoneyText centavos={fee} />
          </Td>
          <Td from="lg" />
          <Td from="sm" />
        </tr>
      ))}
    </tfoot>
  );
}

function None() {
  return <span className="text-ink-3">—</span>;
}

function NoneYet({ mayFetch }: Readonly<{ mayFetch: boolean }>) {
  const t = useTranslations('statements.empty');
  return (
    <EmptyState icon={FileText} title={t('title')}>
      {t(mayFetch ? 'body' : 'read')}
    </EmptyState>
  );
}

function NoMatch() {
  const t = useTranslations('collect.noMatch');
  return (
    <EmptyState title={t('title')} action={<LinkButton href="/statements">{t('action')}</LinkButton>}>
      {t('body')}
    </EmptyState>
  );
}
