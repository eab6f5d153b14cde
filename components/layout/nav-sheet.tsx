'use client';

import { Menu, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { useState } from 'react';

import { Brand } from './brand';
import type { NavGroup } from './nav-item';
import { NavList } from './nav-list';

/** The side bar as a sheet, for phones. */
export function NavSheet({ groups }: Readonly<{ groups: readonly NavGroup[] }>) {
  const t = useTranslations('nav');
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-label={t('open')}
        className="-ml-2 grid size-10 place-items-center rounded-control text-ink-2 hover:bg-sunken md:hidden"
      >
        <Menu aria-hidden className="size-5" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-30 bg-veil md:hidden" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-30 w-70 max-w-[85vw] overflow-y-auto border-r border-line bg-canvas px-3 py-4 data-[state=open]:animate-slide-in md:hidden"
        >
          <Dialog.Title className="sr-only">{t('menu')}</Dialog.Title>
          <div className="mb-3 flex items-center justify-between">
            <Brand />
            <Dialog.Close
              aria-label={t('close')}
              className="grid size-10 place-items-center rounded-control text-ink-2 hover:bg-sunken"
            >
              <X aria-hidden className="size-5" />
            </Dialog.Close>
          </div>
          <NavList groups={groups} onNavigate={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
