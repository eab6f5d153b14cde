'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

import { useSay } from '@/components/message/use-say';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { ActionResult } from '@/lib/actions/action-result';
import type { Message } from '@/lib/i18n/message';

import { sendRefundAgainAction, withdrawRefundAction } from '../actions';

const LOST: Message = { key: 'refunds.verbs.lost' };

/** What a person may decide once PayCools was proved not to have taken a refund. */
export function RefundDecision({ id, amount }: Readonly<{ id: string; amount: string }>) {
  const t = useTranslations('refunds.verbs');
  const say = useSay();
  const client = useQueryClient();
  const [refused, setRefused] = useState<Message | null>(null);
  const values = { amountCentavos: amount };

  const decide = (action: (form: FormData) => Promise<ActionResult<null>>) => async () => {
    const form = new FormData();
    form.set('refundId', id);
    const result = await action(form).catch(() => null);
    void client.invalidateQueries();
    setRefused(result === null ? LOST : result.ok ? null : result.message);
    return result?.ok === true;
  };
  const fault = refused && (
    <p role="alert" className="font-medium text-bad">
      {say(refused)}
    </p>
  );

  return (
    <>
      <ConfirmDialog
        trigger={<Button variant="main">{t('sendAgain')}</Button>}
        title={say({ key: 'refunds.verbs.sendAgainAsk', values })}
        confirm={t('sendAgain')}
        onConfirm={decide(sendRefundAgainAction)}
      >
        <p>{t('sendAgainBody')}</p>
        {fault}
      </ConfirmDialog>
      <ConfirmDialog
        trigger={<Button variant="danger">{t('withdraw')}</Button>}
        title={say({ key: 'refunds.verbs.withdrawAsk', values })}
        confirm={t('withdraw')}
        danger
        onConfirm={decide(withdrawRefundAction)}
      >
        <p>{t('withdrawBody')}</p>
        {fault}
      </ConfirmDialog>
    </>
  );
}
