export const LOCALES = ['en', 'fil', 'zh-Hans'] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = 'en';
export const LOCALE_COOKIE = 'kaha-locale';

export function isLocale(value: unknown): value is Locale {
  return (LOCALES as readonly unknown[]).includes(value);
}

/** The best of our languages for an Accept-Language header; English where none fits. */
export function localeFromHeader(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, quality: quality ? Number(quality.trim().slice(2)) || 0 : 1 };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag, quality } of wanted) {
    if (quality === 0) continue;
    if (tag.startsWith('zh')) return 'zh-Hans';
    if (tag.startsWith('fil') || tag.startsWith('tl')) return 'fil';
    if (tag.startsWith('en')) return 'en';
  }
  return DEFAULT_LOCALE;
}
