import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';

import { OpenPage } from '@/components/layout/open-page';
import { isInside } from '@/components/ui/inside-address';
import { returnPath } from '@/lib/auth/return-path';
import { findSignedIn } from '@/lib/auth/session';

import { LanguageChoice } from './_components/language-choice';
import { SignInForm } from './_components/sign-in-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('title') };
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl } = await searchParams;
  const target = returnPath(typeof callbackUrl === 'string' ? callbackUrl : undefined);
  if ((await findSignedIn()) && isInside(target)) redirect(target);

  const t = await getTranslations('auth');
  return (
    <OpenPage foot={<LanguageChoice />}>
      <div className="grid gap-5">
        <div>
          <h1 className="text-title font-title tracking-[-0.015em]">{t('title')}</h1>
          <p className="mt-1 text-hint text-ink-3">{t('intro')}</p>
        </div>
        <SignInForm target={target} ended={await hasSessionCookie()} />
      </div>
    </OpenPage>
  );
}

/** A browser that still carries a session cookie and is not signed in had a session that has ended. */
async function hasSessionCookie(): Promise<boolean> {
  const jar = await cookies();
  return jar.getAll().some(({ name }) => /(?:^|__Secure-)next-auth\.session-token(?:\.0)?$/u.test(name));
}
