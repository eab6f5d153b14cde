import { useLocale, useTranslations } from 'next-intl';

import type { Message } from '@/lib/i18n/message';
import { messageValues } from '@/lib/i18n/message-values';

/** Turns messages into sentences in the reader's language; in async server code use `getSay`. */
export function useSay(): (message: Message) => string {
  const t = useTranslations();
  const locale = useLocale();
  return ({ key, values }) => t(key, messageValues(values, locale));
}
