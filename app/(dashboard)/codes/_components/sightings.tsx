import { useTranslations } from 'next-intl';

import { DateTime } from '@/components/dates/date-time';
import { MoneyText } from '@/components/money/money-text';
import { Card } from '@/components/ui/card';
import { RowLink } from '@/components/ui/row-link';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { CodeSighting } from '@/lib/codes/queries';

/** Where each kind of record is shown; a payout has no page yet. */
const PAGES = { refund: '/refunds', order: '/orders', qrCode: '/qr-codes', payout: null } as const;

type SightingsProps = Readonly<{ count: number; sightings: readonly CodeSighting[] }>;

/** The latest records that carry this code: one click from the count to what makes it. */
export function Sightings({ count, sightings }: SightingsProps) {
  const t = useTranslations('codePages.seen');
  const more = count - sightings.length;
  return (
    <Card title={t('title')} hint={more > 0 ? t('latest', { shown: sightings.length, count }) : undefined}>
      <Table caption={t('caption')} className="mt-2">
        <thead>
          <tr>
            <Th>{t('record')}</Th>
            <Th num>{t('amount')}</Th>
          </tr>
        </thead>
        <tbody>
          {sightings.map((sighting) => (
            <Tr key={`${sighting.kind} ${sighting.id}`}>
              <Td sub={<DateTime at={sighting.at.toISOString()} style="full" />}>
                {t(sighting.kind)} <Reference sighting={sighting} />
              </Td>
              <Td num>
                {sighting.amount === null ? '—' : <MoneyText centavos={sighting.amount.toString()} />}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function Reference({ sighting }: Readonly<{ sighting: CodeSighting }>) {
  const page = PAGES[sighting.kind];
  const text = sighting.reference ?? sighting.id;
  if (page === null) return <span className="mono">{text}</span>;
  return (
    <RowLink href={`${page}/${sighting.id}`} className="mono">
      {text}
    </RowLink>
  );
}
