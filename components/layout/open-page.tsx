import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { Mark } from './brand';

/** A page for people who are not signed in: one narrow sheet in the middle. */
export function OpenPage({ foot, children }: Readonly<{ foot?: ReactNode; children: ReactNode }>) {
  const t = useTranslations('common');
  return (
    <div className="grid min-h-dvh grid-rows-[1fr_auto] px-4">
      <main id="content" className="mx-auto w-full max-w-100 pt-[12vh] pb-10">
        <p className="mb-5 flex items-center gap-2.5 text-brand font-title tracking-[-0.01em]">
          <Mark />
          {t('brand')}
        </p>
        <div className="rounded-card border border-line bg-surface p-6">{children}</div>
      </main>
      {foot !== undefined && <footer className="pb-6">{foot}</footer>}
    </div>
  );
}
