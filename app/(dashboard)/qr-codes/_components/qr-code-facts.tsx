import { useTranslations } from 'next-intl';

import { DateTime } from '@/components/dates/date-time';
import { Card, CardBody } from '@/components/ui/card';
import { CopyableId } from '@/components/ui/copyable-id';
import { Fact, FactList } from '@/components/ui/fact-list';
import type { QrCodeDetail } from '@/lib/qr-codes/schema';

/** Everything that was asked for and given back. */
export function QrCodeFacts({ code }: Readonly<{ code: QrCodeDetail }>) {
  const t = useTranslations('qrCodes.detail');
  const none = <span className="text-ink-3">—</span>;
  return (
    <Card title={t('facts')}>
      <CardBody>
        <FactList>
          <Fact label={t('for')}>{code.customerName}</Fact>
          <Fact label={t('remark')}>{code.remark ?? none}</Fact>
          <Fact label={t('email')}>{code.email ?? none}</Fact>
          <Fact label={t('created')}>
            <DateTime at={code.createdAt} />
          </Fact>
          {code.expiresAt !== null && (
            <Fact label={t('expires')}>
              <DateTime at={code.expiresAt} />
            </Fact>
          )}
          <Fact label={t('orderId')}>
            <CopyableId id={code.mchOrderId} what={t('what.orderId')} />
          </Fact>
          <Fact label={t('qrcodeId')}>
            {code.qrcodeId === null ? none : <CopyableId id={code.qrcodeId} what={t('what.qrcodeId')} />}
          </Fact>
          <Fact label={t('app')}>{code.appName}</Fact>
        </FactList>
      </CardBody>
    </Card>
  );
}
