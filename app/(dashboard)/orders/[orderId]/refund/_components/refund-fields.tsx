'use client';

import { useTranslations } from 'next-intl';
import type { SubmitEvent } from 'react';

import { useSay } from '@/components/message/use-say';
import { ActionBar } from '@/components/ui/action-bar';
import { Button } from '@/components/ui/button';
import { ErrorSummary, type FieldFault } from '@/components/ui/error-summary';
import { LinkButton } from '@/components/ui/link-button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import type { FieldMessages } from '@/lib/errors';
import { OTHER_REASON, REFUND_REASONS, type RefundReason } from '@/lib/refunds/refund-reasons';

/** The fields as they stand in the form. */
export type Typed = Readonly<{
  howMuch: 'all' | 'part';
  amount: string;
  reason: string;
  otherReason: string;
  note: string;
}>;

type RefundFieldsProps = Readonly<{
  orderId: string;
  left: string;
  partial: boolean;
  typed: Typed;
  faults: readonly FieldFault[];
  fields: FieldMessages;
  onType: (change: Partial<Typed>) => void;
  onCheck: () => void;
}>;

const REASONS = Object.keys(REFUND_REASONS) as RefundReason[];

/** The form itself: how much, why, and a note for the team. */
export function RefundFields(props: RefundFieldsProps) {
  const { orderId, left, partial, typed, faults, fields, onType, onCheck } = props;
  const t = useTranslations('refunds.form');
  const reasons = useTranslations('refunds.reasons');
  const say = useSay();
  const wrong = (field: string) => fields[field]?.map(say);
  const all = say({ key: 'refunds.form.all', values: { leftCentavos: left } });

  function check(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onCheck();
  }

  return (
    <form onSubmit={check} noValidate className="grid max-w-121 gap-5">
      <ErrorSummary faults={faults} />
      <div className="grid gap-1.5">
        <SegmentedControl
          label={t('howMuch')}
          name="howMuch"
          value={typed.howMuch}
          onChange={(value) => onType({ howMuch: value === 'part' ? 'part' : 'all' })}
          segments={[
            { value: 'all', label: all },
            { value: 'part', label: t('part'), disabled: !partial },
          ]}
        />
        {!partial && <p className="text-hint text-ink-3">{t('fullOnly')}</p>}
      </div>
      {typed.howMuch === 'part' && (
        <TextInput
          id="amount"
          label={t('amount')}
          prefix="₱"
          figures
          autoFocus
          value={typed.amount}
          onChange={({ target }) => onType({ amount: target.value })}
          errors={wrong('amount')}
          className="max-w-55"
        />
      )}
      <Select
        id="reason"
        label={reasons('label')}
        hint={t('reasonHint')}
        value={typed.reason}
        onChange={({ target }) => onType({ reason: target.value })}
        errors={wrong('reason')}
        className="max-w-80"
      >
        {[...REASONS, OTHER_REASON].map((code) => (
          <option key={code} value={code}>
            {reasons(code)}
          </option>
        ))}
      </Select>
      {typed.reason === OTHER_REASON && (
        <TextInput
          id="otherReason"
          label={t('otherReason')}
          hint={t('otherReasonHint')}
          maxLength={256}
          value={typed.otherReason}
          onChange={({ target }) => onType({ otherReason: target.value })}
          errors={wrong('otherReason')}
        />
      )}
      <TextArea
        id="note"
        label={t('note')}
        hint={t('noteHint')}
        maxLength={1000}
        value={typed.note}
        onChange={({ target }) => onType({ note: target.value })}
        errors={wrong('note')}
      />
      <ActionBar>
        <LinkButton href={`/orders/${orderId}`} variant="quiet" className="order-last max-md:order-first">
          {t('cancel')}
        </LinkButton>
        <Button type="submit" variant="main">
          {t('check')}
        </Button>
      </ActionBar>
    </form>
  );
}
