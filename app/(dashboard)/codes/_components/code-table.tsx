import { useTranslations } from 'next-intl';

import { Day } from '@/components/dates/day';
import { Card } from '@/components/ui/card';
import { RowLink } from '@/components/ui/row-link';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import { gatewaySpelling } from '@/lib/codes/gateway-spelling';
import { manilaDayOf } from '@/lib/dates/manila-day';
import type { CodePlace } from '@/lib/gateway/code-table';

import type { IndexRow } from './index-rows';

/** The codes of one place: number, meaning, who acts, whether to try again, how often seen here. */
export function CodeTable({ place, rows }: Readonly<{ place: CodePlace; rows: readonly IndexRow[] }>) {
  const t = useTranslations('codePages');
  const codes = useTranslations('codes');
  return (
    <Card title={codes(`place.${place}`)} hint={t('inPlace', { count: rows.length })}>
      <Table caption={t('caption', { place: codes(`place.${place}`) })} className="mt-2">
        <thead>
          <tr>
            <Th className="w-16 @min-sm:w-24">{t('columns.code')}</Th>
            <Th>{t('columns.meaning')}</Th>
            <Th from="md" className="w-44">
              {t('columns.who')}
            </Th>
            <Th from="lg" className="w-40">
              {t('columns.again')}
            </Th>
            <Th num from="sm" className="w-28">
              {t('columns.seen')}
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.code}>
              <Td className="align-top" folded={row.seen && t('times', { count: row.seen.count })}>
                <RowLink href={`/codes/${place}/${row.code}`} className="mono">
                  {gatewaySpelling(place, row.code)}
                </RowLink>
              </Td>
              <Td sub={row.what} className="align-top">
                {row.title}
              </Td>
              <Td from="md" quiet className="align-top">
                <span className="block first-letter:uppercase">{codes(`who.${row.who}`)}</span>
              </Td>
              <Td from="lg" quiet className="align-top">
                {codes(`again.${row.tryAgain}`)}
              </Td>
              <Td
                num
                from="sm"
                quiet={row.seen === null}
                className="align-top"
                sub={row.seen && <Day day={manilaDayOf(row.seen.lastAt)} style="short" />}
              >
                {row.seen ? t('times', { count: row.seen.count }) : t('never')}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
