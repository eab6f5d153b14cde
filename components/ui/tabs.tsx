import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';

import { AppLink } from './app-link';

export type Tab = Readonly<{ key: string; label: ReactNode; href: string; count?: number }>;

type TabsProps = Readonly<{ label: string; tabs: readonly Tab[]; current: string }>;

/** Views of one list as links with their counts; the view lives in the address. */
export function Tabs({ label, tabs, current }: TabsProps) {
  const locale = useLocale();
  return (
    <nav aria-label={label} className="screen-only mb-3.5 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {tabs.map((tab) => (
          <li key={tab.key}>
            <AppLink
              href={tab.href}
              aria-current={tab.key === current ? 'page' : undefined}
              scroll={false}
              className="block border-b-2 border-transparent pt-2 pb-2 font-medium text-ink-2 hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
            >
              {/* The space is read out: "Failed 3", not "Failed3". */}
              {tab.label}{' '}
              {tab.count !== undefined && (
                <span className="ml-0.5 text-ink-3 tabular-nums">{tab.count.toLocaleString(locale)}</span>
              )}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
