import { useTranslations } from 'next-intl';

import { useSay } from '@/components/message/use-say';
import { CopyButton } from '@/components/ui/copy-button';
import { Say } from '@/components/ui/say';
import type { OrderDetail } from '@/lib/orders/detail-schema';

/** What is so while no money has come in, and what to do. */
export function OrderSay({ order }: Readonly<{ order: OrderDetail }>) {
  const t = useTranslations('orders.detail');
  const say = useSay();
  switch (order.status) {
    case 'SENDING':
      return (
        <Say tone="run" title={t('sending.title')}>
          {t('sending.body')}
        </Say>
      );
    case 'UNKNOWN':
      return (
        <Say tone="doubt" title={t('unknown.title')}>
          {t('unknown.body')}
        </Say>
      );
    case 'PENDING':
      return (
        <Say
          tone="run"
          title={t('toPay.title')}
          actions={order.payUrl !== null && <CopyButton text={order.payUrl}>{t('toPay.copy')}</CopyButton>}
        >
          {order.expiresAt === null
            ? t('toPay.open')
            : say({ key: 'orders.detail.toPay.until', values: { expiresAt: order.expiresAt } })}
        </Say>
      );
    case 'CLOSED':
      return (
        <Say tone="doubt" title={t('closed.title')}>
          {t('closed.body')}
        </Say>
      );
    case 'COMPLETE':
    case 'FAILED':
    case 'REFUSED':
      return null;
  }
}
