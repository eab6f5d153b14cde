import { useLocale, useTranslations } from 'next-intl';

import { barHeights } from '@/lib/charts/bar-heights';
import { formatDay } from '@/lib/dates/format-date';
import type { ManilaDay } from '@/lib/dates/manila-day';
import { formatMoney } from '@/lib/money/format-money';

export type DayOfMoney = Readonly<{ day: ManilaDay; inCentavos: string; outCentavos: string }>;

type DayBarsProps = Readonly<{
  /** What the picture shows, as a sentence. */
  label: string;
  /** Oldest first. */
  days: readonly DayOfMoney[];
}>;

const WIDTH = 640;
const MIDDLE = 172;
const ROOM = { up: 150, down: 24 } as const;

/** Money in (up) and out (down) per day; the same figures stand in a table for those who cannot see it. */
export function DayBars({ label, days }: DayBarsProps) {
  const t = useTranslations('common.dayBars');
  const locale = useLocale();
  const step = WIDTH / Math.max(1, days.length);
  const heights = barHeights(days, ROOM);
  return (
    <figure className="relative">
      <svg viewBox={`0 0 ${WIDTH} 200`} className="h-auto w-full" aria-hidden>
        {days.map((day, index) => (
          <g key={day.day}>
            <title>{`${formatDay(day.day, locale, 'medium')}: +${money(day.inCentavos, locale)}, −${money(day.outCentavos, locale)}`}</title>
            <rect x={index * step} y="0" width={step} height="200" fill="transparent" />
            <Bar
              x={index * step}
              step={step}
              y={MIDDLE - 2 - (heights[index]?.up ?? 0)}
              height={heights[index]?.up ?? 0}
              fill="var(--accent)"
            />
            <Bar
              x={index * step}
              step={step}
              y={MIDDLE}
              height={heights[index]?.down ?? 0}
              fill="var(--edge)"
            />
          </g>
        ))}
      </svg>
      <Ends days={days} locale={locale} />
      <figcaption className="mt-1 flex flex-wrap gap-x-4.5 text-hint text-ink-3">
        <span className="sr-only">{label}</span>
        <Legend className="bg-accent">{t('in')}</Legend>
        <Legend className="bg-edge">{t('out')}</Legend>
      </figcaption>
      {/* A table does not shrink to nothing by itself, so what hides it is a box around it. */}
      <div className="sr-only">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              <th scope="col">{t('in')}</th>
              <th scope="col">{t('out')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.day}>
                <th scope="row">{formatDay(day.day, locale, 'medium')}</th>
                <td>{money(day.inCentavos, locale)}</td>
                <td>{money(day.outCentavos, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

type BarProps = Readonly<{ x: number; y: number; step: number; height: number; fill: string }>;

function Bar({ x, y, step, height, fill }: BarProps) {
  return (
    <rect
      x={x + step * 0.19}
      y={y}
      width={step * 0.62}
      height={height}
      rx={Math.min(2, height / 2)}
      fill={fill}
    />
  );
}

function Ends({ days, locale }: Readonly<{ days: readonly DayOfMoney[]; locale: string }>) {
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <div aria-hidden className="flex justify-between text-tiny text-ink-3">
      <span>{formatDay(first.day, locale, 'short')}</span>
      <span>{formatDay(last.day, locale, 'short')}</span>
    </div>
  );
}

function Legend({ className, children }: Readonly<{ className: string; children: string }>) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`size-2.5 rounded-[2px] ${className}`} />
      {children}
    </span>
  );
}

function money(centavos: string, locale: string): string {
  return formatMoney(BigInt(centavos), locale);
}
