'use client';

import { useTranslations } from 'next-intl';

import { useSay } from '@/components/message/use-say';
import { MoneyText } from '@/components/money/money-text';
import { Card, CardBody } from '@/components/ui/card';
import { SumLine, SumList } from '@/components/ui/sum-list';
import type { Channel, Fee } from '@/lib/channels/channels';
import { expectedFee } from '@/lib/channels/expected-fee';
import { typedAmount } from '@/lib/collect/form-fields';

type MoneyPreviewProps = Readonly<{
  channel: Channel;
  /** As typed; null where the payer types the amount. */
  amount: string | null;
}>;

const THOUSAND_PESOS = 100_000n;

/** What a payment of the typed amount brings on this channel: paid − fee = yours, and the limits. */
export function MoneyPreview({ channel, amount }: MoneyPreviewProps) {
  const t = useTranslations('collect.preview');
  const say = useSay();
  const limits = say({
    key: 'collect.preview.limits',
    values: {
      channel: channel.name,
      minCentavos: channel.min.toString(),
      maxCentavos: channel.max.toString(),
    },
  });
  return (
    <Card title={t('title')}>
      <CardBody className="grid gap-3">
        {amount === null ? (
          <p>
            {say({
              key: 'collect.preview.anyAmount',
              values: { feeCentavos: (expectedFee(channel.code, THOUSAND_PESOS) ?? 0n).toString() },
            })}
          </p>
        ) : (
          <Sum channel={channel} amount={amount} />
        )}
        <div className="grid gap-1.5 text-hint text-ink-3">
          <p>{limits}</p>
          <p>{t('assumed')}</p>
        </div>
      </CardBody>
    </Card>
  );
}

function Sum({ channel, amount }: Readonly<{ channel: Channel; amount: string }>) {
  const t = useTranslations('collect.preview');
  const say = useSay();
  const typed = typedAmount(amount, channel);
  const isEmpty = amount.trim() === '';
  return (
    <div aria-live="polite">
      {typed.ok ? (
        <SumList>
          <SumLine label={t('pays')}>
            <MoneyText centavos={typed.centavos.toString()} />
          </SumLine>
          <SumLine operator="minus" label={t('fee')} hint={<FeeRule fee={channel.fee} />}>
            <MoneyText centavos={feeOn(channel, typed.centavos).toString()} />
          </SumLine>
          <SumLine operator="equals" total label={t('yours')}>
            <MoneyText centavos={(typed.centavos - feeOn(channel, typed.centavos)).toString()} />
          </SumLine>
        </SumList>
      ) : (
        <p className={isEmpty ? 'text-ink-2' : 'font-medium text-doubt'}>
          {isEmpty ? t('none') : say(typed)}
        </p>
      )}
    </div>
  );
}

function FeeRule({ fee }: Readonly<{ fee: Fee }>) {
  const t = useTranslations('collect.preview');
  return 'flat' in fee ? t('feeFlat') : t('feePercent', { percent: fee.basisPoints / 100 });
}

function feeOn(channel: Channel, centavos: bigint): bigint {
  return expectedFee(channel.code, centavos) ?? 0n;
}
