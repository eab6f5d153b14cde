import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { Countdown } from '@/components/collect/countdown';
import { QrSheet } from '@/components/collect/qr-sheet';
import { useSay } from '@/components/message/use-say';
import { MoneyText } from '@/components/money/money-text';
import { ButtonRow } from '@/components/ui/button-row';
import { Card, CardBody } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { LinkButton } from '@/components/ui/link-button';
import type { WebPaymentLink } from '@/lib/web-payments/schema';

type LinkCardProps = Readonly<{ payment: WebPaymentLink; payUrl: string }>;

/** The link to copy, and as a code that a phone's camera opens. */
export function LinkCard({ payment, payUrl }: LinkCardProps) {
  const t = useTranslations('webPayments.panel');
  const collect = useTranslations('collect');
  const say = useSay();
  const alt = say({ key: 'webPayments.panel.picture', values: { amountCentavos: payment.amount } });
  return (
    <Card title={t('linkCard')}>
      <CardBody className="grid justify-items-center gap-3">
        <QrSheet src={`/api/web-payments/${payment.id}/picture?format=svg`} alt={alt} />
        <div className="grid justify-items-center gap-0.5 text-center">
          <p className="text-figure font-strong tracking-[-0.02em]">
            <MoneyText centavos={payment.amount} />
          </p>
          {payment.expiresAt !== null && <Countdown until={payment.expiresAt} />}
        </div>
        <output aria-label={t('link')} className="mono rounded-control bg-sunken px-3 py-2 text-center">
          {payUrl}
        </output>
        <ButtonRow className="justify-center">
          <CopyButton text={payUrl} variant="main">
            {collect('copyLink')}
          </CopyButton>
          <LinkButton href={payUrl} target="_blank" variant="quiet" icon={<ExternalLink aria-hidden />}>
            {collect('openPage')}
          </LinkButton>
        </ButtonRow>
        <p className="text-center text-hint text-ink-3">{t('scan')}</p>
      </CardBody>
    </Card>
  );
}
