import { randomUUID } from 'node:crypto';

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';

import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/actor';
import { requirePageActor } from '@/lib/auth/page-actor';
import { channelName } from '@/lib/channels/channels';
import { manilaDayOf } from '@/lib/dates/manila-day';
import { getSay } from '@/lib/i18n/say';
import { findRefundForm, type RefundForm as Form } from '@/lib/refunds/find-refund-form';

import { RefundAnswer } from '../../_components/refund-answer';
import { EarlierRefunds } from './_components/earlier-refunds';
import { AlreadySent, MayNotRefund } from './_components/form-notice';
import { RefundForm } from './_components/refund-form';

type Props = PageProps<'/orders/[orderId]/refund'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('refunds.form');
  return { title: t('titlePlain') };
}

/** The request key stands in the address, so that a reload or "back" finds what this form has sent. */
export default async function RefundPage({ params, searchParams }: Props) {
  const actor = await requirePageActor();
  const orderId = z.uuid().safeParse((await params).orderId);
  const key = z.uuid().safeParse((await searchParams)['key']);
  const form = orderId.success ? await findRefundForm(actor, orderId.data, key.data ?? null) : null;
  if (!form) notFound();

  const mayRefund = can(actor, 'refunds:request');
  const isOffered = mayRefund && form.answer.can && !form.alreadySent;
  const requestKey = key.data ?? randomUUID();
  return (
    <>
      <Header order={form.order} />
      {isOffered ? (
        <RefundForm key={requestKey} form={form} answer={form.answer} requestKey={requestKey} />
      ) : (
        <div className="split [--split:1.25fr]">
          {form.alreadySent && mayRefund ? (
            <AlreadySent orderId={form.order.id} sent={form.alreadySent} canAnother={form.answer.can} />
          ) : mayRefund ? (
            <RefundAnswer answer={form.answer} channelCode={form.order.channelCode} />
          ) : (
            <MayNotRefund orderId={form.order.id} />
          )}
          <EarlierRefunds refunds={form.refunds} />
        </div>
      )}
    </>
  );
}

async function Header({ order }: Readonly<{ order: Form['order'] }>) {
  const [t, orders, say] = await Promise.all([
    getTranslations('refunds.form'),
    getTranslations('nav'),
    getSay(),
  ]);
  const about = say({
    key: 'refunds.form.about',
    values: {
      channel: channelName(order.channelCode),
      paidDay: manilaDayOf(new Date(order.paidAt)),
      paidCentavos: order.paid,
    },
  });
  return (
    <PageHeader
      crumbs={[
        { label: orders('orders'), href: '/orders' },
        { label: order.reference, href: `/orders/${order.id}` },
        { label: t('crumb') },
      ]}
      title={order.customerName === null ? t('titlePlain') : t('title', { customer: order.customerName })}
      side={<span>{about}</span>}
    />
  );
}
