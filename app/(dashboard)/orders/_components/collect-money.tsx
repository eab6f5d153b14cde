'use client';

import { Link2, QrCode } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';

import { buttonLook } from '@/components/ui/button-look';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';

/** The ways to ask a payer for money, as the page's primary action. */
export function CollectMoney() {
  const t = useTranslations('orders.collect');
  const router = useRouter();
  return (
    <DropdownMenu label={t('button')} trigger={t('button')} triggerClassName={buttonLook('main', 'regular')}>
      <MenuItem icon={<QrCode aria-hidden />} onSelect={() => router.push('/qr-codes/new')}>
        {t('qrCode')}
      </MenuItem>
      <MenuItem icon={<Link2 aria-hidden />} onSelect={() => router.push('/web-payments/new')}>
        {t('webPayment')}
      </MenuItem>
    </DropdownMenu>
  );
}
