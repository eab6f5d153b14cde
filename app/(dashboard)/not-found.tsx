import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';

import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound');
  return { title: t('title') };
}

/** A record that is not there, or not this company's: the two are told in the same words. */
export default function DashboardNotFound() {
  const t = useTranslations('common.notFound');
  return (
    <>
      <PageHeader title={t('title')} />
      <p className="mb-5 max-w-130 text-ink-2">{t('body')}</p>
      <LinkButton href="/" variant="main">
        {t('action')}
      </LinkButton>
    </>
  );
}
