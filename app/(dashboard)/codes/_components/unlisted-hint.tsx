import { useTranslations } from 'next-intl';

import { AppLink } from '@/components/ui/app-link';
import { Say } from '@/components/ui/say';
import { CODE_PLACES } from '@/lib/codes/schema';

/** A number that is on no list still has a page in each place where it might have been seen. */
export function UnlistedHint({ code }: Readonly<{ code: string }>) {
  const t = useTranslations('codePages.unlisted');
  const codes = useTranslations('codes');
  return (
    <Say tone="doubt" title={t('title', { code })}>
      <p>{t('body')}</p>
      <ul className="mt-2 grid gap-1.5">
        {CODE_PLACES.map((place) => (
          <li key={place}>
            <AppLink href={`/codes/${place}/${code}`} className="inline-link">
              {t('open', { code, place: codes(`place.${place}`) })}
            </AppLink>
          </li>
        ))}
      </ul>
    </Say>
  );
}
