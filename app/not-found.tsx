import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';

import { OpenPage } from '@/components/layout/open-page';
import { LinkButton } from '@/components/ui/link-button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound');
  return { title: t('title') };
}

export default function NotFound() {
  const t = useTranslations('common.notFound');
  return (
    <OpenPage>
      <h1 className="text-title font-title tracking-[-0.015em]">{t('title')}</h1>
      <p className="mt-2 mb-5 text-ink-2">{t('body')}</p>
      <LinkButton href="/" variant="main">
        {t('action')}
      </LinkButton>
    </OpenPage>
  );
}
