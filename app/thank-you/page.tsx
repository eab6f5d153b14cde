import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';

import { OpenPage } from '@/components/layout/open-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.thankYou');
  return { title: t('title') };
}

/** Where a payer lands after paying. Shows nothing about the payment: the address could have been typed by anybody. */
export default function ThankYouPage() {
  const t = useTranslations('common.thankYou');
  return (
    <OpenPage>
      <h1 className="text-title font-title tracking-[-0.015em]">{t('title')}</h1>
      <p className="mt-2 text-ink-2">{t('body')}</p>
    </OpenPage>
  );
}
