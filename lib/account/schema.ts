import { z } from 'zod';

import { LOCALES } from '../i18n/locales';
import { THEMES } from './themes';

/** A person's own settings; what is left out stays as it is. */
export const Preferences = z
  .object({
    locale: z.enum(LOCALES, 'account.errors.locale').optional(),
    theme: z.enum(THEMES, 'account.errors.theme').optional(),
  })
  .refine(({ locale, theme }) => locale !== undefined || theme !== undefined, 'account.errors.nothing');
export type Preferences = z.infer<typeof Preferences>;
