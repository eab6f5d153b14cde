import { useTranslations } from 'next-intl';

import { DateTime } from '@/components/dates/date-time';
import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { Card, CardBody } from '@/components/ui/card';
import { RowLink } from '@/components/ui/row-link';
import type { EarlierRefund } from '@/lib/refunds/find-refund-form';
import { refundShown } from '@/lib/status/shown-state';

/** The refunds that this order has had, so that nobody returns the same money twice by mistake. */
export function EarlierRefunds({ refunds }: Readonly<{ refunds: readonly EarlierRefund[] }>) {
  const t = useTranslations('refunds.happens');
  return (
    <Card title={t('earlier')}>
      {refunds.length === 0 ? (
        <CardBody>
          <p className="text-cell text-ink-3">{t('noEarlier')}</p>
        </CardBody>
      ) : (
        <ul className="pt-1.5 pb-2">
          {refunds.map(({ id, amount, status, createdAt }) => (
            <li
              key={id}
              className="relative flex items-center justify-between gap-3 px-4.5 py-2 hover:bg-sunken"
            >
              <StatusChip shown={refundShown(status)} />
              <span className="num grid">
                <RowLink href={`/refunds/${id}`}>
                  <MoneyText centavos={amount} />
                </RowLink>
                <DateTime at={createdAt} style="short" className="text-small text-ink-3" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
