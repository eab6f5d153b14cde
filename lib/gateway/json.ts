import { LosslessNumber, parse, stringify } from 'lossless-json';

/** Gateway JSON as it came: numbers are `LosslessNumber` texts; `raw` has the compact text of each top-level member. */
export type JsonDocument = Readonly<{ value: unknown; raw: ReadonlyMap<string, string> }>;

/** Deeper than anything that the protocol sends; what is signed has to be written anew without running out of stack. */
const MAX_DEPTH = 32;

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gsu;

/** Reads bytes or text as JSON; null for bad UTF-8, bad JSON, nesting over 32 levels, and a name twice in one object. */
export function readJson(source: Uint8Array | string): JsonDocument | null {
  try {
    const text =
      typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source);
    return { value: parse(text), raw: rawMembers(text) };
  } catch {
    return null;
  }
}

/** Writes JSON in one line; a bigint or a `LosslessNumber` becomes a plain number, digit for digit. */
export function writeJson(value: unknown): string {
  return stringify(value) ?? 'null';
}

/** The digits of a JSON number exactly as sent, or null for any other value. */
export function numberText(value: unknown): string | null {
  // The library's own test looks at a property, which an answer could carry too.
  return value instanceof LosslessNumber ? value.value : null;
}

/** True for a JSON object: not for null, an array or a number that is kept as text. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber)
  );
}

/**
 * The compact text of every member of the outermost object. The library lets a repeated name pass when
 * both values are equal; a signed text cannot say which was meant, so here every repetition throws.
 */
function rawMembers(text: string): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  const open: (Set<string> | null)[] = [];
  let member: { name: string; tokens: string[] } | null = null;
  let previous = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const closes = token === '}' || token === ']';
    if (member !== null && open.length === 1 && (closes || token === ',')) {
      members.set(member.name, member.tokens.join(''));
      member = null;
    } else if (member !== null) member.tokens.push(token);
    if (token === ':') {
      const name = String(parse(previous));
      const names = open.at(-1);
      if (names?.has(name) === true) throw new SyntaxError(`${name} occurs twice`);
      names?.add(name);
      if (open.length === 1) member = { name, tokens: [] };
    }
    if (open.length >= MAX_DEPTH && !closes) throw new SyntaxError('nested too deep');
    if (closes) open.pop();
    else if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    previous = token;
  }
  return members;
}
