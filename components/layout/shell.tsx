import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { Pill } from '@/components/ui/pill';
import type { Role } from '@/lib/auth/permissions';

import { AccountMenu } from './account-menu';
import { Brand } from './brand';
import { Here } from './here';
import type { NavGroup } from './nav-item';
import { NavList } from './nav-list';
import { NavSheet } from './nav-sheet';
import type { SavePreferences } from './preferences';
import { SkipLink } from './skip-link';

type ShellProps = Readonly<{
  nav: readonly NavGroup[];
  merchant: Readonly<{ name: string; mode: 'LIVE' | 'TEST' }>;
  person: Readonly<{ name: string; role: Role }>;
  savePreferences: SavePreferences;
  children: ReactNode;
}>;

/** The frame around every signed-in page: places on the left, company and person on top, the page in `main`. */
export function Shell({ nav, merchant, person, savePreferences, children }: ShellProps) {
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[228px_minmax(0,1fr)] print:block">
      <SkipLink />
      <aside className="screen-only sticky top-0 hidden h-dvh overflow-y-auto border-r border-line px-3 py-4 md:block">
        <div className="mb-3">
          <Brand />
        </div>
        <NavList groups={nav} />
      </aside>
      <div className="min-w-0">
        <header className="screen-only sticky top-0 z-20 flex h-13 items-center gap-3 border-b border-line bg-canvas/92 px-4 backdrop-blur-[6px] md:px-7">
          <NavSheet groups={nav} />
          <Here groups={nav} />
          <div className="ml-auto flex min-w-0 items-center gap-2">
            {merchant.mode === 'TEST' && <TestMode />}
            <div className="hidden min-w-0 md:block">
              <Pill className="max-w-full">
                <span className="truncate">{merchant.name}</span>
              </Pill>
            </div>
            <AccountMenu
              name={person.name}
              role={person.role}
              company={merchant.name}
              save={savePreferences}
            />
          </div>
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="max-w-page px-4 pt-6 pb-16 outline-none md:px-7 print:p-0"
        >
          {children}
        </main>
      </div>
    </div>
  );
}

function TestMode() {
  const t = useTranslations('nav');
  return (
    <Pill warn>
      {t('testMode')}
      <span className="sr-only">. {t('testModeHint')}</span>
    </Pill>
  );
}
