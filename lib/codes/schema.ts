import { z } from 'zod';

import { normalCode } from '../gateway/codes';
import { type CodeActor, type CodePlace } from '../gateway/code-table';

export const CODE_PLACES = ['answer', 'failedCode', 'verification'] as const satisfies readonly CodePlace[];
export const CODE_ACTORS = [
  'you',
  'customer',
  'developer',
  'paycools',
  'nobody',
] as const satisfies readonly CodeActor[];

const SOME_NUMBER = /^[-+\u2212]?[0-9]{1,12}$/u;

/** What the list of codes is narrowed to; what the address says wrongly is left out. */
export const CodeFilter = z.object({
  q: z.string().trim().max(100).catch('').default(''),
  who: z.enum(CODE_ACTORS).optional().catch(undefined),
});
export type CodeFilter = z.infer<typeof CodeFilter>;

export function parsePlace(text: string): CodePlace | null {
  return CODE_PLACES.find((place) => place === text) ?? null;
}

/** The code in its normal form (`-10005`, ` 010005` and `10005` are one); null for what is no whole number. */
export function parseCode(text: string): string | null {
  const trimmed = text.trim();
  return SOME_NUMBER.test(trimmed) ? normalCode(trimmed) : null;
}
