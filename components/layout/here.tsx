'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';

import { isAt, type NavGroup } from './nav-item';

/** The name of the place that is open, for the top bar of a phone. */
export function Here({ groups }: Readonly<{ groups: readonly NavGroup[] }>) {
  const t = useTranslations('nav');
  const pathname = usePathname();
  const item = groups.flatMap(({ items }) => items).find(({ href }) => isAt(pathname, href));
  if (item === undefined) return null;
  return <span className="truncate font-strong md:hidden">{t(item.place)}</span>;
}
