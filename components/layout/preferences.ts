import type { Preferences } from '@/lib/account/schema';
import type { ActionResult } from '@/lib/actions/action-result';
import type { Locale } from '@/lib/i18n/locales';

/** Keeps a person's own settings; handed in, because components do not know the server. */
export type SavePreferences = (formData: FormData) => Promise<ActionResult<Preferences>>;

/** Each language under its own name, so that a reader finds it whatever is shown now. */
export const LANGUAGE_NAMES = {
  en: 'English',
  fil: 'Filipino',
  'zh-Hans': '简体中文',
} as const satisfies Record<Locale, string>;
