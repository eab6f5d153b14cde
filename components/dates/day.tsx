import { useLocale } from 'next-intl';

import { type DayStyle, formatDay } from '@/lib/dates/format-date';
import type { ManilaDay } from '@/lib/dates/manila-day';

type DayProps = Readonly<{ day: ManilaDay; style?: DayStyle; className?: string }>;

/** A Manila day: 23 Nov, 23 Nov 2026, or Monday, 23 November 2026. */
export function Day({ day, style = 'medium', className }: DayProps) {
  const locale = useLocale();
  return (
    <time dateTime={day} className={className}>
      {formatDay(day, locale, style)}
    </time>
  );
}
