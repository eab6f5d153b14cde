'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';

import { useSay } from '@/components/message/use-say';
import { Button } from '@/components/ui/button';
import type { Message } from '@/lib/i18n/message';

import { revealPersonalAction } from '../actions';

type PersonalFactProps = Readonly<{
  orderId: string;
  field: 'email' | 'mobile';
  masked: string | null;
  canReveal: boolean;
}>;

/** A personal detail, masked; showing it in full is a permission and leaves an audit row. */
export function PersonalFact({ orderId, field, masked, canReveal }: PersonalFactProps) {
  const t = useTranslations('orders.fact');
  const say = useSay();
  const [shown, setShown] = useState<string | null>(null);
  const [fault, setFault] = useState<Message | null>(null);
  const [pending, start] = useTransition();
  if (masked === null) return '—';

  function reveal() {
    start(async () => {
      const form = new FormData();
      form.set('orderId', orderId);
      form.set('field', field);
      try {
        const answer = await revealPersonalAction(form);
        setShown(answer.ok ? answer.data.value : null);
        setFault(answer.ok ? null : answer.message);
      } catch {
        setFault({ key: 'orders.fact.lost' });
      }
    });
  }

  return (
    <>
      <span className="tabular-nums">{shown ?? masked}</span>
      {canReveal && shown === null && (
        <Button
          variant="quiet"
          size="small"
          className="-my-1 ml-1 text-ink-3"
          pending={pending}
          aria-label={t('showNamed', { what: t(field) })}
          onClick={reveal}
        >
          {t('show')}
        </Button>
      )}
      <span role="status" className={shown === null ? 'text-small text-bad' : 'sr-only'}>
        {shown !== null ? t('showing') : fault && say(fault)}
      </span>
    </>
  );
}
