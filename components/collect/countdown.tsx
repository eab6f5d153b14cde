'use client';

import { useNow, useTranslations } from 'next-intl';

const EVERY_SECOND = 1_000;

/** The time that is left until an instant, to the second: `52:10`. */
export function Countdown({ until }: Readonly<{ until: string }>) {
  const t = useTranslations('collect');
  const now = useNow({ updateInterval: EVERY_SECOND });
  const seconds = Math.floor((new Date(until).getTime() - now.getTime()) / 1_000);
  if (seconds <= 0) return <p className="text-hint text-ink-3">{t('timeUp')}</p>;
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p className="text-hint text-ink-3">
      {t('timeLeft')} {/* The server rendered a moment earlier than the browser. */}
      <b role="timer" aria-live="off" className="text-body text-ink tabular-nums" suppressHydrationWarning>
        {clock}
      </b>
    </p>
  );
}
