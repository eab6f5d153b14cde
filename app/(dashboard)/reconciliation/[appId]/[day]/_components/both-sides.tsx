'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { DateTime } from '@/components/dates/date-time';
import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { ExceptionRow } from '@/lib/reconciliation/schema';
import { orderShown, payoutShown, type Shown } from '@/lib/status/shown-state';

/** What Kaha and PayCools say, beside each other. */
export function BothSides({ exception }: Readonly<{ exception: ExceptionRow }>) {
  const t = useTranslations('reconciliation.detail');
  const { values, type } = exception;
  const text = (name: string) => (values[name] === undefined ? undefined : String(values[name]));
  const here = text('ourCentavos');
  const there = text('lineCentavos');
  const fee = text('feeCentavos');
  const expected = text('expectedCentavos');
  return (
    <div className="-mx-1 overflow-hidden rounded-control border border-line">
      <Table caption={`${t('here')}, ${t('there')}`}>
        <thead>
          <tr>
            <Th>
              <span className="sr-only">{t('amount')}</span>
            </Th>
            <Th num>{t('here')}</Th>
            <Th num>{t('there')}</Th>
          </tr>
        </thead>
        <tbody>
          <Side
            label={t('amount')}
            here={here && <MoneyText centavos={here} />}
            there={there && <MoneyText centavos={there} />}
          />
          {text('ourStatus') !== undefined && (
            <Side
              label={t('state')}
              here={<Status exception={exception} />}
              there={<There exception={exception} />}
            />
          )}
          <Side
            label={t('time')}
            here={text('ourAt') && <DateTime at={text('ourAt') ?? ''} style="seconds" />}
            there={text('lineAt') && <DateTime at={text('lineAt') ?? ''} style="seconds" />}
          />
          {type === 'FEE_DIFFERS' && fee !== undefined && expected !== undefined && (
            <Side
              label={t('fee')}
              here={<MoneyText centavos={expected} />}
              there={<MoneyText centavos={fee} />}
            />
          )}
        </tbody>
      </Table>
    </div>
  );
}

type SideProps = Readonly<{ label: string; here: ReactNode; there: ReactNode }>;

function Side({ label, here, there }: SideProps) {
  return (
    <Tr>
      <Td quiet>{label}</Td>
      <Td num>{here ?? '—'}</Td>
      <Td num>{there ?? '—'}</Td>
    </Tr>
  );
}

function Status({ exception: { subject, values } }: Readonly<{ exception: ExceptionRow }>) {
  const status = String(values['ourStatus'] ?? '');
  const shown: Shown = subject === 'order' ? orderShown(status as 'PENDING') : payoutShown(status as 'READY');
  return <StatusChip shown={shown} />;
}

/** What the statement's state must be for this kind of exception. */
function There({ exception: { values, type, variant, subject } }: Readonly<{ exception: ExceptionRow }>) {
  const t = useTranslations('reconciliation.detail');
  if (variant === 'openThere') return <StatusChip shown={{ state: 'inProgress' }} />;
  if (variant === 'failedThere') return <StatusChip shown={{ state: 'failed' }} />;
  if (values['lineCentavos'] === undefined) return t(subject === 'refund' ? 'notKnownThere' : 'notThere');
  return type === 'MISSING_THERE' ? t('notThere') : <StatusChip shown={{ state: 'complete' }} />;
}
