import 'server-only';

import { getLocale, getTranslations } from 'next-intl/server';

import type { Message } from './message';
import { messageValues } from './message-values';

/** Turns messages into sentences on the server, in the reader's language; the browser's twin is `useSay`. */
export async function getSay(): Promise<(message: Message) => string> {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
  return ({ key, values }) => t(key, messageValues(values, locale));
}
