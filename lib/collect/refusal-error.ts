import { AppError, type FieldMessages } from '../errors';
import type { Message } from '../i18n/message';

/** Names of our form's fields by the names that the wire uses for them. */
export type FormFields = Readonly<Record<string, string>>;

const FIELD_OF_CODE: Readonly<Record<number, string>> = {
  1007: 'amount',
  1011: 'channelCode',
  1015: 'email',
  1020: 'amount',
};
const PARAMETER_ERROR = 1009;
const SAID_APART = new Set([1001, 1002, 1003, 1004, 1005, 1007, 1009, 1011, 1013, 1015, 1020]);

/**
 * What a refused creation says in the form: nothing was made; the fault stands at the field that the code, or
 * the `field:rule` message of 1009 (gateway-api.md 0.3), names; else above the form, under `form`.
 */
export function refusalError(code: number, gatewayMessage: string, formFields: FormFields): AppError {
  return new AppError('gateway-rejected', 'collect.refused.summary', {
    values: { code },
    fields: refusalFields(code, gatewayMessage, formFields),
  });
}

/** The messages of a refusal by field of the form. */
export function refusalFields(code: number, gatewayMessage: string, formFields: FormFields): FieldMessages {
  const rules = code === PARAMETER_ERROR ? rulesOf(gatewayMessage) : [];
  const named = rules.flatMap(({ field, rule }) => {
    const ours = formFields[field];
    return ours === undefined ? [] : [[ours, { key: 'collect.refused.rule', values: { rule } }] as const];
  });
  if (named.length > 0 && named.length === rules.length) return grouped(named);
  const field = formFields[FIELD_OF_CODE[code] ?? ''] ?? 'form';
  const key = SAID_APART.has(code) ? `collect.refused.${code}` : 'collect.refused.other';
  return { [field]: [{ key, values: { code, said: gatewayMessage } }] };
}

function rulesOf(gatewayMessage: string) {
  return gatewayMessage.split('; ').map((part) => {
    const colon = part.indexOf(':');
    return { field: part.slice(0, Math.max(colon, 0)).trim(), rule: part.slice(colon + 1).trim() };
  });
}

function grouped(named: readonly (readonly [string, Message])[]): FieldMessages {
  const fields: Record<string, Message[]> = {};
  for (const [field, message] of named) (fields[field] ??= []).push(message);
  return fields;
}
