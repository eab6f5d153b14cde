'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';

import { StaleNote } from '@/components/collect/stale-note';
import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { channelName } from '@/lib/channels/channels';
import { orderShown } from '@/lib/status/shown-state';
import type { WebPaymentLink } from '@/lib/web-payments/schema';

import { webPaymentQuery } from '../web-payment-query';
import { LinkCard } from './link-card';
import { WebPaymentFacts } from './web-payment-facts';
import { WebPaymentSay } from './web-payment-say';

type WebPaymentViewProps = Readonly<{ initial: WebPaymentLink; mayCreate: boolean }>;

/** The link to hand out and what became of it, kept true every second while the payment is open. */
export function WebPaymentView({ initial, mayCreate }: WebPaymentViewProps) {
  const t = useTranslations('webPayments');
  const query = useQuery({ ...webPaymentQuery(initial.id), initialData: initial });
  const { data: payment } = query;
  const isOpen = payment.status === 'PENDING';
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/web-payments' }, { label: payment.mchOrderId ?? payment.id }]}
        title={<MoneyText centavos={payment.amount} />}
        side={
          <>
            <StatusChip shown={orderShown(payment.status)} />
            <span>{channelName(payment.channelCode)}</span>
          </>
        }
        actions={
          <>
            {mayCreate && !isOpen && <LinkButton href="/web-payments/new">{t('panel.another')}</LinkButton>}
            <LinkButton href={`/orders/${payment.id}`} variant={isOpen ? 'default' : 'main'}>
              {t('panel.openOrder')}
            </LinkButton>
          </>
        }
      />
      {query.isError && <StaleNote since={query.dataUpdatedAt} />}
      <div className="split [--split:0.8fr]">
        {payment.payUrl !== null && <LinkCard payment={payment} payUrl={payment.payUrl} />}
        <div className="grid gap-4">
          <WebPaymentSay payment={payment} />
          <WebPaymentFacts payment={payment} />
        </div>
      </div>
    </>
  );
}
