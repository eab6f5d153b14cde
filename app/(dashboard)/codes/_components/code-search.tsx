'use client';

import { Search } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type SubmitEvent, useEffect, useRef, useTransition } from 'react';

import { classNames } from '@/components/ui/class-names';

const AFTER_TYPING_MS = 250;

/** Narrows the index while a person types a number or words; Enter does it at once, and so does the form without scripts. */
export function CodeSearch({ typed }: Readonly<{ typed: string }>) {
  const t = useTranslations('codePages');
  const router = useRouter();
  const search = useSearchParams();
  const [searching, startSearching] = useTransition();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // "Clear all filters" and Back change the address; a field that is being typed in is left alone.
    if (field.current && document.activeElement !== field.current) field.current.value = typed;
  }, [typed]);

  function show(text: string) {
    clearTimeout(timer.current);
    const next = new URLSearchParams(search);
    if (text.trim() === '') next.delete('q');
    else next.set('q', text.trim());
    const query = next.toString();
    startSearching(() => router.replace(query === '' ? '/codes' : `/codes?${query}`, { scroll: false }));
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    show(field.current?.value ?? '');
  }

  return (
    <form role="search" action="/codes" onSubmit={submit} className="relative w-full sm:w-72">
      <Search aria-hidden className="absolute inset-y-0 left-2.5 my-auto size-4 text-ink-3" />
      <input
        ref={field}
        type="search"
        name="q"
        defaultValue={typed}
        maxLength={100}
        autoComplete="off"
        aria-label={t('search')}
        placeholder={t('search')}
        aria-busy={searching}
        onChange={(event) => {
          const text = event.currentTarget.value;
          clearTimeout(timer.current);
          timer.current = setTimeout(() => show(text), AFTER_TYPING_MS);
        }}
        className={classNames(
          'h-8.5 w-full rounded-control border border-edge bg-surface pr-2.5 pl-8.5 text-cell pointer-coarse:h-10',
          searching && 'text-ink-2',
        )}
      />
    </form>
  );
}
