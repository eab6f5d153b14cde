import { z } from 'zod';

import { parsePesos } from '../money/money';
import { OTHER_REASON, REFUND_REASONS, type RefundReason } from './refund-reasons';

// What PayCools signs does not escape values: `a&b=c` in one could be read as another field.
const LOOKS_LIKE_FIELDS = /&[^&]*=/u;
// Line breaks and tabs belong to a note, everything else of this kind to no text at all.
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

const REASON_LENGTH = 256;
const NOTE_LENGTH = 1_000;

const Amount = z.string().transform((typed, context) => {
  const parsed = parsePesos(typed);
  if (parsed.ok) return parsed.centavos;
  context.addIssue({ code: 'custom', message: parsed.key, params: parsed.values ?? {} });
  return z.NEVER;
});

const Note = z
  .string()
  .trim()
  .max(NOTE_LENGTH, 'refunds.form.noteLong')
  .refine((text) => isPlainText(text), 'refunds.form.characters')
  .transform((text) => (text === '' ? null : text));

const Words = z
  .string()
  .trim()
  .max(REASON_LENGTH, 'refunds.form.reasonLong')
  .refine((text) => isPlainText(text) && !/[\n\r\t]/u.test(text), 'refunds.form.characters')
  .refine((text) => !LOOKS_LIKE_FIELDS.test(text), 'refunds.form.reasonAmbiguous');

/** What the refund form posts: pesos as typed, a listed reason or words of one's own. */
export const RequestRefundInput = z
  .object({
    orderId: z.uuid('errors.not-found'),
    amount: Amount,
    reason: z.enum(
      [...(Object.keys(REFUND_REASONS) as [RefundReason]), OTHER_REASON],
      'refunds.form.reasonNeeded',
    ),
    otherReason: Words.default(''),
    note: Note.default(null),
    /** Minted when the form is opened: pressed twice is one refund. */
    requestKey: z.uuid('errors.input'),
  })
  .transform(({ reason, otherReason, ...rest }, context) => {
    if (reason !== OTHER_REASON) return { ...rest, reason: REFUND_REASONS[reason] };
    if (otherReason !== '') return { ...rest, reason: otherReason };
    context.addIssue({ code: 'custom', message: 'refunds.form.otherReasonNeeded', path: ['otherReason'] });
    return z.NEVER;
  });
/** Parsed: `amount` in centavos, `reason` as PayCools is told. */
export type RequestRefundInput = z.output<typeof RequestRefundInput>;

/** The one thing that "Send again" and "Withdraw" need to know. */
export const RefundIdInput = z.object({ refundId: z.uuid('errors.not-found') });
export type RefundIdInput = z.output<typeof RefundIdInput>;

function isPlainText(text: string): boolean {
  return text.isWellFormed() && !CONTROL_CHARACTERS.test(text);
}
