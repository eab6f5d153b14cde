'use client';

import { useTranslations } from 'next-intl';
import { AlertDialog } from 'radix-ui';
import { type ReactNode, useState, useTransition } from 'react';

import { Button } from './button';
import { DIALOG_BOX, DIALOG_VEIL } from './dialog';

type ConfirmDialogProps = Readonly<{
  /** The button that asks. */
  trigger: ReactNode;
  /** What is about to happen, as a question. */
  title: ReactNode;
  /** What it means: what changes, what cannot be undone. */
  children: ReactNode;
  /** The act by its name: "Cancel the QR code", never "OK". */
  confirm: ReactNode;
  cancel?: ReactNode;
  danger?: boolean;
  /** Resolve to false to keep the dialog open; what went wrong is shown by the caller inside `children`. */
  onConfirm: () => Promise<boolean>;
}>;

/** Asks once before something that cannot be taken back; the safe answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, title, children, confirm, cancel, danger = false, onConfirm } = props;
  const t = useTranslations('common');
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();

  function carryOut() {
    start(async () => {
      if (await onConfirm()) setOpen(false);
    });
  }

  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => pending || setOpen(next)}>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={DIALOG_VEIL} />
        <AlertDialog.Content className={DIALOG_BOX}>
          <AlertDialog.Title className="text-brand font-strong">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="grid gap-2 text-cell text-ink-2">{children}</div>
          </AlertDialog.Description>
          <div className="mt-2 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button variant="quiet">{cancel ?? t('cancel')}</Button>
            </AlertDialog.Cancel>
            <Button variant={danger ? 'danger' : 'main'} pending={pending} onClick={carryOut}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
