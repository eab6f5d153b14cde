'use client';

import { Search } from 'lucide-react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useId, type SubmitEvent } from 'react';

import { CONTROL_LOOK } from './control-look';
import { classNames } from './class-names';

type ListSearchProps = Readonly<{
  /** The name of the field, for those who cannot see its place. */
  label: string;
  /** What can be looked for. */
  placeholder: string;
  /** What is looked for now. */
  value: string | undefined;
}>;

/** Finds in a list by words; what is looked for lives in the address as `q`. Emptying the field ends the search. */
export function ListSearch({ label, placeholder, value = '' }: ListSearchProps) {
  const id = useId();
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();

  function go(typed: string) {
    if (typed === value) return;
    const next = new URLSearchParams(search);
    for (const name of ['q', 'after', 'before']) next.delete(name);
    if (typed !== '') next.set('q', typed);
    router.push(`${pathname}?${next.toString()}` as Parameters<typeof router.push>[0], { scroll: false });
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('q');
    go(typeof typed === 'string' ? typed.trim() : '');
  }

  return (
    <search className="w-full sm:ml-auto sm:w-72">
      <form onSubmit={submit} className="relative">
        <label htmlFor={id} className="sr-only">
          {label}
        </label>
        <Search aria-hidden className="absolute inset-y-0 left-2.5 my-auto size-4 text-ink-3" />
        <input
          // A new address brings a new text; typing alone does not.
          key={value}
          id={id}
          name="q"
          type="search"
          maxLength={100}
          defaultValue={value}
          placeholder={placeholder}
          autoComplete="off"
          onInput={(event) => {
            if (event.currentTarget.value === '') go('');
          }}
          className={classNames(CONTROL_LOOK, 'h-7.5 pl-8 text-hint pointer-coarse:h-10')}
        />
      </form>
    </search>
  );
}
