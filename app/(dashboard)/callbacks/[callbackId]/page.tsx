import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';

import { NoPermission } from '@/components/layout/no-permission';
import { PageHeader } from '@/components/ui/page-header';
import { can } from '@/lib/auth/actor';
import { requirePageActor } from '@/lib/auth/page-actor';
import { findCallback } from '@/lib/callbacks/queries';

import { CallbackView } from '../_components/callback-view';

type Props = PageProps<'/callbacks/[callbackId]'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('callbacks');
  return { title: t('title') };
}

export default async function CallbackPage({ params }: Props) {
  const actor = await requirePageActor();
  if (!can(actor, 'callbacks:read')) {
    const t = await getTranslations('callbacks');
    return (
      <>
        <PageHeader title={t('title')} />
        <NoPermission permission="callbacks:read" role={actor.role} />
      </>
    );
  }
  const found = await findCallback(actor, (await params).callbackId);
  if (!found) notFound();
  return <CallbackView initial={found} />;
}
