'use client';

import { useTranslations } from 'next-intl';

import { RelativeTime } from '@/components/dates/relative-time';
import { useSay } from '@/components/message/use-say';
import { MoneyText } from '@/components/money/money-text';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { FootRow, Table, Td, Th, Tr } from '@/components/ui/table';
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
          <Th num>{t('column.effect')}</Th>
          <Th from="md">{t('column.age')}</Th>
          <Th>
            <span className="sr-only">{t('column.act')}</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {exceptions.map((exception) => (
          <Row key={exception.id} exception={exception} mayWork={mayWork} onLook={onLook} />
        ))}
      </tbody>
      {total !== undefined && (
        <FootRow>
          <Td>{t('total')}</Td>
          <Td num>
            <MoneyText centavos={total} sign="always" />
          </Td>
          <Td from="md" />
          <Td />
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
  return (
    <Tr>
      <Td sub={<span className="wrap-anywhere">{say(foundMessage(exception, 'about'))}</span>}>
        <span className="mr-2">{title}</span>
        <Decision exception={exception} />
      </Td>
      <Td num>
        <MoneyText centavos={exception.effect} sign="always" />
      </Td>
      <Td from="md" quiet className="whitespace-nowrap">
        <RelativeTime at={exception.openedAt} />
      </Td>
      <Td num>
        <Button size="small" onClick={() => onLook(exception)}>
          {t(mayWork ? verbOf(exception) : 'look')}
          <span className="sr-only">: {title}</span>
        </Button>
      </Td>
    </Tr>
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
