import { createHash } from 'node:crypto';

/**
 * Names what a genuine callback says, however it was written: order, blanks, nulls and the sign do not count.
 * It is taken over the fields and not over the signed text, because two different messages can share that text.
 */
export function meaningHash(fields: Readonly<Record<string, string | null>>, ambiguous: boolean): string {
  const said = Object.entries(fields)
    .filter(([name, value]) => name !== 'sign' && value !== null && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([ambiguous, said]))
    .digest('hex');
}
