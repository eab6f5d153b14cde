import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { AppLink } from './app-link';

type PaginationProps = Readonly<{
  newerHref?: string | undefined;
  olderHref?: string | undefined;
  /** Left of the links; how the list is sorted and whose time it is. */
  note?: ReactNode;
}>;

const LINK =
  'inline-flex min-h-8 items-center gap-1.5 font-medium text-ink-2 hover:text-ink pointer-coarse:min-h-11';

/** To newer and older rows, by key and not by page number, so no row is skipped while new ones arrive. */
export function Pagination({ newerHref, olderHref, note }: PaginationProps) {
  const t = useTranslations('common');
  return (
    <div className="mt-2.5 flex flex-wrap items-center gap-x-5 gap-y-1 text-hint text-ink-3">
      <span>{note ?? t('manilaTimes')}</span>
      {(newerHref !== undefined || olderHref !== undefined) && (
        <nav aria-label={t('pages')} className="screen-only ml-auto flex gap-5">
          {newerHref !== undefined && (
            <AppLink href={newerHref} rel="prev" className={LINK}>
              <ArrowLeft aria-hidden className="size-3.5" />
              {t('newer')}
            </AppLink>
          )}
          {olderHref !== undefined && (
            <AppLink href={olderHref} rel="next" className={LINK}>
              {t('older')}
              <ArrowRight aria-hidden className="size-3.5" />
            </AppLink>
          )}
        </nav>
      )}
    </div>
  );
}
