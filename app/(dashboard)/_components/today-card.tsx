import { getTranslations } from 'next-intl/server';

import { MoneyText } from '@/components/money/money-text';
import { Card, CardBody } from '@/components/ui/card';
import type { Actor } from '@/lib/auth/actor';
import { findToday } from '@/lib/home/today';
import { getSay } from '@/lib/i18n/say';

/** What moved since midnight in Manila: in, fees, refunded, paid out. */
export async function TodayCard({ actor }: Readonly<{ actor: Actor }>) {
  const [today, t, say] = await Promise.all([findToday(actor), getTranslations('home.today'), getSay()]);
  const expected = say({
    key: 'home.today.feesExpected',
    values: { feesCentavos: today.feesExpected.toString() },
  });
  return (
    <Card title={t('title')} hint={t('hint')}>
      <CardBody>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-4">
          <Figure name={t('moneyIn')} amount={today.moneyIn.amount}>
            {t('orders', { count: today.moneyIn.count })}
          </Figure>
          <Figure name={t('fees')} amount={today.fees}>
            {today.feesExpected > 0n && expected}
          </Figure>
          <Figure name={t('refunded')} amount={today.refunded.amount}>
            {t('refunds', { count: today.refunded.count })}
          </Figure>
          <Figure name={t('moneyOut')} amount={today.moneyOut.amount}>
            {t('payouts', { count: today.moneyOut.count })}
          </Figure>
        </dl>
      </CardBody>
    </Card>
  );
}

type FigureProps = Readonly<{ name: string; amount: bigint; children: React.ReactNode }>;

function Figure({ name, amount, children }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="text-hint text-ink-3">{name}</dt>
      <dd>
        <MoneyText centavos={amount.toString()} className="block text-brand font-strong" />
        <span className="block text-small text-ink-3">{children}</span>
      </dd>
    </div>
  );
}
