'use client';

import { useFormatter, useLocale, useNow } from 'next-intl';

import { formatDateTime } from '@/lib/dates/format-date';

const EVERY_30_SECONDS = 30_000;

type RelativeTimeProps = Readonly<{ at: string; className?: string }>;

/** How long ago, or in how long; kept current while the page is open. Pointing at it shows the instant. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const format = useFormatter();
  const locale = useLocale();
  const now = useNow({ updateInterval: EVERY_30_SECONDS });
  const date = new Date(at);
  return (
    // The server rendered a moment earlier than the browser; the difference is the truth, not a fault.
    <time dateTime={at} title={formatDateTime(date, locale)} className={className} suppressHydrationWarning>
      {format.relativeTime(date, now)}
    </time>
  );
}
