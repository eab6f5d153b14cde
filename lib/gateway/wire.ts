import { z } from 'zod';
import { parseGatewayTime } from '@/lib/dates/gateway-time';
import { isJsonObject, numberText } from '@/lib/gateway/json';
import { type Centavos, pesosFromWire } from '@/lib/money/money';

/** Readers of answer and callback fields. Absent, null and `""` are the same: nothing was said. */

function reader<Value>(expected: string, read: (value: unknown) => Value | null) {
  const required = z.unknown().transform((value, context): Value => {
    const found = isNothing(value) ? null : read(value);
    if (found !== null) return found;
    context.addIssue({ code: 'custom', message: isNothing(value) ? 'is missing' : `is not ${expected}` });
    return z.NEVER;
  });
  const optional = z.unknown().transform((value, context): Value | null => {
    const found = isNothing(value) ? null : read(value);
    if (found === null && !isNothing(value)) {
      context.addIssue({ code: 'custom', message: `is not ${expected}` });
    }
    return found;
  });
  return { required, optional };
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** Text; a number is taken by its digits, because ids and codes come both ways. */
export const text = reader('text', (value) => (typeof value === 'string' ? value : numberText(value)));

/** A whole number of centavos. */
export const centavos = reader('a whole number of centavos', (value): Centavos | null => {
  const digits = wholeText(value);
  return digits === null ? null : BigInt(digits);
});

/** Decimal pesos, converted from their text to centavos; more than two decimals cannot be read (gateway-api.md 0). */
export const pesos = reader('pesos with at most two decimals', (value): Centavos | null => {
  const digits = typeof value === 'string' ? value : numberText(value);
  return digits === null ? null : pesosFromWire(digits);
});

/** A small whole number such as a page or a count. */
export const count = reader('a count', (value) => {
  const digits = wholeText(value);
  return digits === null || digits.startsWith('-') || digits.length > 9 ? null : Number(digits);
});

/** An instant written `yyyy-MM-dd HH:mm:ss` in Manila time. */
export const time = reader('a time', (value) => (typeof value === 'string' ? parseGatewayTime(value) : null));

export const transactionStatus = oneOf(['PENDING', 'COMPLETE', 'FAILED', 'CLOSED'], {
  COMPLETED: 'COMPLETE',
});
export const refundStatus = oneOf(['PENDING', 'COMPLETE', 'FAILED', 'CANCEL'], {
  COMPLETED: 'COMPLETE',
  CANCELLED: 'CANCEL',
  CANCELED: 'CANCEL',
});
export const qrCodeStatus = oneOf(['ACTIVE', 'INACTIVE', 'CANCEL'], {
  CANCELLED: 'CANCEL',
  CANCELED: 'CANCEL',
});

export type RefundStatus = z.output<typeof refundStatus.required>;

/** An answer object, whatever else it carries; `spellings` maps listed variants to the name we use. */
export function answer<Shape extends z.ZodRawShape>(
  shape: Shape,
  spellings: Readonly<Record<string, string>> = {},
) {
  return z.preprocess((value) => {
    if (!isJsonObject(value)) return value;
    const known: Record<string, unknown> = {};
    for (const name of Object.keys(shape)) known[name] = value[name];
    for (const [variant, name] of Object.entries(spellings)) known[name] ??= value[variant];
    return known;
  }, z.object(shape));
}

/** A list of answer objects; null stands for an empty one. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => value ?? [], z.array(item));
}

function oneOf<const Status extends string>(
  known: readonly Status[],
  spellings: Readonly<Record<string, Status>>,
) {
  return reader(`one of ${known.join(', ')}`, (value): Status | null => {
    const word = typeof value === 'string' ? value.toUpperCase() : '';
    return known.find((status) => status === word) ?? spellings[word] ?? null;
  });
}

function wholeText(value: unknown): string | null {
  const digits = typeof value === 'string' ? value : numberText(value);
  return digits !== null && /^-?[0-9]{1,18}$/u.test(digits) ? digits : null;
}
