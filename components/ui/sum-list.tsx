import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { classNames } from './class-names';

export type Operator = 'plus' | 'minus' | 'equals';

const SIGNS = { plus: '+', minus: '−', equals: '=' } as const satisfies Record<Operator, string>;

/** A sum written as a sum, so that a person can check it with a finger: opening + … − … = closing. */
export function SumList({ children }: Readonly<{ children: ReactNode }>) {
  return <dl className="text-cell">{children}</dl>;
}

type SumLineProps = Readonly<{
  operator?: Operator;
  label: ReactNode;
  /** A grey word after the label: how many. */
  hint?: ReactNode;
  total?: boolean;
  /** The figure: a `MoneyText`, perhaps inside a link to the rows that make it. */
  children: ReactNode;
}>;

/** One line of a sum. */
export function SumLine({ operator, label, hint, total = false, children }: SumLineProps) {
  const t = useTranslations('common.operators');
  return (
    <div
      className={classNames(
        'flex items-baseline gap-2.5 border-b border-line py-2.25 last:border-b-0',
        total && 'font-strong',
      )}
    >
      <dt className="flex min-w-0 items-baseline gap-2.5">
        <span aria-hidden className="w-3 shrink-0 font-normal text-ink-3">
          {operator && SIGNS[operator]}
        </span>
        {operator && <span className="sr-only">{t(operator)} </span>}
        <span>
          {label}
          {hint !== undefined && <span className="font-normal text-ink-3"> {hint}</span>}
        </span>
      </dt>
      <dd className="num ml-auto">{children}</dd>
    </div>
  );
}
