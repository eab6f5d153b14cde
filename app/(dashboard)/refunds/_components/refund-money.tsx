import { useTranslations } from 'next-intl';

import { MoneyText } from '@/components/money/money-text';
import { Card, CardBody } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { SumLine, SumList } from '@/components/ui/sum-list';
import type { RefundDetail } from '@/lib/refunds/find-refund';
import { isReserved } from '@/lib/refunds/status';

type RefundMoneyProps = Readonly<{ order: NonNullable<RefundDetail['order']>; refund: RefundDetail }>;

/** Where this refund stands in its order: paid − other refunds − this one = left. */
export function RefundMoney({ order, refund }: RefundMoneyProps) {
  const t = useTranslations('refunds.detail');
  const counts = refund.status === 'COMPLETE' || isReserved(refund.status);
  return (
    <Card title={t('money')}>
      <CardBody className="grid gap-3">
        <SumList>
          <SumLine label={t('paid')}>
            <MoneyText centavos={order.paid} />
          </SumLine>
          {order.others !== '0' && (
            <SumLine operator="minus" label={t('others')}>
              <MoneyText centavos={order.others} />
            </SumLine>
          )}
          {counts && (
            <SumLine operator="minus" label={t('this')}>
              <MoneyText centavos={refund.amount} />
            </SumLine>
          )}
          <SumLine operator="equals" total label={t('left')}>
            <MoneyText centavos={order.left} />
          </SumLine>
        </SumList>
        {refund.canStartAnother && (
          <div>
            <LinkButton href={`/orders/${order.id}/refund`} size="small">
              {t('another')}
            </LinkButton>
          </div>
        )}
      </CardBody>
    </Card>
  );
}
