import { useLocale } from 'next-intl';

import { formatDateTime, formatDay } from '@/lib/dates/format-date';
import { formatGatewayTime } from '@/lib/dates/gateway-time';
import { manilaDayOf } from '@/lib/dates/manila-day';

type DateTimeProps = Readonly<{
  /** The instant as ISO text. */
  at: string;
  /** `full` 23 Nov 2026, 14:05 PHT; `short` 23 Nov, 14:05 for tables whose foot names the zone; `seconds` 23 Nov, 14:05:09. */
  style?: 'full' | 'short' | 'seconds';
  className?: string;
}>;

/** An instant in Manila time; pointing at the short forms shows the full one. */
export function DateTime({ at, style = 'full', className }: DateTimeProps) {
  const locale = useLocale();
  const date = new Date(at);
  const full = formatDateTime(date, locale);
  return (
    <time
      dateTime={at}
      title={style === 'full' ? undefined : full}
      className={className ?? (style === 'full' ? 'tabular-nums' : 'whitespace-nowrap tabular-nums')}
    >
      {style === 'full' ? full : shortOf(date, locale, style)}
    </time>
  );
}

function shortOf(date: Date, locale: string, style: 'short' | 'seconds'): string {
  const clock = formatGatewayTime(date).slice(11, style === 'short' ? 16 : 19);
  return `${formatDay(manilaDayOf(date), locale, 'short')}${locale.startsWith('zh') ? ' ' : ', '}${clock}`;
}
