import { Refusal } from './refusal';
import { startOfManilaDay } from './manila-time';
import type { Fields, Member } from './wire-json';

/** A rule on a text field: length, pattern and the words for a text that does not fit it. */
export type TextRule = Readonly<{ max?: number; pattern?: RegExp; rule?: string; code?: number }>;

type Fault = Readonly<{ field: string; rule: string; code: number }>;

const ID: TextRule = { max: 32, pattern: /^[A-Za-z0-9]*$/, rule: 'must contain only letters and digits' };
const NAME: TextRule = { max: 100, pattern: /^[\p{L} ]*$/u, rule: 'must contain only letters and spaces' };
const URL_RULE = { pattern: /^https?:\/\/[^\s/]+/i, rule: 'must be an http or https address' };
const EMAIL = {
  pattern: /^[^\s@]+@[^\s@]+\.[^\s@.]+$/,
  rule: 'must be a well-formed email address',
  code: 1015,
};
const MOBILE: TextRule = { pattern: /^09\d{9}$/, rule: 'must be 11 digits starting with 09' };

/** The rules that several operations share. */
export const RULES = { ID, NAME, URL: URL_RULE, EMAIL, MOBILE } as const;

/**
 * Reads the fields of one request, collecting every fault; `finish` throws 1009 with all of them in the shape
 * `field:rule` (0.3), or the field's own code when nothing else is wrong.
 */
export function fieldReader(fields: Fields) {
  const faults: Fault[] = [];
  const blame = (field: string, rule: string, code = 1009) => void faults.push({ field, rule, code });

  function present(name: string): Member | null {
    const member = fields.get(name);
    return member === undefined || member.kind === 'null' || member.text === '' ? null : member;
  }

  function optionalText(name: string, rule: TextRule = {}): string | null {
    const member = present(name);
    if (member === null) return null;
    if (member.kind !== 'text') blame(name, 'must be a string');
    // PostgreSQL text cannot hold one.
    else if (member.text.includes('\0')) blame(name, 'must not contain a NUL');
    else if (rule.max !== undefined && Array.from(member.text).length > rule.max) {
      blame(name, `length must be between 1 and ${rule.max}`);
    } else if (rule.pattern?.test(member.text) === false) {
      blame(name, rule.rule ?? 'has the wrong form', rule.code);
    }
    return member.text;
  }

  function text(name: string, rule: TextRule = {}): string {
    const value = optionalText(name, rule);
    if (value === null) blame(name, 'must not be blank');
    return value ?? '';
  }

  function optionalInteger(name: string, least: bigint, most: bigint | null): bigint | null {
    const member = present(name);
    if (member === null) return null;
    if (member.kind !== 'number' || !/^-?\d+$/.test(member.text)) {
      blame(name, 'must be an integer');
      return null;
    }
    const value = BigInt(member.text);
    if (value < least) blame(name, `must be greater than or equal to ${least.toString()}`);
    else if (most !== null && value > most) blame(name, `must be less than or equal to ${most.toString()}`);
    return value;
  }

  function integer(name: string, least: bigint, most: bigint | null): bigint {
    const value = optionalInteger(name, least, most);
    if (value === null && present(name) === null) blame(name, 'must not be null');
    return value ?? least;
  }

  function optionalDay(name: string): string | null {
    const value = optionalText(name, { max: 50 });
    if (value !== null && startOfManilaDay(value) === null) blame(name, 'must be a date yyyy-MM-dd');
    return value;
  }

  function day(name: string): string {
    const value = optionalDay(name);
    if (value === null) blame(name, 'must not be blank');
    return value ?? '';
  }

  function finish(): void {
    const [first] = faults;
    if (first === undefined) return;
    const message = faults.map((fault) => `${fault.field}:${fault.rule}`).join('; ');
    throw new Refusal(faults.every((fault) => fault.code !== 1009) ? first.code : 1009, message);
  }

  return { present, text, optionalText, integer, optionalInteger, day, optionalDay, blame, finish };
}
