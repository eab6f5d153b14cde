import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';

import { requirePageActor } from '@/lib/auth/page-actor';
import { findCode } from '@/lib/gateway/codes';
import { getSay } from '@/lib/i18n/say';
import type { OrderDetail } from '@/lib/orders/detail-schema';
import { findOrder } from '@/lib/orders/find-order';

import { OrderView } from '../_components/order-view';

type Props = PageProps<'/orders/[orderId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findOrder(await requirePageActor(), (await params).orderId);
  const t = await getTranslations('orders');
  return { title: found?.orderId ?? t('order') };
}

export default async function OrderPage({ params }: Props) {
  const found = await findOrder(await requirePageActor(), (await params).orderId);
  if (!found) notFound();
  return <OrderView initial={found} explanation={await explanationOf(found)} />;
}

/** The texts of codes are not sent to every browser: the page brings those of its own code. */
async function explanationOf({ failed }: OrderDetail) {
  if (!failed) return null;
  const say = await getSay();
  const { messageKey, code } = findCode(failed.place, failed.code, { idsAreOurs: true });
  const words = (part: string) => say({ key: `${messageKey}.${part}`, values: { code } });
  return { title: words('title'), what: words('what'), why: words('why'), next: words('next') };
}
