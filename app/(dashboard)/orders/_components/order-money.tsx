import { useTranslations } from 'next-intl';

import { MoneyText } from '@/components/money/money-text';
import { Card, CardBody } from '@/components/ui/card';
import { SumLine, SumList } from '@/components/ui/sum-list';
import { findChannel } from '@/lib/channels/channels';
import type { OrderDetail, OrderMoney } from '@/lib/orders/detail-schema';

/** Where the paid amount went, as a sum that a person can check with a finger. */
export function OrderMoneyCard({ order }: Readonly<{ order: OrderDetail }>) {
  const t = useTranslations('orders');
  return (
    <Card title={t('detail.money')}>
      <CardBody>
        {order.money === null ? (
          <p className="text-ink-3">{t('sum.notYet')}</p>
        ) : (
          <Sum money={order.money} channelCode={order.channelCode} />
        )}
      </CardBody>
    </Card>
  );
}

function Sum({ money, channelCode }: Readonly<{ money: OrderMoney; channelCode: string | null }>) {
  const t = useTranslations('orders.sum');
  const fee = findChannel(channelCode)?.fee;
  const percent =
    fee && 'basisPoints' in fee ? t('feePercent', { percent: fee.basisPoints / 100 }) : undefined;
  const hint = [percent, money.feeIsExpected && money.fee !== null ? t('feeExpected') : undefined]
    .filter((word) => word !== undefined)
    .join(', ');
  const parts = [
    { operator: 'plus', key: 'feeBack' },
    { operator: 'minus', key: 'refunded' },
    { operator: 'minus', key: 'refunding' },
    { operator: 'minus', key: 'returned' },
  ] as const;
  return (
    <SumList>
      <SumLine label={t('paid')}>
        <MoneyText centavos={money.paid} />
      </SumLine>
      <SumLine operator="minus" label={t('fee')} {...(hint !== '' && { hint })}>
        {money.fee === null ? t('feeUnknown') : <MoneyText centavos={money.fee} />}
      </SumLine>
      {parts.map(
        ({ operator, key }) =>
          money[key] !== '0' && (
            <SumLine key={key} operator={operator} label={t(key)}>
              <MoneyText centavos={money[key]} />
            </SumLine>
          ),
      )}
      <SumLine operator="equals" label={t('yours')} total>
        <MoneyText centavos={money.yours} />
      </SumLine>
    </SumList>
  );
}
