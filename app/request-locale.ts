import 'server-only';

import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';

import { findSignedIn } from '@/lib/auth/session';
import { isLocale, type Locale, LOCALE_COOKIE, localeFromHeader } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/messages';

/** The person's setting, then the cookie, then what the browser asks for. */
async function pickLocale(): Promise<Locale> {
  const signedIn = await findSignedIn().catch(() => null);
  if (isLocale(signedIn?.person.locale)) return signedIn.person.locale;
  const cookie = (await cookies()).get(LOCALE_COOKIE)?.value;
  if (isLocale(cookie)) return cookie;
  return localeFromHeader((await headers()).get('accept-language'));
}

export default getRequestConfig(async () => {
  const locale = await pickLocale();
  return { locale, messages: await loadMessages(locale), timeZone: 'Asia/Manila' };
});
