import { useTranslations } from 'next-intl';

import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { AppLink } from '@/components/ui/app-link';
import { Card } from '@/components/ui/card';
import { FootRow, Table, Td, Th, Tr } from '@/components/ui/table';
import { channelName } from '@/lib/channels/channels';
import { LINE_STATUSES, type StatementDetail, type StatementTotal } from '@/lib/statements/schema';
import { orderShown } from '@/lib/status/shown-state';

import { toSearch } from '../../statement-list-query';

/** What the rows add up to, by state and by channel; every figure leads to the rows that make it. */
export function StatementTotals({ statement }: Readonly<{ statement: StatementDetail }>) {
  const t = useTranslations('statements.detail');
  const { byStatus, byChannel } = statement;
  return (
    <div className="grid gap-4">
      <Card title={t('byStatus')}>
        <Totals caption={t('byStatus')} first={t('column.status')} totals={byStatus}>
          {({ name }) => {
            const status = LINE_STATUSES.find((known) => known === name);
            return (
              status && <RowsLink filter={{ status }}>{<StatusChip shown={orderShown(status)} />}</RowsLink>
            );
          }}
        </Totals>
      </Card>
      {byChannel.length > 0 && (
        <Card title={t('byChannel')}>
          <Totals caption={t('byChannel')} first={t('column.channel')} totals={byChannel} foot>
            {({ name }) =>
              name === null ? (
                t('noChannel')
              ) : (
                <RowsLink filter={{ channel: name, status: 'COMPLETE' }}>{channelName(name)}</RowsLink>
              )
            }
          </Totals>
        </Card>
      )}
    </div>
  );
}

function RowsLink({
  filter,
  children,
}: Readonly<{ filter: Record<string, string>; children: React.ReactNode }>) {
  return (
    <AppLink href={`?${toSearch(filter)}`} scroll={false} className="hover:underline">
      {children}
    </AppLink>
  );
}

type TotalsProps = Readonly<{
  caption: string;
  first: string;
  totals: readonly StatementTotal[];
  foot?: boolean;
  children: (total: StatementTotal) => React.ReactNode;
}>;

function Totals({ caption, first, totals, foot = false, children }: TotalsProps) {
  const t = useTranslations('statements.detail');
  const sum = (name: 'amount' | 'fee') =>
    totals.reduce((total, each) => total + BigInt(each[name]), 0n).toString();
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{first}</Th>
          <Th num>{t('column.rows')}</Th>
          <Th num>{t('column.amount')}</Th>
          <Th num from="sm">
            {t('column.fee')}
          </Th>
        </tr>
      </thead>
      <tbody>
        {totals.map((total) => (
          <Tr key={total.name}>
            <Td>{children(total)}</Td>
            <Td num>{total.rows}</Td>
            <Td num>
              <MoneyText centavos={total.amount} />
            </Td>
            <Td num from="sm">
              <MoneyText centavos={total.fee} />
            </Td>
          </Tr>
        ))}
      </tbody>
      {foot && (
        <FootRow>
          <Td>{t('allRows')}</Td>
          <Td num>{totals.reduce((count, { rows }) => count + rows, 0)}</Td>
          <Td num>
            <MoneyText centavos={sum('amount')} />
          </Td>
          <Td num from="sm">
            <MoneyText centavos={sum('fee')} />
          </Td>
        </FootRow>
      )}
    </Table>
  );
}
