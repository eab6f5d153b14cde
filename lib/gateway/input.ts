import { z } from 'zod';
import { parseManilaDay } from '@/lib/dates/manila-day';

/** Why a field is not sent: a message key with its values. */
export type FieldProblem = Readonly<{ key: string; values?: Readonly<Record<string, string | number>> }>;

/** Every refused field by its wire name, and the code that the gateway would have answered. */
export type Refusal = Readonly<{ code: number; fields: Readonly<Record<string, readonly FieldProblem[]>> }>;

type Problem = FieldProblem & Readonly<{ code?: number }>;
type Rule<Value> = (value: Value) => Problem | null;

/** What the gateway answers to a field that breaks its table. */
export const PARAMETER_ERROR = 1009;
const FIELD = 'codes.field';
// The signed text does not escape values, so `a&b=c` inside one could be read as another field.
const LOOKS_LIKE_FIELDS = /&[^&]*=/u;

const required: Problem = { key: `${FIELD}.required` };

/** A field that has to be there; null and `""` count as absent, as in the signature. */
export function needed<Value>(...rules: readonly Rule<Value>[]) {
  return z.custom<Value>().superRefine((value: Value, context) => {
    report(context, isAbsent(value) ? required : firstProblem(value, rules));
  });
}

/** A field that may be left out. */
export function optional<Value>(...rules: readonly Rule<Value>[]) {
  return z
    .custom<Value | null | undefined>()
    .superRefine((value, context) => {
      report(context, isAbsent(value) ? null : firstProblem(value as Value, rules));
    })
    .optional();
}

/** Text of `min` to `max` characters. */
export function length(min: number, max: number): Rule<string> {
  return (value) => {
    if (typeof value !== 'string') return { key: `${FIELD}.text` };
    if (!value.isWellFormed()) return { key: `${FIELD}.characters` };
    return value.length < min || value.length > max ? { key: `${FIELD}.length`, values: { min, max } } : null;
  };
}

/** Text of any length. */
export const anyText = length(0, Number.MAX_SAFE_INTEGER);

/** Letters and digits only, the alphabet of merchant ids. */
export const lettersAndDigits: Rule<string> = (value) =>
  /^[A-Za-z0-9]*$/u.test(value) ? null : { key: `${FIELD}.lettersAndDigits` };

/** Words that people read: anything but text that could pass for another signed field. */
export const freeText: Rule<string> = (value) =>
  LOOKS_LIKE_FIELDS.test(value) ? { key: `${FIELD}.freeText` } : null;

/** One of the listed words. */
export function oneOf(words: readonly string[]): Rule<string> {
  return (value) =>
    words.includes(value) ? null : { key: `${FIELD}.oneOf`, values: { words: words.join(', ') } };
}

/** A day of the calendar, `yyyy-MM-dd`. */
export const day: Rule<string> = (value) => (parseManilaDay(value) === null ? { key: `${FIELD}.day` } : null);

/** An http or https address. */
export const webAddress: Rule<string> = (value) => {
  const protocol = URL.canParse(value) ? new URL(value).protocol : '';
  return protocol === 'https:' || protocol === 'http:' ? null : { key: `${FIELD}.webAddress` };
};

/** Something before and after one @, without spaces; the rest is the gateway's judgement (1015). */
export const email: Rule<string> = (value) =>
  /^[^\s@]+@[^\s@]+$/u.test(value) ? null : { key: `${FIELD}.email`, code: 1015 };

/** A Philippine mobile number, eleven digits from 09. */
export const mobile: Rule<string> = (value) =>
  /^09[0-9]{9}$/u.test(value) ? null : { key: `${FIELD}.mobile` };

/** A whole number from `min` to `max`, in the field's own unit; without `max` only the lower end is checked. */
export function whole(min: number, max?: number): Rule<number | bigint> {
  return (value) => {
    if (!isWhole(value)) return { key: `${FIELD}.whole` };
    if (max === undefined) return value < min ? { key: `${FIELD}.from`, values: { min } } : null;
    return value < min || value > max ? { key: `${FIELD}.range`, values: { min, max } } : null;
  };
}

/** A whole number of centavos from `min` to `max`; without `max` only the lower end is checked. */
export function amount(min: bigint, max?: bigint, code: number = PARAMETER_ERROR): Rule<bigint> {
  return (value) => {
    if (typeof value !== 'bigint') return { key: `${FIELD}.centavos`, code };
    if (max === undefined) {
      return value < min ? { key: `${FIELD}.amountFrom`, values: { minCentavos: String(min) }, code } : null;
    }
    const values = { minCentavos: String(min), maxCentavos: String(max) };
    return value < min || value > max ? { key: `${FIELD}.amountBetween`, values, code } : null;
  };
}

/** An input object of exactly these fields; a name that the document does not list is refused, not dropped. */
export function input<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape);
}

/** Raises one problem on one field, for rules that look at several fields. */
export function problemOn(context: z.RefinementCtx, field: string, problem: Problem): void {
  report(context, problem, [field]);
}

/** True when nothing was given for the field. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Reads the problems that the rules above raised. */
export function refusalOf(error: z.ZodError): Refusal {
  const fields: Record<string, FieldProblem[]> = {};
  const codes = new Set<number>();
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const name of issue.keys) fields[name] = [{ key: `${FIELD}.unknown` }];
      codes.add(PARAMETER_ERROR);
      continue;
    }
    const { values, code } = (issue.code === 'custom' ? (issue.params ?? {}) : {}) as Partial<Problem>;
    const key = issue.code === 'custom' ? issue.message : `${FIELD}.text`;
    (fields[String(issue.path[0] ?? '')] ??= []).push(values === undefined ? { key } : { key, values });
    codes.add(code ?? PARAMETER_ERROR);
  }
  const [only, ...others] = codes;
  return { code: others.length === 0 ? (only ?? PARAMETER_ERROR) : PARAMETER_ERROR, fields };
}

function firstProblem<Value>(value: Value, rules: readonly Rule<Value>[]): Problem | null {
  for (const rule of rules) {
    const problem = rule(value);
    if (problem !== null) return problem;
  }
  return null;
}

function report(context: z.RefinementCtx, problem: Problem | null, path: string[] = []): void {
  if (problem === null) return;
  const { key, ...params } = problem;
  context.addIssue({ code: 'custom', message: key, params, path });
}

function isWhole(value: unknown): value is number | bigint {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value));
}
