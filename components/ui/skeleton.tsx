import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { classNames } from './class-names';

type BoneProps = Readonly<{ chip?: boolean; className?: string }>;

/** A grey bar where a piece of text will be, or a block where a chip will be; `className` sets the width. */
export function Bone({ chip = false, className }: BoneProps) {
  const shape = chip ? 'h-5.5 rounded-chip' : 'h-3 rounded-full';
  return <span aria-hidden className={classNames('block animate-pulse bg-line', shape, className)} />;
}

/** Says once that something is loading, around bones in the shape of what comes. */
export function Loading({ children }: Readonly<{ children: ReactNode }>) {
  const t = useTranslations('common');
  return (
    <div role="status">
      <span className="sr-only">{t('loading')}</span>
      {children}
    </div>
  );
}

/** A table that is on its way: same sheet, same rows. */
export function TableSkeleton({
  rows = 8,
  twoLines = false,
}: Readonly<{ rows?: number; twoLines?: boolean }>) {
  return (
    <Loading>
      <div aria-hidden className="overflow-clip rounded-card border border-line bg-surface">
        <div className="flex h-8.5 items-center gap-8 border-b border-line px-4.5">
          <Bone className="w-14" />
          <Bone className="w-20" />
          <Bone className="ml-auto w-16" />
        </div>
        {Array.from({ length: rows }, (_, row) => (
          <div
            key={row}
            className={classNames(
              'flex items-center gap-8 border-b border-line px-4.5 last:border-b-0',
              twoLines ? 'h-13' : 'h-10.5',
            )}
          >
            <Bone className="w-20" />
            <span className="hidden md:block">
              <Bone className={row % 3 === 0 ? 'w-40' : 'w-32'} />
            </span>
            <Bone className="ml-auto w-20" />
            <Bone chip className="w-22" />
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** A card that is on its way. */
export function CardSkeleton({ lines = 4 }: Readonly<{ lines?: number }>) {
  return (
    <Loading>
      <div aria-hidden className="rounded-card border border-line bg-surface px-4.5 pt-4.5 pb-4">
        <Bone className="mb-4 w-24" />
        {Array.from({ length: lines }, (_, line) => (
          <div
            key={line}
            className="flex items-center justify-between border-b border-line py-3.25 last:border-b-0"
          >
            <Bone className={line % 2 === 0 ? 'w-32' : 'w-24'} />
            <Bone className="w-20" />
          </div>
        ))}
      </div>
    </Loading>
  );
}
