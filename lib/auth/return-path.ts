/** The request header in which a page is told its own address. */
export const PATH_HEADER = 'x-kaha-path';

/** Where to go after signing in: only an address inside Kaha, never one that leads to another site. */
export function returnPath(text: string | undefined): string {
  if (text === undefined || !text.startsWith('/')) return '/';
  // Browsers read a backslash as a slash and drop tabs and line ends, so `/\evil` would leave the site.
  if (/[\\\p{Cc}]/u.test(text)) return '/';
  const base = 'http://kaha.internal';
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  if (url?.origin !== base || url.pathname.startsWith('/sign-in')) return '/';
  const path = `${url.pathname}${url.search}${url.hash}`;
  return path.startsWith('//') ? '/' : path;
}
