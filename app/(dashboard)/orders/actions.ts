'use server';

import type { ActionResult } from '@/lib/actions/action-result';
import { runAction } from '@/lib/actions/run-action';
import { revealPersonal, RevealPersonalInput } from '@/lib/orders/reveal-personal';

export async function revealPersonalAction(formData: FormData): Promise<ActionResult<{ value: string }>> {
  return runAction(
    { permission: 'personal:reveal', input: RevealPersonalInput, run: revealPersonal },
    formData,
  );
}
