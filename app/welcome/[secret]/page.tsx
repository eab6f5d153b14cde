import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

import { OpenPage } from '@/components/layout/open-page';
import { Say } from '@/components/ui/say';
import { isLinkOpen } from '@/lib/auth/one-time-link';

import { WelcomeForm } from './_components/welcome-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.welcome');
  return { title: t('title'), referrer: 'no-referrer' };
}

export default async function WelcomePage({ params }: PageProps<'/welcome/[secret]'>) {
  const { secret } = await params;
  const t = await getTranslations('auth.welcome');
  if (!(await isLinkOpen(secret))) {
    return (
      <OpenPage>
        <h1 className="sr-only">{t('title')}</h1>
        <Say tone="doubt" title={t('usedTitle')}>
          {t('used')}
        </Say>
      </OpenPage>
    );
  }
  return (
    <OpenPage>
      <div className="grid gap-5">
        <div>
          <h1 className="text-title font-title tracking-[-0.015em]">{t('title')}</h1>
          <p className="mt-1 text-hint text-ink-3">{t('intro')}</p>
        </div>
        <WelcomeForm secret={secret} />
      </div>
    </OpenPage>
  );
}
