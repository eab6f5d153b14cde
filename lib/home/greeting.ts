import { formatGatewayTime } from '../dates/gateway-time';

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening';

/** The part of the day in Manila, as people greet: morning until 11, noon until 13, afternoon until 18. */
export function partOfDay(now: Date): PartOfDay {
  const hour = Number(formatGatewayTime(now).slice(11, 13));
  if (hour < 4 || hour >= 18) return 'evening';
  if (hour < 11) return 'morning';
  return hour < 13 ? 'noon' : 'afternoon';
}

/** What to call a person: the first word of the name. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? '';
}
