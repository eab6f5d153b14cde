import type { CodeSeen } from '@/lib/codes/queries';
import type { Searchable } from '@/lib/codes/search-codes';
import { type CodeEntry, findCode, listCodes } from '@/lib/gateway/codes';
import { getSay } from '@/lib/i18n/say';

/** One line of the index: a code as it is met here, in the reader's language, and how often it was. */
export type IndexRow = CodeEntry &
  Searchable &
  Readonly<{ title: string; what: string; seen: Pick<CodeSeen, 'count' | 'lastAt'> | null }>;

/** Every listed code, and those that nobody listed but PayCools has sent here. */
export async function indexRows(seen: readonly CodeSeen[]): Promise<readonly IndexRow[]> {
  const say = await getSay();
  const text = (entry: CodeEntry, part: string) =>
    say({ key: `${entry.messageKey}.${part}`, values: { code: entry.code } });
  const wordsOf = (entry: CodeEntry) => [
    entry.gatewayWording,
    ...['title', 'what', 'why', 'next'].map((part) => text(entry, part)),
  ];

  const listed = listCodes();
  const known = new Set(listed.map(nameOf));
  const others = seen
    .filter((one) => !known.has(nameOf(one)))
    .map(({ place, code }) => findCode(place, code));
  const counts = new Map(seen.map((one) => [nameOf(one), one]));
  return [...listed, ...others].map((entry) => {
    // Every id in Kaha is made by Kaha, so a repeated one is shown as what it then means.
    const met = findCode(entry.place, entry.code, { idsAreOurs: true });
    return {
      ...met,
      title: text(met, 'title'),
      what: text(met, 'what'),
      words: [...wordsOf(entry), ...wordsOf(met)],
      seen: counts.get(nameOf(entry)) ?? null,
    };
  });
}

function nameOf({ place, code }: Pick<CodeEntry, 'place' | 'code'>): string {
  return `${place} ${code}`;
}
