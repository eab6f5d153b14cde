import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type EmptyStateProps = Readonly<{
  icon?: LucideIcon;
  /** What there is none of. */
  title: ReactNode;
  /** Why, and what would change it. */
  children?: ReactNode;
  /** One way on. */
  action?: ReactNode;
}>;

/** Nothing here, said as a fact: no data and no answer must never look alike (for that use `Say`). */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-1.5 px-6 py-12 text-center">
      {Icon && <Icon aria-hidden className="mb-1 size-6 stroke-[1.5] text-ink-3" />}
      <p className="font-strong">{title}</p>
      {children !== undefined && <div className="max-w-110 text-cell text-ink-2">{children}</div>}
      {action !== undefined && <div className="mt-2.5">{action}</div>}
    </div>
  );
}
