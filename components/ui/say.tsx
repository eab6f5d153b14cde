import { Check, CircleQuestionMark, Clock, type LucideIcon, X } from 'lucide-react';
import type { ReactNode } from 'react';

import { classNames } from './class-names';

export type SayTone = 'ok' | 'doubt' | 'bad' | 'run';

const TONES = {
  ok: { box: 'bg-ok-soft', text: 'text-ok', Icon: Check },
  doubt: { box: 'bg-doubt-soft', text: 'text-doubt', Icon: CircleQuestionMark },
  bad: { box: 'bg-bad-soft', text: 'text-bad', Icon: X },
  run: { box: 'bg-run-soft', text: 'text-run', Icon: Clock },
} as const satisfies Record<SayTone, { box: string; text: string; Icon: LucideIcon }>;

type SayProps = Readonly<{
  tone: SayTone;
  title: ReactNode;
  icon?: LucideIcon;
  /** `alert` interrupts a screen reader, `status` waits its turn; leave out what is there from the start. */
  role?: 'alert' | 'status';
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
}>;

/** A notice: what is so in one bold sentence, why and what to do under it. */
export function Say({ tone, title, icon, role, actions, className, children }: SayProps) {
  const { box, text, Icon: own } = TONES[tone];
  const Icon = icon ?? own;
  return (
    <div
      role={role}
      className={classNames(
        'grid grid-cols-[1.25rem_minmax(0,1fr)] content-start gap-x-3 gap-y-1 rounded-card px-4 py-3.5',
        box,
        className,
      )}
    >
      <Icon aria-hidden className={classNames('mt-px size-4.5', text)} />
      <p className={classNames('font-strong', text)}>{title}</p>
      {children !== undefined && <div className="col-start-2 text-cell text-ink-2">{children}</div>}
      {actions !== undefined && <div className="col-start-2 mt-1.5 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
