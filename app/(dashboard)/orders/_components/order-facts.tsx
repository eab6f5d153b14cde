import { useTranslations } from 'next-intl';

import { DateTime } from '@/components/dates/date-time';
import { AppLink } from '@/components/ui/app-link';
import { Card, CardBody } from '@/components/ui/card';
import { CopyableId } from '@/components/ui/copyable-id';
import { Fact, FactList } from '@/components/ui/fact-list';
import type { OrderDetail } from '@/lib/orders/detail-schema';

import { PersonalFact } from './personal-fact';

/** Who, when and by which ids; personal data is masked until somebody who may asks for it. */
export function OrderFacts({ order }: Readonly<{ order: OrderDetail }>) {
  const t = useTranslations('orders.fact');
  const detail = useTranslations('orders.detail');
  const ended = order.status === 'COMPLETE' ? t('paid') : order.status === 'FAILED' ? t('failed') : null;
  return (
    <Card title={detail('facts')}>
      <CardBody>
        <FactList>
          <Fact label={t('customer')}>{order.customerName ?? '—'}</Fact>
          <Fact label={t('mobile')}>
            <PersonalFact
              orderId={order.id}
              field="mobile"
              masked={order.mobile}
              canReveal={order.canReveal}
            />
          </Fact>
          <Fact label={t('email')}>
            <PersonalFact orderId={order.id} field="email" masked={order.email} canReveal={order.canReveal} />
          </Fact>
          <Fact label={t('orderId')}>
            {order.orderId === null ? '—' : <CopyableId id={order.orderId} what={t('orderId')} />}
          </Fact>
          <Fact label={t('transactionId')}>
            {order.transactionId === null ? (
              '—'
            ) : (
              <CopyableId id={order.transactionId} what={t('transactionId')} />
            )}
          </Fact>
          {order.qrCode && (
            <Fact label={t('qrCode')}>
              <AppLink href={`/qr-codes/${order.qrCode.id}`} className="inline-link">
                {order.qrCode.mchOrderId}
              </AppLink>
            </Fact>
          )}
          <Fact label={t('remark')}>{order.remark ?? '—'}</Fact>
          <Fact label={t('created')}>
            <DateTime at={order.createdAt} />
          </Fact>
          {ended !== null && order.completedAt !== null && (
            <Fact label={ended}>
              <DateTime at={order.completedAt} />
            </Fact>
          )}
          <Fact label={t('origin')}>{t(`originOf.${order.origin}`)}</Fact>
          <Fact label={t('app')}>{order.appName}</Fact>
        </FactList>
      </CardBody>
    </Card>
  );
}
