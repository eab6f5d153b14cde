import type { ReactNode } from 'react';

/**
 * The buttons that finish a page. On a phone they stay within reach of the thumb at the bottom of the window,
 * the main one (last) the widest; elsewhere they stand in the flow.
 */
export function ActionBar({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <div className="screen-only flex gap-2 max-md:sticky max-md:bottom-0 max-md:z-10 max-md:-mx-4 max-md:mt-4 max-md:border-t max-md:border-line max-md:bg-canvas max-md:px-4 max-md:pt-3 max-md:pb-[max(1rem,env(safe-area-inset-bottom))] max-md:*:h-11 max-md:*:flex-1 max-md:*:last:flex-[1.6]">
      {children}
    </div>
  );
}
