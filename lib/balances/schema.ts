import { z } from 'zod';

/** What PayCools last said an app holds; both null where it never answered. */
export const AppBalance = z.object({
  appId: z.string(),
  appName: z.string(),
  /** Centavos as text. */
  balance: z.string().nullable(),
  /** When PayCools answered, ISO. */
  at: z.iso.datetime().nullable(),
});
export type AppBalance = z.infer<typeof AppBalance>;
