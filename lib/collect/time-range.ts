import { addDays, parseManilaDay, startOfDay } from '../dates/manila-day';

/** The instants of Manila days from one to another, both included, for a `where`; undefined where neither is given. */
export function timeRange(
  from: string | undefined,
  to: string | undefined,
): { gte?: Date; lt?: Date } | undefined {
  const first = parseManilaDay(from ?? '');
  const last = parseManilaDay(to ?? '');
  if (first === null && last === null) return undefined;
  return {
    ...(first !== null && { gte: startOfDay(first) }),
    ...(last !== null && { lt: startOfDay(addDays(last, 1)) }),
  };
}
