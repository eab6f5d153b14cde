'use server';

import { cookies } from 'next/headers';

import { savePreferences } from '@/lib/account/save-preferences';
import { Preferences } from '@/lib/account/schema';
import type { ActionResult } from '@/lib/actions/action-result';
import { runAction } from '@/lib/actions/run-action';
import { type Locale, LOCALE_COOKIE } from '@/lib/i18n/locales';

const A_YEAR_IN_SECONDS = 31_536_000;

export async function savePreferencesAction(formData: FormData): Promise<ActionResult<Preferences>> {
  const result = await runAction(
    {
      permission: 'own-account',
      input: Preferences,
      run: async (actor, preferences) => {
        await savePreferences(actor, preferences);
        return preferences;
      },
    },
    formData,
  );
  if (result.ok && result.data.locale !== undefined) await keepLocale(result.data.locale);
  return result;
}

/** The same language before signing in: the cookie speaks where no person is known yet. */
async function keepLocale(locale: Locale): Promise<void> {
  const jar = await cookies();
  jar.set(LOCALE_COOKIE, locale, { path: '/', maxAge: A_YEAR_IN_SECONDS, sameSite: 'lax' });
}
