import type { FieldMessages } from '../errors';
import type { Message } from '../i18n/message';
import { amountStop, type RefundOffer } from './refund-answer';
import { RequestRefundInput } from './schema';

/** The fields of the refund form as they stand in it. */
export type TypedRefund = Readonly<{
  orderId: string;
  amount: string;
  reason: string;
  otherReason: string;
  note: string;
  requestKey: string;
}>;

export type ReadRefund =
  Readonly<{ ok: true; input: RequestRefundInput }> | Readonly<{ ok: false; fields: FieldMessages }>;

/** What was typed, judged where it was typed by the rules that the server will apply again. */
export function readTypedRefund(typed: TypedRefund, offer: RefundOffer): ReadRefund {
  const parsed = RequestRefundInput.safeParse(typed);
  const fields: Record<string, Message[]> = {};
  for (const issue of parsed.error?.issues ?? []) {
    const values = issue.code === 'custom' ? (issue.params as Message['values']) : undefined;
    (fields[String(issue.path[0] ?? 'form')] ??= []).push({ key: issue.message, ...(values && { values }) });
  }
  const stop = parsed.success ? amountStop(offer, parsed.data.amount) : null;
  if (stop) fields['amount'] = [{ key: stop.key, values: stop.values }];
  return parsed.success && !stop ? { ok: true, input: parsed.data } : { ok: false, fields };
}
