'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';

import { DateTime } from '@/components/dates/date-time';
import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { AppLink } from '@/components/ui/app-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { FootRow, Table, Td, Th, Tr } from '@/components/ui/table';
import { channelName } from '@/lib/channels/channels';
import type { LineFilter, StatementDetail, StatementLineRow, StatementLines } from '@/lib/statements/schema';
import { orderShown } from '@/lib/status/shown-state';

import { toSearch } from '../../statement-list-query';
import { statementLinesQuery } from '../../statement-query';
import { LineFilters } from './line-filters';

type LineTableProps = Readonly<{ statement: StatementDetail; filter: LineFilter }>;

/** The rows of the statement, each with what it matched and why. */
export function LineTable({ statement, filter }: LineTableProps) {
  const t = useTranslations('statements.lines');
  const { data } = useSuspenseQuery(statementLinesQuery(statement.id, filter));
  const { after, before, ...place } = filter;
  const base = `/statements/${statement.id}`;
  const href = (changes: Partial<LineFilter>) => `${base}?${toSearch({ ...place, ...changes })}`;
  const isFiltered = Object.values(place).some((value) => value !== undefined);

  return (
    <section aria-label={t('title')}>
      <LineFilters statement={statement} filter={filter} />
      <Card
        title={t('title')}
        hint={t('matchedOf', { matched: statement.matched, count: statement.rowCount })}
      >
        {data.rows.length === 0 && after === undefined && before === undefined ? (
          isFiltered ? (
            <EmptyState
              title={t('noMatch')}
              action={<LinkButton href={base}>{t('noMatchAction')}</LinkButton>}
            />
          ) : (
            <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>
          )
        ) : (
          <Lines data={data} kind={statement.kind} />
        )}
      </Card>
      <Pagination
        note={t('order')}
        newerHref={data.newer === null ? undefined : href({ before: data.newer })}
        olderHref={data.older === null ? undefined : href({ after: data.older })}
      />
    </section>
  );
}

function Lines({ data, kind }: Readonly<{ data: StatementLines; kind: StatementDetail['kind'] }>) {
  const t = useTranslations('statements.lines');
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th num from="lg">
            {t('column.no')}
          </Th>
          <Th>{t('column.order')}</Th>
          <Th from="lg">{t('column.time')}</Th>
          <Th from="md">{t('column.channel')}</Th>
          <Th num>{t('column.amount')}</Th>
          <Th num from="lg">
            {t('column.fee')}
          </Th>
          <Th from="sm">{t('column.status')}</Th>
          <Th from="md">{t('column.match')}</Th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((line) => (
          <Line key={line.id} line={line} kind={kind} />
        ))}
      </tbody>
      <FootRow>
        <Td from="lg" />
        <Td>{t('foot', { count: data.count })}</Td>
        <Td from="lg" />
        <Td from="md" />
        <Td num>
          <MoneyText centavos={data.amount} />
        </Td>
        <Td num from="lg">
          <MoneyText centavos={data.fee} />
        </Td>
        <Td from="sm" />
        <Td from="md" />
      </FootRow>
    </Table>
  );
}

function Line({ line, kind }: Readonly<{ line: StatementLineRow; kind: StatementDetail['kind'] }>) {
  const chip = <StatusChip shown={orderShown(line.status)} />;
  const channel = kind === 'PAYMENT' ? channelName(line.channel) : line.channel;
  return (
    <Tr>
      <Td num quiet from="lg">
        {line.lineNo}
      </Td>
      <Td sub={<span className="mono">{line.transactionId}</span>} folded={<Match line={line} />}>
        {line.orderId === null ? (
          <span className="mono">{line.merchantOrderId ?? '—'}</span>
        ) : (
          <AppLink href={`/orders/${line.orderId}`} className="mono hover:underline">
            {line.merchantOrderId ?? line.transactionId}
          </AppLink>
        )}
      </Td>
      <Td from="lg" quiet>
        {line.completedAt === null ? '—' : <DateTime at={line.completedAt} style="seconds" />}
      </Td>
      <Td from="md">{channel}</Td>
      <Td num folded={chip}>
        <MoneyText centavos={line.amount} />
      </Td>
      <Td num from="lg">
        <MoneyText centavos={line.fee} />
      </Td>
      <Td from="sm">{chip}</Td>
      <Td from="md">
        <Match line={line} />
      </Td>
    </Tr>
  );
}

/** In a word what it matched by; the sentence why is read out and shown on pointing. */
function Match({ line: { rule } }: Readonly<{ line: StatementLineRow }>) {
  const t = useTranslations('statements');
  if (rule === null) return <span className="text-doubt">{t('lines.notMatched')}</span>;
  return (
    <span title={t(`rules.${rule}`)}>
      {t(`ruleShort.${rule}`)}
      <span className="sr-only">. {t(`rules.${rule}`)}</span>
    </span>
  );
}
