import type { ReactNode } from 'react';

import { classNames } from './class-names';

export type Tone = 'ok' | 'run' | 'bad' | 'doubt' | 'shut';

const TONES = {
  ok: 'bg-ok-soft text-ok',
  run: 'bg-run-soft text-run',
  bad: 'bg-bad-soft text-bad',
  doubt: 'bg-doubt-soft text-doubt',
  shut: 'bg-shut-soft text-shut',
} as const satisfies Record<Tone, string>;

type ChipProps = Readonly<{ tone: Tone; icon?: ReactNode; children: ReactNode }>;

/** Icon, word and tint: a state is never told by colour alone. */
export function Chip({ tone, icon, children }: ChipProps) {
  return (
    <span
      className={classNames(
        'inline-flex h-5.5 max-w-full items-center gap-1.5 rounded-chip pr-2 pl-1.5 align-middle text-small leading-none font-label whitespace-nowrap [&_svg]:size-3.5 [&_svg]:shrink-0 [&_svg]:stroke-2',
        icon === undefined && 'pl-2',
        TONES[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
