'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

import { AppSelect } from '@/components/collect/app-select';
import { FormRefusal } from '@/components/collect/form-refusal';
import { MoneyPreview } from '@/components/collect/money-preview';
import { useSendForm } from '@/components/collect/use-send-form';
import { useSay } from '@/components/message/use-say';
import { ActionBar } from '@/components/ui/action-bar';
import { Button } from '@/components/ui/button';
import { Card, CardBody } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { TextInput } from '@/components/ui/text-input';
import type { Channel } from '@/lib/channels/channels';
import { typedAmount } from '@/lib/collect/form-fields';
import type { QrKind } from '@/lib/qr-codes/schema';

import { createQrCodeAction } from '../actions';

type QrCodeFormProps = Readonly<{
  apps: readonly Readonly<{ appId: string; appName: string }>[];
  firstKey: string;
  channels: Readonly<Record<QrKind, Channel>>;
}>;

const FIELD_IDS = {
  kind: 'qr-kind',
  amount: 'qr-amount',
  customerName: 'qr-customer-name',
  email: 'qr-email',
  remark: 'qr-remark',
} as const;

/** Asks for a QR code; what was typed stays until the code is made. */
export function QrCodeForm({ apps, firstKey, channels }: QrCodeFormProps) {
  const t = useTranslations('qrCodes.form');
  const collect = useTranslations('collect');
  const router = useRouter();
  const say = useSay();
  const [kind, setKind] = useState<QrKind>('DYNAMIC');
  const [amount, setAmount] = useState('');
  const form = useSendForm(firstKey, createQrCodeAction, ({ id }) => router.push(`/qr-codes/${id}`));
  const errors = (field: string) => form.refused?.fields[field]?.map(say);
  const isStatic = kind === 'STATIC';
  const channel = channels[kind];
  const typed = typedAmount(amount, channel);

  return (
    <div className="split">
      <Card>
        <CardBody className="pt-4.5">
          <form onSubmit={form.submit} noValidate aria-label={t('label')} className="grid gap-4.5">
            <FormRefusal refused={form.refused} isLost={form.isLost} fieldIds={FIELD_IDS} />
            <div id={FIELD_IDS.kind} tabIndex={-1} className="grid gap-1.5 outline-none">
              <SegmentedControl
                label={t('kind')}
                name="kind"
                value={kind}
                onChange={(value) => setKind(value === 'STATIC' ? 'STATIC' : 'DYNAMIC')}
                segments={[
                  { value: 'DYNAMIC', label: t('dynamic') },
                  { value: 'STATIC', label: t('static') },
                ]}
              />
              <p className="text-hint text-ink-3">{t(isStatic ? 'staticHint' : 'dynamicHint')}</p>
              {errors('kind')?.map((error) => (
                <p key={error} className="text-hint font-medium text-bad">
                  {error}
                </p>
              ))}
            </div>
            {!isStatic && (
              <TextInput
                id={FIELD_IDS.amount}
                label={collect('amount')}
                hint={say({
                  key: 'collect.amountHint',
                  values: { minCentavos: channel.min.toString(), maxCentavos: channel.max.toString() },
                })}
                name="amount"
                figures
                prefix="₱"
                required
                defaultValue={amount}
                onChange={(event) => setAmount(event.target.value)}
                errors={errors('amount')}
                className="max-w-56"
              />
            )}
            <TextInput
              id={FIELD_IDS.customerName}
              label={t(isStatic ? 'place' : 'customer')}
              hint={t(isStatic ? 'placeHint' : 'customerHint')}
              name="customerName"
              required
              autoComplete="off"
              errors={errors('customerName')}
              className="max-w-96"
            />
            <TextInput
              id={FIELD_IDS.remark}
              label={collect('remark')}
              hint={collect('remarkHint')}
              name="remark"
              autoComplete="off"
              errors={errors('remark')}
            />
            <TextInput
              id={FIELD_IDS.email}
              label={t('email')}
              hint={t('emailHint')}
              name="email"
              type="email"
              autoComplete="off"
              errors={errors('email')}
              className="max-w-96"
            />
            <AppSelect apps={apps} />
            <ActionBar>
              <LinkButton href="/qr-codes" variant="quiet" className="order-last max-md:order-first">
                {collect('cancel')}
              </LinkButton>
              <Button type="submit" variant="main" pending={form.isBusy} disabled={!form.isReady}>
                {form.isBusy && t('sending')}
                {!form.isBusy &&
                  (typed.ok && !isStatic
                    ? say({
                        key: 'qrCodes.form.submitAmount',
                        values: { amountCentavos: typed.centavos.toString() },
                      })
                    : t('submit'))}
              </Button>
            </ActionBar>
          </form>
        </CardBody>
      </Card>
      <MoneyPreview channel={channel} amount={isStatic ? null : amount} />
    </div>
  );
}
