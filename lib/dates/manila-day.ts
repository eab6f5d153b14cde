/** A business day in Manila, written `YYYY-MM-DD`; text of this type is always a day of the calendar. */
export type ManilaDay = string & Readonly<{ __brand: 'ManilaDay' }>;

const DAY_MS = 86_400_000;
// Manila keeps UTC+08:00 all year.
const MANILA_OFFSET_MS = 8 * 3_600_000;

/** Reads `YYYY-MM-DD`; null when the text has another shape or names no day of the calendar. */
export function parseManilaDay(text: string): ManilaDay | null {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u.test(text)) return null;
  const midnight = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== text) return null;
  return text as ManilaDay;
}

/** The Manila day that an instant falls on. */
export function manilaDayOf(date: Date): ManilaDay {
  return new Date(date.getTime() + MANILA_OFFSET_MS).toISOString().slice(0, 10) as ManilaDay;
}

/** The instant of Manila midnight at which the day starts. */
export function startOfDay(day: ManilaDay): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The day `n` days later (earlier when negative). */
export function addDays(day: ManilaDay, n: number): ManilaDay {
  return manilaDayOf(new Date(startOfDay(day).getTime() + n * DAY_MS));
}

/** How many days lie between: 1 from one day to the next, negative when `b` comes first. */
export function daysBetween(a: ManilaDay, b: ManilaDay): number {
  return (startOfDay(b).getTime() - startOfDay(a).getTime()) / DAY_MS;
}
