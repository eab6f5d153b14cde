'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

import { useSay } from '@/components/message/use-say';
import { Card, CardBody } from '@/components/ui/card';
import type { FieldFault } from '@/components/ui/error-summary';
import { Say } from '@/components/ui/say';
import type { FieldMessages } from '@/lib/errors';
import { toPesos } from '@/lib/money/money';
import { offerOf, type RefundAnswerData } from '@/lib/refunds/answer-data';
import type { RefundForm as Form } from '@/lib/refunds/find-refund-form';
import { readTypedRefund } from '@/lib/refunds/typed-refund';

import { EarlierRefunds } from './earlier-refunds';
import { JustSent } from './form-notice';
import { RefundCheck } from './refund-check';
import { RefundFields, type Typed } from './refund-fields';
import { type Refused, useSendRefund } from './use-send-refund';
import { WhatWillHappen } from './what-will-happen';

type RefundFormProps = Readonly<{
  form: Form;
  answer: Extract<RefundAnswerData, { can: true }>;
  requestKey: string;
}>;

const NOTHING_WRONG: Readonly<{ fields: FieldMessages; faults: readonly FieldFault[] }> = {
  fields: {},
  faults: [],
};
const CHECK = 'check';
const LESS_IS_LEFT = 'refunds.rules.1506.left';

/** Form, then check, then the refund's own page. The step stands in the address, so that "back" leads to the form. */
export function RefundForm({ form, answer, requestKey }: RefundFormProps) {
  const { order, refunds, justSent } = form;
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  const say = useSay();
  const [typed, setTyped] = useState<Typed>({
    howMuch: 'all',
    amount: '',
    reason: 'ITEM_RETURNED',
    otherReason: '',
    note: '',
  });
  const [wrong, setWrong] = useState(NOTHING_WRONG);
  const amount = typed.howMuch === 'all' ? toPesos(BigInt(answer.max)) : typed.amount;
  const fields = { ...typed, amount, orderId: order.id, requestKey };
  const read = readTypedRefund(fields, offerOf(answer));
  const isChecking = read.ok && search.get('step') === CHECK && wrong.faults.length === 0;
  const { send, isBusy, isLost } = useSendRefund(fields, showRefusal);

  useEffect(() => {
    // From now on a reload or "back" asks the server what became of this very form.
    if (search.get('key') !== requestKey)
      window.history.replaceState(null, '', `${pathname}?key=${requestKey}`);
  }, [search, pathname, requestKey]);

  function showRefusal({ code, message, fields: refused }: Refused) {
    // What the form shows of the order is no longer so; its fields keep what was typed.
    if (code === 'conflict' || message.key === LESS_IS_LEFT) router.refresh();
    window.history.replaceState(null, '', `${pathname}?key=${requestKey}`);
    point(Object.keys(refused).length > 0 ? refused : { form: [message] });
  }

  function point(fields: FieldMessages) {
    const isShown = (field: string) => FIELDS.has(field) && (field !== 'amount' || typed.howMuch === 'part');
    const faults = Object.entries(fields).flatMap(([field, messages]) =>
      messages.map((message) => ({ ...(isShown(field) && { fieldId: field }), text: say(message) })),
    );
    setWrong({ fields, faults });
  }

  function check() {
    if (!read.ok) {
      point(read.fields);
      return;
    }
    setWrong(NOTHING_WRONG);
    const step = new URLSearchParams({ key: requestKey, step: CHECK });
    window.history.pushState(null, '', `${pathname}?${step}`);
  }

  return (
    <div className="split [--split:1.25fr]">
      <Card>
        <CardBody className="grid gap-4 pt-4.5">
          {justSent && !isChecking && <JustSent sent={justSent} />}
          {isChecking ? (
            <RefundCheck
              order={order}
              left={answer.max}
              input={read.input}
              isBusy={isBusy}
              notice={isLost && <Lost />}
              onSend={send}
              onChange={() => router.back()}
            />
          ) : (
            <RefundFields
              orderId={order.id}
              left={answer.max}
              partial={answer.partial}
              typed={typed}
              fields={wrong.fields}
              faults={wrong.faults}
              onType={(change) => setTyped((before) => ({ ...before, ...change }))}
              onCheck={check}
            />
          )}
        </CardBody>
      </Card>
      <div className="grid gap-4">
        <WhatWillHappen left={answer.max} amount={amount} channelCode={order.channelCode} fee={order.fee} />
        <EarlierRefunds refunds={refunds} />
      </div>
    </div>
  );
}

const FIELDS: ReadonlySet<string> = new Set(['amount', 'reason', 'otherReason', 'note']);

function Lost() {
  const t = useTranslations('refunds.form.lost');
  return (
    <Say tone="doubt" role="alert" title={t('title')}>
      {t('body')}
    </Say>
  );
}
