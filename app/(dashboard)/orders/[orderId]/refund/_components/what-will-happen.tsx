'use client';

import { useTranslations } from 'next-intl';

import { useSay } from '@/components/message/use-say';
import { MoneyText } from '@/components/money/money-text';
import { Card, CardBody } from '@/components/ui/card';
import { SumLine, SumList } from '@/components/ui/sum-list';
import { findChannel } from '@/lib/channels/channels';
import { parsePesos } from '@/lib/money/money';

type WhatWillHappenProps = Readonly<{
  /** Centavos left to refund. */
  left: string;
  /** As it is typed. */
  amount: string;
  channelCode: string | null;
  fee: string | null;
}>;

const SPEED_KNOWN: ReadonlySet<string> = new Set(['EWALLET', 'ONLINE_BANKING', 'CARD']);

/** The sum that the refund makes, while it is typed: left − this = left after it. */
export function WhatWillHappen({ left, amount, channelCode, fee }: WhatWillHappenProps) {
  const t = useTranslations('refunds.happens');
  const say = useSay();
  const typed = parsePesos(amount);
  const channel = findChannel(channelCode);
  return (
    <Card title={t('title')}>
      <CardBody className="grid gap-3">
        <div aria-live="polite">
          <SumList>
            <SumLine label={t('left')}>
              <MoneyText centavos={left} />
            </SumLine>
            {typed.ok && (
              <>
                <SumLine operator="minus" label={t('this')}>
                  <MoneyText centavos={String(typed.centavos)} />
                </SumLine>
                <SumLine operator="equals" total label={t('after')}>
                  <MoneyText centavos={String(BigInt(left) - typed.centavos)} />
                </SumLine>
              </>
            )}
          </SumList>
          {!typed.ok && <p className="mt-2 text-cell text-ink-2">{t('type')}</p>}
        </div>
        <p className="text-hint text-ink-3">
          {t('atOnce')}{' '}
          {channel &&
            SPEED_KNOWN.has(channel.kind) &&
            say({ key: `refunds.answer.speed.${channel.kind}`, values: { channel: channel.name } })}{' '}
          {fee !== null && say({ key: 'refunds.happens.fee', values: { feeCentavos: fee } })}
        </p>
      </CardBody>
    </Card>
  );
}
