import { dayColumn } from '../dates/day-column';
import { addDays, type ManilaDay, startOfDay } from '../dates/manila-day';

/** One day of one app, with the instants at which it starts and ends. */
export type DayScope = Readonly<{
  merchantId: string;
  gatewayAppId: string;
  day: ManilaDay;
  from: Date;
  /** The first instant of the next day. */
  to: Date;
  /** The day as DATE columns hold it. */
  column: Date;
}>;

export function dayScope(merchantId: string, gatewayAppId: string, day: ManilaDay): DayScope {
  return {
    merchantId,
    gatewayAppId,
    day,
    from: startOfDay(day),
    to: startOfDay(addDays(day, 1)),
    column: dayColumn(day),
  };
}
