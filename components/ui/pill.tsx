import type { ReactNode } from 'react';

import { classNames } from './class-names';

type PillProps = Readonly<{ warn?: boolean; mono?: boolean; className?: string; children: ReactNode }>;

/** A round label beside a title or in the top bar: a code, a company, a mode. */
export function Pill({ warn = false, mono = false, className, children }: PillProps) {
  return (
    <span
      className={classNames(
        'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.75 text-hint whitespace-nowrap',
        warn ? 'border-transparent bg-doubt-soft font-strong text-doubt' : 'border-line bg-surface',
        mono && 'mono',
        className,
      )}
    >
      {children}
    </span>
  );
}
