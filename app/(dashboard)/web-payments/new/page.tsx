import { randomUUID } from 'node:crypto';

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Say } from '@/components/ui/say';
import { listApps } from '@/lib/apps/queries';
import { can } from '@/lib/auth/actor';
import { requirePageActor } from '@/lib/auth/page-actor';
import { findShopContact } from '@/lib/web-payments/queries';

import { WebPaymentForm } from '../_components/web-payment-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('webPayments.form');
  return { title: t('title') };
}

export default async function NewWebPaymentPage() {
  const actor = await requirePageActor();
  const t = await getTranslations('webPayments');
  const collect = await getTranslations('collect');
  const mayCreate = can(actor, 'collect:manage');
  const [apps, shop] = await Promise.all([mayCreate ? listApps(actor) : [], findShopContact(actor)]);
  return (
    <>
      <PageHeader
        title={t('form.title')}
        crumbs={[{ label: t('title'), href: '/web-payments' }, { label: t('new') }]}
      />
      {!mayCreate && (
        <Say
          tone="doubt"
          title={t('form.forbidden.title')}
          actions={<LinkButton href="/web-payments">{t('form.forbidden.action')}</LinkButton>}
        >
          {t('form.forbidden.body')}
        </Say>
      )}
      {mayCreate && apps.length === 0 && <Say tone="doubt" title={collect('noApp')} />}
      {mayCreate && apps.length > 0 && <WebPaymentForm apps={apps} shop={shop} firstKey={randomUUID()} />}
    </>
  );
}
