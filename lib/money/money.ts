/** Money is a whole number of centavos, never a float. PHP 500.10 is `50010n`. */
export type Centavos = bigint;

/** What `parsePesos` says: the amount, or the message key of what is wrong with the text. */
export type ParsedPesos =
  | Readonly<{ ok: true; centavos: Centavos }>
  | Readonly<{ ok: false; key: string; values?: Readonly<Record<string, string | number>> }>;

/** Thirteen digits before the point, far above any balance, and safe in a 64-bit column. */
const MAX_PESO_DIGITS = 13;

// A copied amount brings these along: all Unicode spaces, zero-width characters, the byte-order mark.
const BLANKS_AROUND = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/gu;
const TYPED = /^(?<pesos>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)?(?:\.(?<cents>[0-9]+))?$/u;
const WIRE = /^(?<sign>-?)(?<pesos>[0-9]{1,13})(?:\.(?<cents>[0-9]{1,2}))?$/u;

/**
 * Reads an amount as a person types it (`1250.5`, `₱1,250.50`, spaces around). Refused with a `money.*`
 * key: nothing typed, a sign, an exponent, misplaced commas, other digits than 0-9, more than two
 * decimals, more than 13 digits before the point. Zero is an amount; whether it is allowed is the caller's rule.
 */
export function parsePesos(text: string): ParsedPesos {
  const trimmed = text.replace(BLANKS_AROUND, '').replace(/^₱/u, '').replace(BLANKS_AROUND, '');
  if (trimmed === '') return { ok: false, key: 'money.required' };
  if (/^[-+\u2212(]/u.test(trimmed)) return { ok: false, key: 'money.sign' };
  const found = TYPED.exec(trimmed)?.groups;
  if (found === undefined) return { ok: false, key: 'money.format' };
  const pesos = (found['pesos'] ?? '0').replaceAll(',', '').replace(/^0+(?=[0-9])/u, '');
  const cents = found['cents'] ?? '';
  if (cents.length > 2) return { ok: false, key: 'money.decimals' };
  if (pesos.length > MAX_PESO_DIGITS) {
    return { ok: false, key: 'money.tooLarge', values: { digits: MAX_PESO_DIGITS } };
  }
  return { ok: true, centavos: BigInt(pesos + cents.padEnd(2, '0')) };
}

/**
 * Reads pesos from the exact decimal text of a statement (`1250.5`, `-3.00`) into centavos.
 * Null for anything else: more than two decimals or an exponent is an error, never a rounding.
 */
export function pesosFromWire(text: string): Centavos | null {
  const found = WIRE.exec(text)?.groups;
  if (found === undefined) return null;
  const centavos = BigInt(`${found['pesos'] ?? ''}${(found['cents'] ?? '').padEnd(2, '0')}`);
  return found['sign'] === '-' ? -centavos : centavos;
}

/** Writes centavos as decimal pesos with two decimals and no grouping: `125050n` → `1250.50`. */
export function toPesos(centavos: Centavos): string {
  const digits = (centavos < 0n ? -centavos : centavos).toString().padStart(3, '0');
  return `${centavos < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * The fee of an amount in centavos at a rate in basis points (150 = 1.5 %), half a centavo rounded up.
 * A negative amount gives the negative of the fee of its size, so that what came back cancels what was taken.
 */
export function percentFee(centavos: Centavos, basisPoints: number): Centavos {
  if (centavos < 0n) return -percentFee(-centavos, basisPoints);
  return (centavos * BigInt(basisPoints) + 5_000n) / 10_000n;
}
