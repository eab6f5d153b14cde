const MANILA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** The wire's `yyyy-MM-dd HH:mm:ss` in Manila (section 0); seconds are cut, never rounded up. */
export function wireTime(at: Date): string {
  return new Date(at.getTime() + MANILA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** The same, or null where there is no time yet. */
export function wireTimeOrNull(at: Date | null): string | null {
  return at === null ? null : wireTime(at);
}

/** ISO text with the Manila offset, for the control interface. */
export function isoManila(at: Date): string {
  return new Date(at.getTime() + MANILA_OFFSET_MS).toISOString().replace('Z', '+08:00');
}

/** The Manila day of an instant, `yyyy-MM-dd`. */
export function manilaDay(at: Date): string {
  return wireTime(at).slice(0, 10);
}

/** The instant of Manila midnight that begins a day; null when the text is not a real `yyyy-MM-dd`. */
export function startOfManilaDay(day: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const start = new Date(`${day}T00:00:00+08:00`);
  if (Number.isNaN(start.getTime()) || manilaDay(start) !== day) return null;
  return start;
}

/** A day moved by whole days; the day must be a real one. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
