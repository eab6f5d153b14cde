'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

import { useSay } from '@/components/message/use-say';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Message } from '@/lib/i18n/message';

import { cancelQrCodeAction } from '../actions';

type CancelQrCodeProps = Readonly<{ id: string; isUnknown: boolean }>;

/** Asks once, says what will happen, and keeps the question open when PayCools did not agree. */
export function CancelQrCode({ id, isUnknown }: CancelQrCodeProps) {
  const t = useTranslations('qrCodes.cancel');
  const say = useSay();
  const client = useQueryClient();
  const [fault, setFault] = useState<Message | null>(null);

  async function carryOut(): Promise<boolean> {
    setFault(null);
    const form = new FormData();
    form.set('qrCodeId', id);
    const result = await cancelQrCodeAction(form).catch(() => null);
    await client.invalidateQueries({ queryKey: ['qr-codes'] });
    if (result?.ok === true) return true;
    setFault(result === null ? { key: 'collect.lost.body' } : result.message);
    return false;
  }

  return (
    <ConfirmDialog
      trigger={<Button variant="danger">{t('action')}</Button>}
      title={t('title')}
      confirm={t('confirm')}
      cancel={t('keep')}
      danger
      onConfirm={carryOut}
    >
      <p>{t(isUnknown ? 'bodyUnknown' : 'body')}</p>
      {fault !== null && (
        <p role="alert" className="font-medium text-bad">
          {say(fault)}
        </p>
      )}
    </ConfirmDialog>
  );
}
