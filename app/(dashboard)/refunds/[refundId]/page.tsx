import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { z } from 'zod';

import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { requirePageActor } from '@/lib/auth/page-actor';
import { channelName } from '@/lib/channels/channels';
import { findRefund, findRefundVersion } from '@/lib/refunds/find-refund';
import { refundShown } from '@/lib/status/shown-state';

import { CodeExplained } from '../_components/code-explained';
import { LiveRefund } from '../_components/live-refund';
import { RefundFacts } from '../_components/refund-facts';
import { RefundMoney } from '../_components/refund-money';
import { RefundRaised } from '../_components/refund-raised';
import { RefundSay } from '../_components/refund-say';
import { RefundStory } from '../_components/refund-story';

type Props = PageProps<'/refunds/[refundId]'>;

const find = cache(async (refundId: string) => {
  const actor = await requirePageActor();
  if (!z.uuid().safeParse(refundId).success) return null;
  // The version first: news between the two reads is asked for again, never missed.
  const version = await findRefundVersion(actor, refundId);
  const refund = version && (await findRefund(actor, refundId));
  return refund && { refund, version };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await find((await params).refundId);
  return found ? { title: found.refund.mchRefundOrderId } : {};
}

export default async function RefundPage({ params }: Props) {
  const found = await find((await params).refundId);
  if (!found) notFound();
  const { refund, version } = found;
  const [t, detail] = await Promise.all([getTranslations('refunds'), getTranslations('refunds.detail')]);
  const { order } = refund;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/refunds' }, { label: refund.mchRefundOrderId }]}
        title={<MoneyText centavos={refund.amount} />}
        side={
          <>
            <StatusChip shown={refundShown(refund.status)} />
            <span>
              {[order?.customerName, order && channelName(order.channelCode)].filter(Boolean).join(', ')}
            </span>
          </>
        }
        actions={order && <LinkButton href={`/orders/${order.id}`}>{detail('openOrder')}</LinkButton>}
      />
      <LiveRefund id={refund.id} initial={version} />
      <div className="split [--split:1.25fr]">
        <div className="grid gap-4">
          <RefundSay refund={refund} />
          <RefundRaised raised={refund.raised} />
          {refund.code && <CodeExplained code={refund.code} gatewayWords={refund.gatewayWords} />}
          <RefundStory story={refund.story} />
        </div>
        <div className="grid gap-4">
          {order && <RefundMoney order={order} refund={refund} />}
          <RefundFacts refund={refund} />
        </div>
      </div>
    </>
  );
}
