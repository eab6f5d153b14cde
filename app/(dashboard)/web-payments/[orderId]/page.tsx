import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';

import { type Actor, can } from '@/lib/auth/actor';
import { requirePageActor } from '@/lib/auth/page-actor';
import { findWebPayment } from '@/lib/web-payments/queries';
import type { WebPaymentLink } from '@/lib/web-payments/schema';

import { WebPaymentView } from '../_components/web-payment-view';

type Props = PageProps<'/web-payments/[orderId]'>;

async function find(actor: Actor, params: Props['params']): Promise<WebPaymentLink | null> {
  const id = z.uuid().safeParse((await params).orderId);
  return id.success ? findWebPayment(actor, id.data) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await find(await requirePageActor(), params);
  return found ? { title: found.mchOrderId ?? found.id } : {};
}

export default async function WebPaymentPage({ params }: Props) {
  const actor = await requirePageActor();
  const found = await find(actor, params);
  if (!found) notFound();
  return <WebPaymentView initial={found} mayCreate={can(actor, 'collect:manage')} />;
}
