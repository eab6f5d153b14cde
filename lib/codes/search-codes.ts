import { normalCode } from '../gateway/codes';
import type { CodeActor } from '../gateway/code-table';

/** A code with the words that a search looks into, in the reader's language. */
export type Searchable = Readonly<{ code: string; who: CodeActor; words: readonly string[] }>;

type Wanted = Readonly<{ q: string; who?: CodeActor | undefined }>;

/** Codes whose number holds the typed digits, whatever their sign, or whose words hold every typed word. */
export function searchCodes<Code extends Searchable>(codes: readonly Code[], { q, who }: Wanted): Code[] {
  const terms = plain(q).split(/\s+/u).filter(Boolean);
  return codes.filter((entry) => {
    if (who !== undefined && entry.who !== who) return false;
    if (terms.length === 0) return true;
    const text = plain(entry.words.join(' '));
    return terms.every((term) => entry.code.includes(normalCode(term)) || text.includes(term));
  });
}

/** Lower case without accents, so that `Señor` is found by `senor`. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
