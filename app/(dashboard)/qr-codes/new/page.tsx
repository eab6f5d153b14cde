import { randomUUID } from 'node:crypto';

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Say } from '@/components/ui/say';
import { listApps } from '@/lib/apps/queries';
import { can } from '@/lib/auth/actor';
import { requirePageActor } from '@/lib/auth/page-actor';
import { channelOfKind } from '@/lib/qr-codes/schema';

import { QrCodeForm } from '../_components/qr-code-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('qrCodes.form');
  return { title: t('title') };
}

export default async function NewQrCodePage() {
  const actor = await requirePageActor();
  const t = await getTranslations('qrCodes');
  const collect = await getTranslations('collect');
  const mayCreate = can(actor, 'collect:manage');
  const apps = mayCreate ? await listApps(actor) : [];
  return (
    <>
      <PageHeader
        title={t('form.title')}
        crumbs={[{ label: t('title'), href: '/qr-codes' }, { label: t('new') }]}
      />
      {!mayCreate && (
        <Say
          tone="doubt"
          title={t('form.forbidden.title')}
          actions={<LinkButton href="/qr-codes">{t('form.forbidden.action')}</LinkButton>}
        >
          {t('form.forbidden.body')}
        </Say>
      )}
      {mayCreate && apps.length === 0 && <Say tone="doubt" title={collect('noApp')} />}
      {mayCreate && apps.length > 0 && (
        <QrCodeForm
          apps={apps}
          firstKey={randomUUID()}
          channels={{ DYNAMIC: channelOfKind('DYNAMIC'), STATIC: channelOfKind('STATIC') }}
        />
      )}
    </>
  );
}
