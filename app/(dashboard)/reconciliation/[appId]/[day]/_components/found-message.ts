import type { Message } from '@/lib/i18n/message';
import type { ExceptionRow } from '@/lib/reconciliation/schema';

/** One of an exception's three sentences: what it is, what exactly, what probably happened. */
export function foundMessage(
  { subject, type, variant, values }: ExceptionRow,
  part: 'title' | 'about' | 'cause',
): Message {
  return { key: `reconciliation.found.${subject}.${type}.${variant}.${part}`, values };
}
