import type { ExceptionRow } from './schema';

/** Exceptions that a person reads as one: the same channel charged another fee several times. */
export type ExceptionGroup = Readonly<{
  key: string;
  channel: string;
  members: readonly ExceptionRow[];
  /** What they come to together, centavos as text. */
  effect: string;
  claim: string;
}>;

/** Puts open overcharges of one channel together, where there are several; everything else stays by itself, in order. */
export function groupExceptions(rows: readonly ExceptionRow[]): (ExceptionRow | ExceptionGroup)[] {
  const alike = new Map<string, ExceptionRow[]>();
  for (const row of rows) {
    const key = groupKey(row);
    if (key !== null) alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  const shown = new Set<string>();
  return rows.flatMap((row): (ExceptionRow | ExceptionGroup)[] => {
    const key = groupKey(row);
    const members = key === null ? undefined : alike.get(key);
    if (key === null || !members || members.length < 2) return [row];
    if (shown.has(key)) return [];
    shown.add(key);
    const channel = String(row.values['channel'] ?? '');
    return [{ key, channel, members, effect: sumOf(members, 'effect'), claim: sumOf(members, 'claim') }];
  });
}

function groupKey({ type, variant, subject, state, resolution, values }: ExceptionRow): string | null {
  const isOvercharge = type === 'FEE_DIFFERS' && variant === 'tooMuch' && subject === 'order';
  if (!isOvercharge || state !== 'OPEN' || resolution !== null) return null;
  return `fee ${values['channel'] ?? ''}`;
}

function sumOf(rows: readonly ExceptionRow[], name: 'effect' | 'claim'): string {
  return rows.reduce((sum, row) => sum + BigInt(row[name] ?? '0'), 0n).toString();
}
