import { CODE_TABLE, type CodePlace, type CodeRow } from '@/lib/gateway/code-table';

/**
 * One code explained. `messageKey` is the object in messages/<locale>/codes.json with title, what, why,
 * next, tryAgain and, where useful, customer; its texts take `{code}`.
 */
export type CodeEntry = Omit<CodeRow, 'code'> &
  Readonly<{ code: string; listed: boolean; messageKey: string }>;

/** What the caller knows about a call: who made its ids, and whether these ids were sent before. */
export type CallKnowledge = Readonly<{ idsAreOurs?: boolean; secondSending?: boolean }>;

/** What a code answered to a call proves. `unlisted` tells an unknown code from a listed one that proves nothing. */
export type CodeVerdict = 'rejected' | 'unknown' | 'unlisted';

/** The only code after which the same call may be sent again without asking: PayCools did not look at it. */
export const FREQUENCY_LIMIT = 1013;

const REPEATED_ID = new Set([1012, 1014, 1515]);

const byPlaceAndCode = new Map(CODE_TABLE.map((row) => [`${row.place}:${row.code}`, row]));

/** Every listed code, for the Codes page; `listed` is true on all. */
export function listCodes(): readonly CodeEntry[] {
  return CODE_TABLE.map(entryOf);
}

/**
 * The entry of a code as it came, whatever its sign or type (`-10004`, `"10004"`). An unlisted code has an
 * entry too. With `idsAreOurs`, a repeated id (1012, 1014, 1515) is explained as what it then means: taken, ask.
 */
export function findCode(place: CodePlace, code: string | number, knowledge: CallKnowledge = {}): CodeEntry {
  const digits = normalCode(code);
  const row = byPlaceAndCode.get(`${place}:${digits}`);
  if (row === undefined) return unlisted(place, digits);
  const entry = entryOf(row);
  if (place !== 'answer' || knowledge.idsAreOurs !== true || !REPEATED_ID.has(row.code)) return entry;
  return {
    ...entry,
    outcome: 'unknown',
    who: 'nobody',
    tryAgain: 'by-itself',
    messageKey: `${entry.messageKey}ours`,
  };
}

/**
 * What an answered code other than success proves (design.md, Intent, call, settle). Ids are taken as ours
 * unless the caller says that a person typed them; on a second sending every code but 1013 proves nothing.
 */
export function outcomeOf(code: number, knowledge: CallKnowledge = {}): CodeVerdict {
  const row = byPlaceAndCode.get(`answer:${code}`);
  if (row === undefined) return 'unlisted';
  if (row.outcome !== 'rejected') return 'unknown';
  if (code === FREQUENCY_LIMIT) return 'rejected';
  if (knowledge.secondSending === true) return 'unknown';
  return REPEATED_ID.has(code) && knowledge.idsAreOurs !== false ? 'unknown' : 'rejected';
}

/** The digits of a code without sign, blanks or leading zeros; other text is kept as it is. */
export function normalCode(code: string | number): string {
  const trimmed = String(code).trim();
  const digits = /^[-+\u2212]?0*(?<digits>[0-9]+)$/u.exec(trimmed)?.groups?.['digits'];
  return digits ?? trimmed;
}

function entryOf(row: CodeRow): CodeEntry {
  return { ...row, code: String(row.code), listed: true, messageKey: `codes.${row.place}.${row.code}` };
}

function unlisted(place: CodePlace, code: string): CodeEntry {
  return {
    place,
    code,
    listed: false,
    outcome: place === 'failedCode' ? 'failed' : place === 'answer' ? 'unknown' : 'refused',
    who: 'paycools',
    tryAgain: place === 'verification' ? 'after-correcting' : 'after-paycools',
    sections: [],
    gatewayWording: '',
    messageKey: `codes.${place}.unlisted`,
  };
}
