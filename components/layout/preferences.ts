import type { Locale } from '@/lib/i18n/locales';

import type { Theme } from './theme-provider';

export type Preferences = Readonly<{ locale?: Locale; theme?: Theme }>;

/** Keeps a person's own settings; handed in, because components do not know the server. */
export type SavePreferences = (preferences: Preferences) => Promise<void>;

/** Each language under its own name, so that a reader finds it whatever is shown now. */
export const LANGUAGE_NAMES = {
  en: 'English',
  fil: 'Filipino',
  'zh-Hans': '简体中文',
} as const satisfies Record<Locale, string>;
