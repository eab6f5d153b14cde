'use client';

import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names';

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> &
  Readonly<{ label: string; icon: ReactNode }>;

/** A button that is only an icon; `label` is its name for everybody who cannot see it. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={classNames(
        'inline-grid size-7 shrink-0 place-items-center rounded-chip text-ink-3 hover:bg-sunken hover:text-ink pointer-coarse:size-10 [&_svg]:size-4',
        className,
      )}
    >
      {icon}
    </button>
  );
}
