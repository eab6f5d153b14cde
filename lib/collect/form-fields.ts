import { z } from 'zod';

import type { Channel } from '../channels/channels';
import { type Centavos, parsePesos } from '../money/money';

/** The fields that every form for collecting money has. Issues carry `collect.field.*` message keys. */

const FIELD = 'collect.field';
const BLANKS_AROUND = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/gu;
// The signed text does not escape values, so `a&b=c` inside one could be read as another field.
const LOOKS_LIKE_FIELDS = /&[^&]*=/u;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u;

/** Text without the blanks that copying brings along, zero-width ones included. */
export function trimmed(text: string): string {
  return text.replace(BLANKS_AROUND, '');
}

/** Words that people read: trimmed, at most `max` characters, one line, nothing that could pass for a signed field. */
export function freeText(max: number) {
  return z
    .string()
    .optional()
    .transform((text) => trimmed(text ?? ''))
    .superRefine((text, context) => {
      const problem = freeTextProblem(text, max);
      if (problem) context.addIssue({ code: 'custom', message: problem.key, params: problem.values });
    });
}

/** Free text that must be there; `missing` says what to enter. */
export function neededText(max: number, missing: string) {
  return freeText(max).refine((text) => text !== '', { error: missing });
}

/** Free text that may stay empty, then null. */
export function optionalText(max: number) {
  return freeText(max).transform((text) => (text === '' ? null : text));
}

/** An e-mail address of at most `max` characters, or null where the field stayed empty. */
export function optionalEmail(max: number) {
  return optionalText(max).refine((text) => text === null || EMAIL.test(text), { error: `${FIELD}.email` });
}

/** An e-mail address that must be there. */
export function neededEmail(max: number) {
  return neededText(max, `${FIELD}.emailMissing`).refine((text) => text === '' || EMAIL.test(text), {
    error: `${FIELD}.email`,
  });
}

/**
 * A Philippine mobile number however people write it (`0917 123 4567`, `+63 917-123-4567`, `9171234567`),
 * given on as the eleven digits that PayCools takes.
 */
export const neededMobile = z
  .string()
  .optional()
  .transform((text) => trimmed(text ?? ''))
  .superRefine((text, context) => {
    if (text === '') context.addIssue({ code: 'custom', message: `${FIELD}.mobileMissing` });
    else if (mobileDigits(text) === null) context.addIssue({ code: 'custom', message: `${FIELD}.mobile` });
  })
  .transform((text) => mobileDigits(text) ?? text);

/** What a typed amount means on a channel: centavos within its limits, or the key that says what to enter. */
export type TypedAmount =
  | Readonly<{ ok: true; centavos: Centavos }>
  | Readonly<{ ok: false; key: string; values?: Readonly<Record<string, string | number>> }>;

/** Reads pesos as typed and holds them against the limits of the channel; pure, so the form shows the same while typing. */
export function typedAmount(text: string, channel: Pick<Channel, 'min' | 'max' | 'name'>): TypedAmount {
  const parsed = parsePesos(text);
  if (!parsed.ok) return parsed;
  const { centavos } = parsed;
  const values = {
    channel: channel.name,
    minCentavos: channel.min.toString(),
    maxCentavos: channel.max.toString(),
  };
  if (centavos < channel.min) return { ok: false, key: `${FIELD}.amountMin`, values };
  if (centavos > channel.max) return { ok: false, key: `${FIELD}.amountMax`, values };
  return parsed;
}

/** The field in which an amount for this channel is typed; gives centavos. */
export function amountIn(channel: Pick<Channel, 'min' | 'max' | 'name'>) {
  return z
    .string()
    .optional()
    .transform((text, context): Centavos => {
      const typed = typedAmount(text ?? '', channel);
      if (typed.ok) return typed.centavos;
      context.addIssue({ code: 'custom', message: typed.key, params: typed.values });
      return z.NEVER;
    });
}

function freeTextProblem(text: string, max: number) {
  if (text.length > max) return { key: `${FIELD}.tooLong`, values: { max, length: text.length } };
  if (/\p{Cc}/u.test(text) || !text.isWellFormed()) return { key: `${FIELD}.characters` };
  if (LOOKS_LIKE_FIELDS.test(text)) return { key: `${FIELD}.looksLikeFields` };
  return null;
}

function mobileDigits(text: string): string | null {
  const digits = text.replaceAll(/[ ().\-\u00a0]/gu, '');
  const national = /^(?:\+?63|0)?(?<national>9[0-9]{9})$/u.exec(digits)?.groups?.['national'];
  return national === undefined ? null : `0${national}`;
}
