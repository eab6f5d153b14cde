import type { ReactNode } from 'react';

/** Names and values, one under the other. */
export function FactList({ children }: Readonly<{ children: ReactNode }>) {
  return <dl className="grid text-cell">{children}</dl>;
}

/** One fact; show a dash where there is nothing, so that a gap reads as "none". */
export function Fact({ label, children }: Readonly<{ label: ReactNode; children: ReactNode }>) {
  return (
    <div className="grid grid-cols-[7.375rem_minmax(0,1fr)] items-baseline gap-x-3 py-1.5 lg:grid-cols-[8.75rem_minmax(0,1fr)]">
      <dt className="text-ink-3">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}
