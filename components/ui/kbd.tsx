import type { ReactNode } from 'react';

/** A key of the keyboard. */
export function Kbd({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <kbd className="rounded-[5px] border border-line bg-sunken px-1.25 font-sans text-tiny/4.5 font-medium text-ink-3">
      {children}
    </kbd>
  );
}
