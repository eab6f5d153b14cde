'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react';

import { useSay } from '@/components/message/use-say';
import { MoneyFigure, MoneyText } from '@/components/money/money-text';
import { ActionBar } from '@/components/ui/action-bar';
import { Button } from '@/components/ui/button';
import { Fact, FactList } from '@/components/ui/fact-list';
import { Say } from '@/components/ui/say';
import { channelName } from '@/lib/channels/channels';
import type { RefundForm } from '@/lib/refunds/find-refund-form';
import { listedReason } from '@/lib/refunds/refund-reasons';
import type { RequestRefundInput } from '@/lib/refunds/schema';

type RefundCheckProps = Readonly<{
  order: RefundForm['order'];
  left: string;
  input: RequestRefundInput;
  isBusy: boolean;
  /** Above the button: that nobody answered. */
  notice: ReactNode;
  onSend: () => void;
  onChange: () => void;
}>;

/** Everything once more, in words, before the one press that moves money. */
export function RefundCheck({ order, left, input, isBusy, notice, onSend, onChange }: RefundCheckProps) {
  const t = useTranslations('refunds.check');
  const reasons = useTranslations('refunds.reasons');
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  const amountCentavos = String(input.amount);
  const reason = listedReason(input.reason);

  useEffect(() => heading.current?.focus(), []);

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!isBusy) onSend();
  }

  return (
    <form onSubmit={send} className="grid max-w-121 gap-4">
      <h2 ref={heading} tabIndex={-1} className="text-body font-strong outline-none">
        {t('title')}
      </h2>
      <MoneyFigure centavos={amountCentavos} />
      <FactList>
        <Fact label={t('to')}>
          {[order.customerName, channelName(order.channelCode)].filter(Boolean).join(', ')}
        </Fact>
        <Fact label={t('order')}>
          <span className="mono">{order.reference}</span>
        </Fact>
        <Fact label={t('reason')}>{reason ? reasons(reason) : input.reason}</Fact>
        <Fact label={t('note')}>
          <span className="whitespace-pre-line">{input.note ?? '—'}</span>
        </Fact>
        <Fact label={t('after')}>
          <MoneyText centavos={String(BigInt(left) - input.amount)} />
        </Fact>
      </FactList>
      <Say tone="doubt" title={say({ key: 'refunds.check.say.title', values: { amountCentavos } })}>
        {t('say.body')}
      </Say>
      {notice}
      <ActionBar>
        <Button
          variant="quiet"
          onClick={onChange}
          disabled={isBusy}
          className="order-last max-md:order-first"
        >
          {t('change')}
        </Button>
        <Button type="submit" variant="main" pending={isBusy}>
          {say({ key: 'refunds.check.send', values: { amountCentavos } })}
        </Button>
      </ActionBar>
    </form>
  );
}
