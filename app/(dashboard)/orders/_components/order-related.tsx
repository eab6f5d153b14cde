import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { DateTime } from '@/components/dates/date-time';
import { useSay } from '@/components/message/use-say';
import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { AppLink } from '@/components/ui/app-link';
import { Card, CardBody } from '@/components/ui/card';
import type { OrderDetail } from '@/lib/orders/detail-schema';
import { callbackShown, orderShown, refundShown } from '@/lib/status/shown-state';

/** Refunds, callbacks and statement lines of the order, each leading to its own page. */
export function OrderRelated({ order }: Readonly<{ order: OrderDetail }>) {
  const t = useTranslations('orders');
  const say = useSay();
  const { refunds, callbacks, lines } = order;
  if (refunds.length === 0 && !callbacks?.length && !lines?.length) return null;
  return (
    <Card title={t('detail.related')}>
      <CardBody className="stack gap-4">
        <Group title={t('related.refunds')}>
          {refunds.map(({ id, refundId, amount, status, createdAt }) => (
            <Item
              key={id}
              href={`/refunds/${id}`}
              name={<span className="mono">{refundId}</span>}
              at={createdAt}
              figure={<MoneyText centavos={amount} />}
              chip={<StatusChip shown={refundShown(status)} />}
            />
          ))}
        </Group>
        <Group title={t('related.callbacks')}>
          {callbacks?.map(({ id, eventName, state, receivedAt, isDuplicate }) => (
            <Item
              key={id}
              href={`/callbacks/${id}`}
              name={eventName ?? t('related.notNamed')}
              at={receivedAt}
              figure={isDuplicate && <span className="text-ink-3">{t('related.again')}</span>}
              chip={<StatusChip shown={callbackShown(state)} />}
            />
          ))}
        </Group>
        <Group title={t('related.lines')}>
          {lines?.map(({ id, statementId, day, lineNo, amount, status }) => (
            <Item
              key={id}
              href={`/statements/${statementId}`}
              name={say({ key: 'orders.related.line', values: { statementDay: day, line: lineNo } })}
              figure={<MoneyText centavos={amount} />}
              chip={<StatusChip shown={orderShown(status)} />}
            />
          ))}
        </Group>
      </CardBody>
    </Card>
  );
}

function Group({ title, children }: Readonly<{ title: string; children: readonly ReactNode[] | undefined }>) {
  if (!children || children.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-hint text-ink-3">{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

type ItemProps = Readonly<{ href: string; name: ReactNode; at?: string; figure: ReactNode; chip: ReactNode }>;

function Item({ href, name, at, figure, chip }: ItemProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 last:border-b-0">
      <AppLink href={href} className="inline-flex min-h-6 min-w-0 items-center wrap-anywhere hover:underline">
        {name}
      </AppLink>
      {at !== undefined && <DateTime at={at} style="short" className="text-small text-ink-3 tabular-nums" />}
      <span className="ml-auto flex items-center gap-3">
        {figure}
        {chip}
      </span>
    </li>
  );
}
