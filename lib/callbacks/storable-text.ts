/** Text as PostgreSQL can hold it: no NUL character and no half of a character; the raw bytes keep what was sent. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD');
}

/** What lists and indexes hold of a text that a stranger may have written. */
export function shortText(text: string | null | undefined): string | null {
  return text ? storableText(text.slice(0, 128)) : null;
}
