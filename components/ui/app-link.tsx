import Link from 'next/link';
import type { AnchorHTMLAttributes, ReactNode } from 'react';

import { isInside } from './inside-address';

export type AppLinkProps = Omit<
  AnchorHTMLAttributes<HTMLAnchorElement>,
  'href' | 'onMouseEnter' | 'onTouchStart'
> &
  Readonly<{ href: string; prefetch?: boolean; replace?: boolean; scroll?: boolean; children: ReactNode }>;

/**
 * A link to an address that comes in as data (rows, crumbs, filters); one that leads outside is a plain link.
 * Not prefetched by itself: a list of fifty rows would ask for fifty pages.
 */
export function AppLink({
  href,
  prefetch = false,
  replace = false,
  scroll = true,
  onClick,
  ...rest
}: AppLinkProps) {
  if (!isInside(href)) return <a href={href} rel="noreferrer" onClick={onClick} {...rest} />;
  return (
    <Link
      href={href}
      prefetch={prefetch}
      replace={replace}
      scroll={scroll}
      {...(onClick && { onClick })}
      {...rest}
    />
  );
}
