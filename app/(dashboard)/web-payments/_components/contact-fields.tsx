'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

import { SegmentedControl } from '@/components/ui/segmented-control';
import { TextInput } from '@/components/ui/text-input';
import type { ShopContact } from '@/lib/web-payments/schema';

import { FIELD_IDS } from './field-ids';

type Whose = 'CUSTOMER' | 'SHOP';

type ContactFieldsProps = Readonly<{
  shop: ShopContact;
  errors: (field: string) => readonly string[] | undefined;
}>;

const NOTHING: ShopContact = { email: '', mobile: '' };

/** E-mail and mobile, which PayCools always wants: the customer's, or the shop's own. Switching loses neither. */
export function ContactFields({ shop, errors }: ContactFieldsProps) {
  const t = useTranslations('webPayments.form');
  const collect = useTranslations('collect');
  const [whose, setWhose] = useState<Whose>('CUSTOMER');
  const [typed, setTyped] = useState<Readonly<Record<Whose, ShopContact>>>({ CUSTOMER: NOTHING, SHOP: shop });
  const change = (part: keyof ShopContact, text: string) =>
    setTyped((before) => ({ ...before, [whose]: { ...before[whose], [part]: text } }));
  return (
    <div className="grid gap-4.5">
      <div id={FIELD_IDS.contact} tabIndex={-1} className="grid gap-1.5 outline-none">
        <SegmentedControl
          label={t('contact')}
          name="contact"
          value={whose}
          onChange={(value) => setWhose(value === 'SHOP' ? 'SHOP' : 'CUSTOMER')}
          segments={[
            { value: 'CUSTOMER', label: t('contactCustomer') },
            { value: 'SHOP', label: t('contactShop') },
          ]}
        />
        <p className="text-hint text-ink-3">
          {t(whose === 'SHOP' ? 'contactShopHint' : 'contactCustomerHint')}
        </p>
      </div>
      <div className="grid gap-4.5 sm:grid-cols-2">
        <TextInput
          id={FIELD_IDS.email}
          label={collect('email')}
          name="email"
          type="email"
          required
          autoComplete="off"
          key={`email of ${whose}`}
          defaultValue={typed[whose].email}
          onChange={(event) => change('email', event.target.value)}
          errors={errors('email')}
        />
        <TextInput
          id={FIELD_IDS.mobile}
          label={t('mobile')}
          name="mobile"
          type="tel"
          required
          autoComplete="off"
          placeholder="0917 123 4567"
          key={`mobile of ${whose}`}
          defaultValue={typed[whose].mobile}
          onChange={(event) => change('mobile', event.target.value)}
          errors={errors('mobile')}
        />
      </div>
    </div>
  );
}
