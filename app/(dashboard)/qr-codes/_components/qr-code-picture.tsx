import { Download, ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { Countdown } from '@/components/collect/countdown';
import { QrSheet } from '@/components/collect/qr-sheet';
import { useSay } from '@/components/message/use-say';
import { MoneyText } from '@/components/money/money-text';
import { ButtonRow } from '@/components/ui/button-row';
import { buttonLook } from '@/components/ui/button-look';
import { Card, CardBody } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { LinkButton } from '@/components/ui/link-button';
import type { QrCodeDetail } from '@/lib/qr-codes/schema';

/** The code to hold out, to send and to print; only while it can be paid and has passed our check. */
export function QrCodePicture({ code }: Readonly<{ code: QrCodeDetail }>) {
  const t = useTranslations('qrCodes');
  const say = useSay();
  if (!code.hasPicture || code.status !== 'ACTIVE' || code.over !== null) return null;
  const { amount, customerName: name } = code;
  const alt =
    amount === null
      ? t('detail.pictureAny', { name })
      : say({ key: 'qrCodes.detail.picture', values: { amountCentavos: amount, name } });
  return (
    <Card title={t('detail.pictureCard')}>
      <CardBody className="grid justify-items-center gap-3">
        <QrSheet src={`/api/qr-codes/${code.id}/picture?format=svg`} alt={alt} />
        <div className="grid justify-items-center gap-0.5 text-center">
          <p className="text-figure font-strong tracking-[-0.02em]">
            {amount === null ? t('anyAmount') : <MoneyText centavos={amount} />}
          </p>
          <p className="text-ink-2 wrap-anywhere">{name}</p>
          {code.expiresAt !== null && <Countdown until={code.expiresAt} />}
        </div>
        <Offers code={code} />
        <p className="text-center text-hint text-ink-3">
          {amount === null
            ? t('detail.checkedAny')
            : say({ key: 'qrCodes.detail.checked', values: { amountCentavos: amount } })}
        </p>
      </CardBody>
    </Card>
  );
}

function Offers({ code }: Readonly<{ code: QrCodeDetail }>) {
  const t = useTranslations('qrCodes.detail');
  const collect = useTranslations('collect');
  return (
    <ButtonRow className="justify-center">
      {code.qrLink !== null && <CopyButton text={code.qrLink}>{collect('copyLink')}</CopyButton>}
      {(['PNG', 'SVG'] as const).map((format) => (
        <a
          key={format}
          href={`/api/qr-codes/${code.id}/picture?format=${format.toLowerCase()}&download=1`}
          download
          aria-label={t('download', { format })}
          className={buttonLook('default', 'regular')}
        >
          <Download aria-hidden />
          {format}
        </a>
      ))}
      {code.qrLink !== null && (
        <LinkButton href={code.qrLink} target="_blank" variant="quiet" icon={<ExternalLink aria-hidden />}>
          {collect('openPage')}
        </LinkButton>
      )}
    </ButtonRow>
  );
}
