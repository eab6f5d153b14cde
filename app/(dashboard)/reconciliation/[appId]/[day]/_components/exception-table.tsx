'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

import { RelativeTime } from '@/components/dates/relative-time';
import { useSay } from '@/components/message/use-say';
import { MoneyText } from '@/components/money/money-text';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { FootRow, Table, Td, Th, Tr } from '@/components/ui/table';
import { type ExceptionGroup, groupExceptions } from '@/lib/reconciliation/group-exceptions';
import type { ExceptionRow } from '@/lib/reconciliation/schema';

import { foundMessage } from './found-message';

type ExceptionTableProps = Readonly<{
  exceptions: readonly ExceptionRow[];
  /** What they explain together; left out where they explain nothing any more. */
  total?: string;
  mayWork: boolean;
  onLook: (exception: ExceptionRow) => void;
}>;

/** One line for each exception: what, its effect, its age, and the way to decide. */
export function ExceptionTable({ exceptions, total, mayWork, onLook }: ExceptionTableProps) {
  const t = useTranslations('reconciliation.exceptions');
  return (
    <Table caption={t('caption')}>
      <thead>
        <tr>
          <Th>{t('column.what')}</Th>
          <Th num from="sm">
            {t('column.effect')}
          </Th>
          <Th from="sm">{t('column.age')}</Th>
          <Th from="sm">
            <span className="sr-only">{t('column.act')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {groupExceptions(exceptions).map((each) =>
          'members' in each ? (
            <GroupRows key={each.key} group={each} mayWork={mayWork} onLook={onLook} />
          ) : (
            <Row key={each.id} exception={each} mayWork={mayWork} onLook={onLook} />
          ),
        )}
      </tbody>
      {total !== undefined && (
        <FootRow>
          <Td
            folded={<MoneyText centavos={total} sign="always" className="text-cell font-strong text-ink" />}
          >
            {t('total')}
          </Td>
          <Td num from="sm">
            <MoneyText centavos={total} sign="always" />
          </Td>
          <Td from="sm" />
          <Td from="sm" />
        </FootRow>
      )}
    </Table>
  );
}

type RowProps = Readonly<{
  exception: ExceptionRow;
  mayWork: boolean;
  onLook: (exception: ExceptionRow) => void;
}>;

function Row({ exception, mayWork, onLook }: RowProps) {
  const t = useTranslations('reconciliation.exceptions');
  const say = useSay();
  const title = say(foundMessage(exception, 'title'));
  const verb = t(mayWork ? verbOf(exception) : 'look');
  const button = (
    <Button size="small" aria-label={`${verb}: ${title}`} onClick={() => onLook(exception)}>
      {verb}
    </Button>
  );
  const effect = <MoneyText centavos={exception.effect} sign="always" />;
  return (
    <Tr>
      <Td
        sub={<span className="wrap-anywhere">{say(foundMessage(exception, 'about'))}</span>}
        folded={
          <span className="flex items-center justify-between gap-3 pt-1 text-cell text-ink">
            {effect}
            {button}
          </span>
        }
      >
        <span className="mr-2">{title}</span>
        <Decision exception={exception} />
      </Td>
      <Td num from="sm">
        {effect}
      </Td>
      <Td from="sm" quiet className="whitespace-nowrap">
        <RelativeTime at={exception.openedAt} />
      </Td>
      <Td num from="sm">
        {button}
      </Td>
    </Tr>
  );
}

type GroupRowsProps = Readonly<{
  group: ExceptionGroup;
  mayWork: boolean;
  onLook: (exception: ExceptionRow) => void;
}>;

/** Several overcharges of one channel as one line; looking at it unfolds them. */
function GroupRows({ group, mayWork, onLook }: GroupRowsProps) {
  const t = useTranslations('reconciliation.exceptions');
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const title = t('group', { count: group.members.length, channel: group.channel });
  const about = say({
    key: 'reconciliation.exceptions.groupAbout',
    values: { claimCentavos: group.claim },
  });
  const verb = t(isOpen ? 'fold' : 'look');
  const button = (
    <Button
      size="small"
      aria-expanded={isOpen}
      aria-label={`${verb}: ${title}`}
      onClick={() => setIsOpen(!isOpen)}
    >
      {verb}
    </Button>
  );
  const effect = <MoneyText centavos={group.effect} sign="always" />;
  return (
    <>
      <Tr>
        <Td
          sub={about}
          folded={
            <span className="flex items-center justify-between gap-3 pt-1 text-cell text-ink">
              {effect}
              {button}
            </span>
          }
        >
          {title}
        </Td>
        <Td num from="sm">
          {effect}
        </Td>
        <Td from="sm" />
        <Td num from="sm">
          {button}
        </Td>
      </Tr>
      {isOpen &&
        group.members.map((member) => (
          <Row key={member.id} exception={member} mayWork={mayWork} onLook={onLook} />
        ))}
    </>
  );
}

/** What was decided; an open exception that waits says so too. */
function Decision({ exception: { resolution } }: Readonly<{ exception: ExceptionRow }>) {
  const t = useTranslations('reconciliation.exceptions.resolved');
  if (resolution === null) return null;
  return <Chip tone={resolution === 'WAITING' ? 'doubt' : 'shut'}>{t(resolution)}</Chip>;
}

/** The button names what is most likely done; every one of them only opens the exception. */
function verbOf({ type, state, mayAccept }: ExceptionRow): 'look' | 'accept' | 'move' | 'add' {
  if (state !== 'OPEN' || !mayAccept) return 'look';
  if (type === 'NO_CALLBACK') return 'accept';
  if (type === 'LATE') return 'move';
  return type === 'MISSING_HERE' ? 'add' : 'look';
}
