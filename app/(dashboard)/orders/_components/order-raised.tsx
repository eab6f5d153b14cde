import { useTranslations } from 'next-intl';

import { useSay } from '@/components/message/use-say';
import { Say } from '@/components/ui/say';
import type { OrderDetail } from '@/lib/orders/detail-schema';

/** What was said about this order and not applied: somebody has to look at it. */
export function OrderRaised({ raised }: Readonly<{ raised: OrderDetail['raised'] }>) {
  const t = useTranslations('orders.detail');
  const say = useSay();
  if (raised.length === 0) return null;
  return (
    <Say tone="doubt" title={t('look', { count: raised.length })}>
      <ul className="grid gap-1">
        {raised.map((message, index) => (
          <li key={index} className="wrap-anywhere">
            {say(message)}
          </li>
        ))}
      </ul>
      <p className="mt-1.5">{t('lookHint')}</p>
    </Say>
  );
}
