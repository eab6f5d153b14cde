import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { AppLink } from './app-link';

export type Crumb = Readonly<{ label: ReactNode; href?: string }>;

type PageHeaderProps = Readonly<{
  title: ReactNode;
  crumbs?: readonly Crumb[];
  /** One quiet line above the title when there are no crumbs. */
  above?: ReactNode;
  /** Chips and grey words beside the title. */
  side?: ReactNode;
  /** Top right; at most one of them is `variant="main"`. */
  actions?: ReactNode;
}>;

/** Where you are, what this is, and what can be done. */
export function PageHeader({ title, crumbs = [], above, side, actions }: PageHeaderProps) {
  return (
    <div className="mb-5">
      {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      {above !== undefined && <p className="mb-1 text-hint text-ink-3">{above}</p>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <h1 className="text-title font-title tracking-[-0.015em] tabular-nums">{title}</h1>
        {side !== undefined && (
          <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 text-hint text-ink-3">
            {side}
          </div>
        )}
        {actions !== undefined && (
          <div className="screen-only flex flex-wrap gap-2 md:ml-auto">{actions}</div>
        )}
      </div>
    </div>
  );
}

function Crumbs({ crumbs }: Readonly<{ crumbs: readonly Crumb[] }>) {
  const t = useTranslations('common');
  return (
    <nav aria-label={t('breadcrumb')} className="mb-1">
      <ol className="flex flex-wrap items-center text-hint text-ink-3">
        {crumbs.map((crumb, index) => (
          <li key={index} className="min-w-0 not-first:before:px-1 not-first:before:content-['/']">
            {crumb.href === undefined ? (
              <span className="wrap-anywhere">{crumb.label}</span>
            ) : (
              <AppLink href={crumb.href} className="wrap-anywhere hover:text-ink hover:underline">
                {crumb.label}
              </AppLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
