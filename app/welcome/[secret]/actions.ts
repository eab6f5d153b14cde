'use server';

import { z } from 'zod';

import type { ActionResult } from '@/lib/actions/action-result';
import { runOpenAction } from '@/lib/actions/run-action';
import { redeemLink } from '@/lib/auth/one-time-link';

const FirstOwner = z.object({
  secret: z.string().min(1).max(200),
  name: z.string().trim().min(1, 'auth.welcome.nameMissing').max(100),
  email: z.string().trim().pipe(z.email('auth.welcome.emailFormat')),
  password: z.string().min(12, 'auth.welcome.passwordShort').max(1000),
});

/** Makes the first owner with a one-time link; the link itself is the proof. */
export async function redeemLinkAction(formData: FormData): Promise<ActionResult<null>> {
  return runOpenAction({ input: FirstOwner, run: (input) => redeemLink(input).then(() => null) }, formData);
}
