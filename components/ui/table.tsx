import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names';

/** The width of the table's own place (not of the window) from which a column is shown. */
export type ShownFrom = 'sm' | 'md' | 'lg';

const SHOWN_FROM = {
  sm: 'hidden @min-sm:table-cell',
  md: 'hidden @min-md:table-cell',
  lg: 'hidden @min-lg:table-cell',
} as const satisfies Record<ShownFrom, string>;

type TableProps = Readonly<{
  /** Read out before the table, not shown. */
  caption: string;
  busy?: boolean;
  className?: string;
  children: ReactNode;
}>;

/** A table whose columns drop out by importance as its place gets narrow; it never scrolls sideways. */
export function Table({ caption, busy, className, children }: TableProps) {
  return (
    <div
      className={classNames(
        '@container transition-opacity duration-100',
        busy === true && 'opacity-60',
        className,
      )}
    >
      <table aria-busy={busy} className="ledger w-full border-separate border-spacing-0 text-cell">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

type CellProps = Readonly<{ num?: boolean; from?: ShownFrom }>;

/** A column's head. */
export function Th({ num, from, className, ...rest }: CellProps & ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      data-from={from}
      {...rest}
      className={classNames(
        'h-8.5 border-b border-line text-small font-medium whitespace-nowrap text-ink-3',
        num === true ? 'num' : 'text-left',
        from && SHOWN_FROM[from],
        className,
      )}
    />
  );
}

/** One row; hovering tints it, and a `RowLink` inside makes all of it clickable. */
export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr {...rest} className={classNames('group relative hover:bg-sunken', className)} />;
}

type TdProps = CellProps &
  ComponentProps<'td'> &
  Readonly<{
    quiet?: boolean;
    /** A grey second line. */
    sub?: ReactNode;
    /** A grey second line that takes the place of dropped columns where the table is narrow. */
    folded?: ReactNode;
  }>;

/** A cell, 42 px high, 52 px with a second line. */
export function Td({ num, from, quiet, sub, folded, className, children, ...rest }: TdProps) {
  return (
    <td
      data-from={from}
      {...rest}
      className={classNames(
        'h-10.5 border-b border-line py-2 group-last:border-b-0',
        num === true ? 'num' : 'wrap-anywhere',
        quiet === true && 'text-ink-3',
        from && SHOWN_FROM[from],
        className,
      )}
    >
      {children}
      {sub !== undefined && <SecondLine>{sub}</SecondLine>}
      {folded !== undefined && <SecondLine className="mt-0.5 @min-sm:hidden">{folded}</SecondLine>}
    </td>
  );
}

/** The row with the totals of everything that the filter finds. */
export function FootRow({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <tfoot>
      <tr className="bg-sunken font-strong [&>td]:h-10 [&>td]:border-t [&>td]:border-b-0 [&>td]:border-line">
        {children}
      </tr>
    </tfoot>
  );
}

function SecondLine({ className, children }: Readonly<{ className?: string; children: ReactNode }>) {
  return <div className={classNames('text-small font-normal text-ink-3', className)}>{children}</div>;
}
