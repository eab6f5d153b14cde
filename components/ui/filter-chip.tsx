'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import { type ReactNode, type SubmitEvent, useState } from 'react';

import { Button } from './button';
import { classNames } from './class-names';
import { isInside } from './inside-address';

type FilterChipProps = Readonly<{
  label: string;
  /** What it is set to, in words; without it the chip is dashed. */
  value?: string | undefined;
  /** The names of its fields, which are its parameters in the address. */
  names: readonly string[];
  /** Parameters that a changed filter makes meaningless: where the page starts. */
  forget?: readonly string[];
  /** Fields with those names, showing what is set now by `defaultValue`. */
  children: ReactNode;
}>;

/** One filter of a list: outlined when set, dashed when not; opens a small form and writes to the address. */
export function FilterChip({ label, value, names, forget = ['after', 'before'], children }: FilterChipProps) {
  const t = useTranslations('common');
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  const [open, setOpen] = useState(false);

  function write(entries: readonly (readonly [string, string])[]) {
    const next = new URLSearchParams(search);
    for (const name of [...names, ...forget]) next.delete(name);
    for (const [name, text] of entries) if (text.trim() !== '') next.append(name, text.trim());
    setOpen(false);
    const address = `${pathname}?${next.toString()}`;
    if (isInside(address)) router.push(address, { scroll: false });
  }

  function apply(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    write(
      names.flatMap((name) =>
        typed.getAll(name).flatMap((entry) => (typeof entry === 'string' ? [[name, entry] as const] : [])),
      ),
    );
  }

  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={value === undefined ? t('filterUnset', { label }) : t('filterSet', { label, value })}
        className={classNames(
          'inline-flex h-7.5 max-w-full items-center gap-1.5 rounded-control border border-edge px-2.5 text-hint pointer-coarse:h-10',
          value === undefined ? 'border-dashed text-ink-2 hover:text-ink' : 'bg-surface text-ink',
        )}
      >
        {label}
        {value !== undefined && <b className="truncate">{value}</b>}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          className="z-30 w-72 max-w-[calc(100vw-1rem)] animate-appear rounded-card border border-line bg-surface p-3.5 shadow-float"
        >
          <form onSubmit={apply} className="grid gap-3">
            {children}
            <div className="flex gap-2">
              <Button type="submit" variant="main">
                {t('apply')}
              </Button>
              {value !== undefined && (
                <Button variant="quiet" onClick={() => write([])}>
                  {t('clear')}
                </Button>
              )}
            </div>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The row that filter chips stand in; `after` is for a quiet link such as "Clear all filters". */
export function FilterBar({ after, children }: Readonly<{ after?: ReactNode; children: ReactNode }>) {
  const t = useTranslations('common');
  return (
    <div
      role="group"
      aria-label={t('filters')}
      className="screen-only mb-3 flex flex-wrap items-center gap-2"
    >
      {children}
      {after !== undefined && <span className="ml-1 text-hint text-ink-3">{after}</span>}
    </div>
  );
}
