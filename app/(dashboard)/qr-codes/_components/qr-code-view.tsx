'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';

import { StaleNote } from '@/components/collect/stale-note';
import { MoneyText } from '@/components/money/money-text';
import { StatusChip } from '@/components/status/status-chip';
import { PageHeader } from '@/components/ui/page-header';
import { qrCodeLook } from '@/lib/qr-codes/qr-code-look';
import type { QrCodeDetail } from '@/lib/qr-codes/schema';

import { qrCodeQuery } from '../qr-code-query';
import { CancelQrCode } from './cancel-qr-code';
import { QrCodeFacts } from './qr-code-facts';
import { QrCodePayments } from './qr-code-payments';
import { QrCodePicture } from './qr-code-picture';
import { QrCodeSay } from './qr-code-say';
import { QrCodeStory } from './qr-code-story';

/** The page of one QR code, kept true every second while something can still change. */
export function QrCodeView({ initial }: Readonly<{ initial: QrCodeDetail }>) {
  const t = useTranslations('qrCodes');
  const {
    data: code,
    isError,
    dataUpdatedAt,
  } = useQuery({ ...qrCodeQuery(initial.id), initialData: initial });
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/qr-codes' }, { label: code.mchOrderId }]}
        title={code.amount === null ? t('anyAmount') : <MoneyText centavos={code.amount} />}
        side={
          <>
            <StatusChip shown={qrCodeLook(code)} />
            <span>{code.customerName}</span>
          </>
        }
        actions={code.canCancel && <CancelQrCode id={code.id} isUnknown={code.status === 'UNKNOWN'} />}
      />
      {isError && <StaleNote since={dataUpdatedAt} />}
      <div className="split [--split:0.8fr]">
        {/* On a phone the facts come last: who holds the code out wants to see the payment. */}
        <div className="contents lg:grid lg:gap-4">
          <QrCodePicture code={code} />
          <div className="max-lg:order-last">
            <QrCodeFacts code={code} />
          </div>
        </div>
        <div className="grid gap-4">
          <QrCodeSay code={code} />
          <QrCodePayments code={code} />
          <QrCodeStory events={code.events} />
        </div>
      </div>
    </>
  );
}
