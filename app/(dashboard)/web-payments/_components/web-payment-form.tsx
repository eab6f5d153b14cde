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
import { TextInput } from '@/components/ui/text-input';
import { typedAmount } from '@/lib/collect/form-fields';
import { type ShopContact, WEB_CHANNELS } from '@/lib/web-payments/schema';

import { createWebPaymentAction } from '../actions';
import { ChannelPicker } from './channel-picker';
import { ContactFields } from './contact-fields';
import { FIELD_IDS } from './field-ids';

type WebPaymentFormProps = Readonly<{
  apps: readonly Readonly<{ appId: string; appName: string }>[];
  shop: ShopContact;
  firstKey: string;
}>;

/** Asks for a web payment; what was typed stays until the link is made. */
export function WebPaymentForm({ apps, shop, firstKey }: WebPaymentFormProps) {
  const t = useTranslations('webPayments.form');
  const collect = useTranslations('collect');
  const router = useRouter();
  const say = useSay();
  const [channelCode, setChannelCode] = useState('GCASH_URL');
  const [amount, setAmount] = useState('');
  const form = useSendForm(firstKey, createWebPaymentAction, ({ orderId }) =>
    router.push(`/web-payments/${orderId}`),
  );
  const errors = (field: string) => form.refused?.fields[field]?.map(say);
  const channel = WEB_CHANNELS.find(({ code }) => code === channelCode);
  const typed = channel && typedAmount(amount, channel);

  return (
    <div className="split">
      <Card>
        <CardBody className="pt-4.5">
          <form onSubmit={form.submit} noValidate aria-label={t('label')} className="grid gap-4.5">
            <FormRefusal refused={form.refused} isLost={form.isLost} fieldIds={FIELD_IDS} />
            <TextInput
              id={FIELD_IDS.amount}
              label={collect('amount')}
              hint={
                channel &&
                say({
                  key: 'collect.amountHint',
                  values: { minCentavos: channel.min.toString(), maxCentavos: channel.max.toString() },
                })
              }
              name="amount"
              figures
              prefix="₱"
              required
              defaultValue={amount}
              onChange={(event) => setAmount(event.target.value)}
              errors={errors('amount')}
              className="max-w-56"
            />
            <ChannelPicker chosen={channelCode} onChoose={setChannelCode} errors={errors('channelCode')} />
            <TextInput
              id={FIELD_IDS.customerName}
              label={t('customer')}
              hint={t('customerHint')}
              name="customerName"
              autoComplete="off"
              errors={errors('customerName')}
              className="max-w-96"
            />
            <ContactFields shop={shop} errors={errors} />
            <TextInput
              id={FIELD_IDS.remark}
              label={collect('remark')}
              hint={collect('remarkHint')}
              name="remark"
              autoComplete="off"
              errors={errors('remark')}
            />
            <AppSelect apps={apps} />
            <ActionBar>
              <LinkButton href="/web-payments" variant="quiet" className="order-last max-md:order-first">
                {collect('cancel')}
              </LinkButton>
              <Button type="submit" variant="main" pending={form.isBusy} disabled={!form.isReady}>
                {form.isBusy && t('sending')}
                {!form.isBusy &&
                  (typed?.ok === true
                    ? say({
                        key: 'webPayments.form.submitAmount',
                        values: { amountCentavos: typed.centavos.toString() },
                      })
                    : t('submit'))}
              </Button>
            </ActionBar>
          </form>
        </CardBody>
      </Card>
      {channel && <MoneyPreview channel={channel} amount={amount} />}
    </div>
  );
}
