import { type ReactNode, useId } from 'react';

import { classNames } from './class-names';

type CardProps = Readonly<{
  /** The card is a region of the page under this name. */
  title?: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}>;

/** A white sheet. Put `CardBody`, a `Table` or both inside. */
export function Card({ title, hint, actions, className, children }: CardProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={title === undefined ? undefined : titleId}
      className={classNames('min-w-0 overflow-clip rounded-card border border-line bg-surface', className)}
    >
      {title !== undefined && (
        <header className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5 px-4.5 pt-3.5">
          <h2 id={titleId} className="text-body font-strong">
            {title}
          </h2>
          {hint !== undefined && <span className="text-hint text-ink-3">{hint}</span>}
          {actions !== undefined && <span className="ml-auto flex gap-2 self-center">{actions}</span>}
        </header>
      )}
      {children}
    </section>
  );
}

/** The padded inside of a card. */
export function CardBody({ className, children }: Readonly<{ className?: string; children: ReactNode }>) {
  return <div className={classNames('px-4.5 pt-3 pb-4', className)}>{children}</div>;
}
