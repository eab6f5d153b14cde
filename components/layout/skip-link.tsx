import { useTranslations } from 'next-intl';

/** The first stop of the Tab key: past the navigation, to the page. */
export function SkipLink() {
  const t = useTranslations('common');
  return (
    <a
      href="#content"
      className="sr-only z-40 rounded-control bg-accent font-label text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-2"
    >
      {t('skipToContent')}
    </a>
  );
}
