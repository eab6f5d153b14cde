'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';

import { LANGUAGE_NAMES } from '@/components/layout/preferences';
import { classNames } from '@/components/ui/class-names';
import { type Locale, LOCALE_COOKIE, LOCALES } from '@/lib/i18n/locales';

const A_YEAR_IN_SECONDS = 31_536_000;

/** The language of a visitor, kept in a cookie until a person's own setting is known. */
export function LanguageChoice() {
  const t = useTranslations('auth');
  const current = useLocale();
  const router = useRouter();

  function choose(locale: Locale) {
    keep(locale);
    router.refresh();
  }

  return (
    <div role="group" aria-label={t('language')} className="flex flex-wrap justify-center gap-1">
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => choose(locale)}
          className={classNames(
            'min-h-8 rounded-chip px-2.5 text-hint pointer-coarse:min-h-11',
            locale === current ? 'font-strong text-ink' : 'text-ink-3 hover:text-ink',
          )}
        >
          {LANGUAGE_NAMES[locale]}
        </button>
      ))}
    </div>
  );
}

function keep(locale: Locale): void {
  document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${A_YEAR_IN_SECONDS}; samesite=lax`;
}
