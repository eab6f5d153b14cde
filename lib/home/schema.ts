import { z } from 'zod';

const Said = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** One thing that somebody must look at: what it is, why, since when, and the one place to act on it. */
export const Need = z.object({
  key: z.string(),
  kind: z.enum(['refund', 'order', 'qrCode', 'callback', 'exceptions', 'statement']),
  state: z.enum(['unknown', 'failed', 'held', 'open']),
  title: Said,
  why: Said,
  /** Centavos as text; `signed` where it is an effect on a difference. */
  amount: z.string().nullable(),
  signed: z.boolean(),
  code: z.object({ place: z.enum(['answer', 'failedCode']), code: z.string() }).nullable(),
  since: z.iso.datetime(),
  href: z.string(),
});
export type Need = z.infer<typeof Need>;

/** The oldest of them, and how many there are in all. */
export const NeedsYou = z.object({ needs: z.array(Need), total: z.number().int() });
export type NeedsYou = z.infer<typeof NeedsYou>;

/** How many things wait at each place of the navigation; a place the role may not see counts nothing. */
export const Waiting = z.object({
  refunds: z.number().int(),
  reconciliation: z.number().int(),
  callbacks: z.number().int(),
});
export type Waiting = z.infer<typeof Waiting>;
