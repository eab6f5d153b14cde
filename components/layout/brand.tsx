import { useTranslations } from 'next-intl';

import { AppLink } from '@/components/ui/app-link';

/** The mark alone. */
export function Mark() {
  return (
    <span
      aria-hidden
      className="grid size-5.5 shrink-0 place-items-center rounded-chip bg-accent text-hint leading-none font-title text-accent-ink"
    >
      K
    </span>
  );
}

/** The mark and the name, leading home. */
export function Brand() {
  const t = useTranslations('common');
  return (
    <AppLink
      href="/"
      className="flex w-fit items-center gap-2.5 px-2 py-1 text-brand font-title tracking-[-0.01em]"
    >
      <Mark />
      {t('brand')}
    </AppLink>
  );
}
