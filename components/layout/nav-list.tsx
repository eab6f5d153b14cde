'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';

import { AppLink } from '@/components/ui/app-link';
import { Count } from '@/components/ui/count';

import { isAt, NAV_ICONS, type NavGroup, type NavItem } from './nav-item';

type NavListProps = Readonly<{ groups: readonly NavGroup[]; onNavigate?: () => void }>;

/** The places of the product, grouped; the current one is marked. */
export function NavList({ groups, onNavigate }: NavListProps) {
  const t = useTranslations('nav');
  return (
    <nav aria-label={t('main')} className="grid gap-3.5">
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ title, items }) => (
          <div key={title ?? 'first'}>
            {title !== undefined && (
              <h2 className="px-2 pb-1 text-tiny font-medium text-ink-3">{t(`groups.${title}`)}</h2>
            )}
            <ul className="grid gap-0.5">
              {items.map((item) => (
                <li key={item.place}>
                  <NavLink item={item} onNavigate={onNavigate} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </nav>
  );
}

function NavLink({ item, onNavigate }: Readonly<{ item: NavItem; onNavigate: (() => void) | undefined }>) {
  const t = useTranslations('nav');
  const here = isAt(usePathname(), item.href);
  const Icon = NAV_ICONS[item.place];
  return (
    <AppLink
      href={item.href}
      aria-current={here ? 'page' : undefined}
      onClick={onNavigate}
      className="flex h-8 items-center gap-2.5 rounded-chip px-2 text-cell font-medium text-ink-2 hover:bg-sunken hover:text-ink aria-[current]:bg-surface aria-[current]:text-ink aria-[current]:inset-ring aria-[current]:inset-ring-line pointer-coarse:h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 stroke-[1.75]" />
      <span className="mr-auto truncate">{t(item.place)}</span>
      {item.waiting !== undefined && (
        <Count value={item.waiting} label={t('waiting', { count: item.waiting })} />
      )}
    </AppLink>
  );
}
