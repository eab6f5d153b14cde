'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';

import { StaleNote } from '@/components/collect/stale-note';
import { MoneyFigure } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { CopyButton } from '@/components/ui/copy-button';
import { PageHeader } from '@/components/ui/page-header';
import { channelName } from '@/lib/channels/channels';
import type { OrderDetail } from '@/lib/orders/detail-schema';
import { orderShown } from '@/lib/status/shown-state';

import { orderQuery } from '../order-query';
import { type Explanation, OrderFailure } from './order-failure';
import { OrderFacts } from './order-facts';
import { OrderMoneyCard } from './order-money';
import { OrderRelated } from './order-related';
import { OrderRaised } from './order-raised';
import { OrderSay } from './order-say';
import { OrderStory } from './order-story';
import { RefundAnswer, RefundButton } from './refund-answer';

type OrderViewProps = Readonly<{ initial: OrderDetail; explanation: Explanation | null }>;

/** The page of one order, kept true every second while something about it is open. */
export function OrderView({ initial, explanation }: OrderViewProps) {
  const t = useTranslations('orders');
  const router = useRouter();
  const {
    data: order,
    isError,
    dataUpdatedAt,
  } = useQuery({ ...orderQuery(initial.id), initialData: initial });
  const product = t(`product.${order.product}`);
  const channel = channelName(order.channelCode);
  const ids = [order.orderId, order.transactionId].filter((id) => id !== null);
  const newCode = order.failed?.code !== initial.failed?.code;

  // The words for a code come with the page, so a code that appears while it is open asks for them.
  useEffect(() => {
    if (newCode) router.refresh();
  }, [newCode, router]);

  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/orders' }, { label: ids[0] ?? t('noId') }]}
        title={<MoneyFigure centavos={order.amount} />}
        side={
          <>
            <span role="status">
              <StatusChip shown={orderShown(order.status)} />
            </span>
            <span>{channel === '' ? product : t('headline', { channel, product })}</span>
          </>
        }
        actions={
          <>
            {ids.length > 0 && <CopyButton text={ids.join('\n')}>{t('detail.copyIds')}</CopyButton>}
            <RefundButton orderId={order.id} answer={order.refundAnswer} mayRefund={order.mayRefund} />
          </>
        }
      />
      {isError && <StaleNote since={dataUpdatedAt} />}
      <div className="split [--split:1.5fr]">
        <div className="stack gap-4">
          <OrderRaised raised={order.raised} />
          {order.status === 'COMPLETE' ? (
            <RefundAnswer answer={order.refundAnswer} channelCode={order.channelCode} />
          ) : order.failed ? (
            <OrderFailure failed={order.failed} status={order.status} explanation={explanation} />
          ) : (
            <OrderSay order={order} />
          )}
          <OrderStory story={order.story} />
          <OrderRelated order={order} />
        </div>
        <div className="stack gap-4">
          <OrderMoneyCard order={order} />
          <OrderFacts order={order} />
        </div>
      </div>
    </>
  );
}
