import type { ManilaDay } from '@/lib/dates/manila-day';

/** A Manila day as the database's DATE columns take it. */
export function dayColumn(day: ManilaDay): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The Manila day that a DATE column holds. */
export function dayOfColumn(column: Date): ManilaDay {
  return column.toISOString().slice(0, 10) as ManilaDay;
}
