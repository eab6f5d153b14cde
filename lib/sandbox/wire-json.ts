import { LosslessNumber, parse, stringify } from 'lossless-json';

/** One top-level member of a request as it was sent: `text` is its value as it stands in the signed text. */
export type Member = Readonly<{ kind: 'text' | 'number' | 'boolean' | 'null' | 'nested'; text: string }>;

/** The members of a request, by name. */
export type Fields = ReadonlyMap<string, Member>;

const SPACE = /\s/;

/** The members of a JSON object; null when the bytes are not UTF-8, not one object, or name a member twice. */
export function readJsonFields(bytes: Uint8Array): Fields | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const whole = parse(text);
    if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return null;
    return scanMembers(text);
  } catch {
    return null;
  }
}

/** The members of a query string, decoded; null when one is named twice. */
export function readQueryFields(query: URLSearchParams): Fields | null {
  const fields = new Map<string, Member>();
  for (const [name, text] of query) {
    if (fields.has(name)) return null;
    fields.set(name, { kind: 'text', text });
  }
  return fields;
}

/** JSON text in which bigints and exact decimals keep every digit. */
export function writeJson(value: unknown): string {
  return stringify(value) ?? 'null';
}

/** Centavos as the exact decimal pesos of the statements, written as a JSON number: 125050 is `1250.5`. */
export function pesosNumber(centavos: bigint): LosslessNumber {
  const sign = centavos < 0n ? '-' : '';
  const digits = (centavos < 0n ? -centavos : centavos).toString().padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return new LosslessNumber(`${sign}${digits.slice(0, -2)}${fraction === '' ? '' : `.${fraction}`}`);
}

// The text has been parsed once already, so the scan may trust its grammar and only looks for borders.
function scanMembers(text: string): Fields | null {
  const fields = new Map<string, Member>();
  let at = skip(text, text.indexOf('{') + 1, SPACE);
  while (text[at] !== '}') {
    const nameEnd = endOfString(text, at);
    const name: unknown = JSON.parse(text.slice(at, nameEnd));
    const start = skip(text, text.indexOf(':', nameEnd) + 1, SPACE);
    const end = endOfValue(text, start);
    if (typeof name !== 'string' || fields.has(name)) return null;
    fields.set(name, memberOf(text.slice(start, end)));
    at = skip(text, end, /[\s,]/);
  }
  return fields;
}

function memberOf(raw: string): Member {
  const first = raw.charAt(0);
  if (first === '"') return { kind: 'text', text: String(JSON.parse(raw)) };
  if (first === '{' || first === '[') return { kind: 'nested', text: raw };
  if (raw === 'null') return { kind: 'null', text: '' };
  return { kind: raw === 'true' || raw === 'false' ? 'boolean' : 'number', text: raw };
}

function endOfValue(text: string, start: number): number {
  const first = text.charAt(start);
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') {
    let at = start;
    while (at < text.length && !/[\s,}\]]/.test(text.charAt(at))) at += 1;
    return at;
  }
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') at = endOfString(text, at) - 1;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skip(text: string, start: number, what: RegExp): number {
  let at = start;
  while (at < text.length && what.test(text.charAt(at))) at += 1;
  return at;
}
