'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { DateTime } from '@/components/dates/date-time';
import { useSay } from '@/components/message/use-say';
import { StatusChip } from '@/components/status/status-chip';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Pagination } from '@/components/ui/pagination';
import { RowLink } from '@/components/ui/row-link';
import { Say } from '@/components/ui/say';
import { FootRow, Table, Td, Th, Tr } from '@/components/ui/table';
import { Tabs } from '@/components/ui/tabs';
import {
  CALLBACK_VIEWS,
  type CallbackFilter,
  type CallbackPage,
  type CallbackRow,
  callbackSearch,
  narrowingOf,
} from '@/lib/callbacks/schema';
import { callbackShown } from '@/lib/status/shown-state';

import { callbackListQuery } from '../callback-list-query';
import { DuplicateChip, SignatureChip } from './verdict-chip';

type CallbackTableProps = Readonly<{ filter: CallbackFilter; filters: ReactNode }>;

/** What PayCools told us, newest first: what came, the verdict on it, and what was done. */
export function CallbackTable({ filter, filters }: CallbackTableProps) {
  const t = useTranslations('callbacks');
  const { data } = useSuspenseQuery(callbackListQuery(filter));
  const { view, after, before } = filter;
  const narrowing = narrowingOf(filter);
  const place = { ...narrowing, ...(view !== undefined && { view }) };
  const href = (changes: CallbackFilter) => addressOf({ ...place, ...changes });
  const tabs = [
    {
      key: 'all',
      label: t('view.all'),
      count: data.counts.all,
      href: addressOf(narrowing),
    },
    ...CALLBACK_VIEWS.map((one) => ({
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
      {data.rejectedCapReached && (
        <Say tone="doubt" className="mb-3" title={t('capReached.title')}>
          {t('capReached.body')}
        </Say>
      )}
      <Card>
        {hasNone ? (
          <EmptyState icon={Bell} title={t('empty.title')}>
            {t('empty.body')}
          </EmptyState>
        ) : isEmpty ? (
          <EmptyState
            title={t('noMatch.title')}
            action={<LinkButton href="/callbacks">{t('noMatch.action')}</LinkButton>}
          >
            {t('noMatch.body')}
          </EmptyState>
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

function addressOf(filter: CallbackFilter): string {
  const search = callbackSearch(filter);
  return search === '' ? '/callbacks' : `/callbacks?${search}`;
}

function Rows({ rows, total }: Pick<CallbackPage, 'rows' | 'total'>) {
  const t = useTranslations('callbacks');
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th from="sm">{t('column.received')}</Th>
          <Th>{t('column.event')}</Th>
          <Th from="sm">{t('column.signature')}</Th>
          <Th from="lg">{t('column.done')}</Th>
          <Th>{t('column.state')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
      <FootRow>
        <Td from="sm" />
        <Td>{t('foot', { count: total })}</Td>
        <Td from="sm" />
        <Td from="lg" />
        <Td />
      </FootRow>
    </Table>
  );
}

function Row({ row }: Readonly<{ row: CallbackRow }>) {
  const t = useTranslations('callbacks');
  const say = useSay();
  const time = <DateTime at={row.receivedAt} style="seconds" />;
  return (
    <Tr>
      <Td quiet from="sm">
        {time}
      </Td>
      <Td sub={row.subjectId && <span className="mono">{row.subjectId}</span>} folded={time}>
        <RowLink href={`/callbacks/${row.id}`} className="wrap-anywhere">
          {row.eventName ?? t('noEvent')}
        </RowLink>
      </Td>
      <Td from="sm">
        <span className="inline-flex flex-wrap gap-1.5">
          <SignatureChip callback={row} />
          <DuplicateChip callback={row} />
        </span>
      </Td>
      <Td from="lg" className="text-hint text-ink-2">
        {row.said ? say(row.said) : row.state === 'RECEIVED' ? t('working') : '—'}
      </Td>
      <Td>
        <StatusChip shown={callbackShown(row.state)} />
      </Td>
    </Tr>
  );
}
