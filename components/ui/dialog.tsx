'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export const DIALOG_BOX =
  'fixed inset-x-3 top-1/2 z-40 mx-auto stack max-h-[calc(100dvh-1.5rem)] max-w-130 -translate-y-1/2 gap-3 overflow-y-auto rounded-card border border-line bg-surface p-5 shadow-float';
export const DIALOG_VEIL = 'fixed inset-0 z-40 bg-veil';

type DialogProps = Readonly<{
  title: ReactNode;
  /** One sentence under the title. */
  description?: ReactNode;
  /** The button that opens it; leave out when `open` is steered from outside. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}>;

/** A sheet over the page for one short act; Escape and the cross close it, the focus returns. */
export function Dialog({ title, description, trigger, open, onOpenChange, children }: DialogProps) {
  const t = useTranslations('common');
  return (
    <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      {trigger !== undefined && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={DIALOG_VEIL} />
        <Radix.Content
          className={DIALOG_BOX}
          {...(description === undefined && { 'aria-describedby': undefined })}
        >
          <div className="pr-8">
            <Radix.Title className="text-brand font-strong">{title}</Radix.Title>
            {description !== undefined && (
              <Radix.Description className="mt-1 text-cell text-ink-2">{description}</Radix.Description>
            )}
          </div>
          {children}
          <Radix.Close
            aria-label={t('close')}
            className="absolute top-3.5 right-3.5 grid size-8 place-items-center rounded-chip text-ink-3 hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden className="size-4" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The row of buttons at the foot of a dialog; the main one last. */
export function DialogFoot({ children }: Readonly<{ children: ReactNode }>) {
  return <div className="mt-2 flex flex-wrap justify-end gap-2">{children}</div>;
}
