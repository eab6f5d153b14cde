import type { ReactNode } from 'react';

import { classNames } from './class-names';

/** Buttons of one form or sheet, wrapping where there is no room; the main one first. */
export function ButtonRow({ className, children }: Readonly<{ className?: string; children: ReactNode }>) {
  return <div className={classNames('flex flex-wrap items-center gap-2', className)}>{children}</div>;
}
