import { classNames } from './class-names';

export type ButtonVariant = 'main' | 'default' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'regular' | 'large';

const VARIANTS = {
  main: 'border-transparent bg-accent text-accent-ink hover:bg-accent-hover',
  default: 'border-edge bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink',
  danger: 'border-edge bg-surface text-bad hover:border-bad hover:bg-bad-soft',
} as const satisfies Record<ButtonVariant, string>;

const SIZES = {
  small: 'h-7 gap-1.5 px-2.5 text-hint',
  regular: 'h-8.5 gap-2 px-3.5 text-cell pointer-coarse:h-10',
  large: 'h-11 gap-2 px-5 text-body',
} as const satisfies Record<ButtonSize, string>;

/** The classes of a button, shared by real buttons and by links that look like one. */
export function buttonLook(variant: ButtonVariant, size: ButtonSize, extra?: string): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center rounded-control border font-label leading-none whitespace-nowrap no-underline transition-colors duration-100',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress aria-disabled:opacity-70 [&_svg]:size-4 [&_svg]:shrink-0',
    VARIANTS[variant],
    SIZES[size],
    extra,
  );
}
