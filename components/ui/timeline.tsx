import type { ReactNode } from 'react';

import { classNames } from './class-names';
import type { Tone } from './chip';

const DOTS = {
  ok: 'bg-ok',
  run: 'bg-run',
  bad: 'bg-bad',
  doubt: 'bg-doubt',
  shut: 'bg-ink-3',
} as const satisfies Record<Tone, string>;

/** What happened, newest first or oldest first as the page decides. */
export function Timeline({ children }: Readonly<{ children: ReactNode }>) {
  return <ol>{children}</ol>;
}

type TimelineLineProps = Readonly<{
  tone?: Tone;
  /** What happened, as a sentence. */
  title: ReactNode;
  /** Who says so: a person, PayCools' answer, a callback, a statement, a poll. */
  source?: ReactNode;
  time: ReactNode;
}>;

/** One event with its source and its time. */
export function TimelineLine({ tone = 'shut', title, source, time }: TimelineLineProps) {
  return (
    <li className="relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 pb-4 before:absolute before:top-3.5 before:-bottom-0.5 before:left-[7px] before:w-px before:bg-line-strong last:pb-0 last:before:hidden sm:grid-cols-[1.25rem_minmax(0,1fr)_auto]">
      <span aria-hidden className={classNames('z-1 mt-1.25 ml-0.75 size-2.25 rounded-full', DOTS[tone])} />
      <div className="min-w-0">
        <p>{title}</p>
        {source !== undefined && <p className="mt-0.5 text-small/[1.3] text-ink-3 wrap-anywhere">{source}</p>}
      </div>
      <div className="col-start-2 text-small text-ink-3 tabular-nums sm:col-start-3 sm:pt-0.5">{time}</div>
    </li>
  );
}
