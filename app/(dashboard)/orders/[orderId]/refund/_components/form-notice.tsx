import { useTranslations } from 'next-intl';

import { useSay } from '@/components/message/use-say';
import { StatusChip } from '@/components/status/status-chip';
import { LinkButton } from '@/components/ui/link-button';
import { Say } from '@/components/ui/say';
import type { EarlierRefund } from '@/lib/refunds/find-refund-form';
import { refundShown } from '@/lib/status/shown-state';

type AlreadySentProps = Readonly<{ orderId: string; sent: EarlierRefund; canAnother: boolean }>;

/** What a form shows that has done its work: the refund it made, never a second one by itself. */
export function AlreadySent({ orderId, sent, canAnother }: AlreadySentProps) {
  const t = useTranslations('refunds.used');
  const say = useSay();
  return (
    <Say
      tone="run"
      title={say({ key: 'refunds.used.title', values: { amountCentavos: sent.amount } })}
      actions={
        <>
          <LinkButton href={`/refunds/${sent.id}`} variant="main">
            {t('see')}
          </LinkButton>
          {canAnother && <LinkButton href={`/orders/${orderId}/refund`}>{t('another')}</LinkButton>}
        </>
      }
    >
      <p className="mb-1.5">
        <StatusChip shown={refundShown(sent.status)} />
      </p>
      <p>{t('body')}</p>
    </Say>
  );
}

/** On a fresh form shortly after a refund of the same order: what is sent now is another one. */
export function JustSent({ sent }: Readonly<{ sent: EarlierRefund }>) {
  const t = useTranslations('refunds.recent');
  const say = useSay();
  const values = { amountCentavos: sent.amount, at: sent.createdAt };
  return (
    <Say
      tone="doubt"
      title={say({ key: 'refunds.recent.title', values })}
      actions={
        <LinkButton href={`/refunds/${sent.id}`} size="small">
          {t('see')}
        </LinkButton>
      }
    >
      {t('body')}
    </Say>
  );
}

/** The role may look but not refund. */
export function MayNotRefund({ orderId }: Readonly<{ orderId: string }>) {
  const t = useTranslations('refunds.form.forbidden');
  return (
    <Say
      tone="doubt"
      title={t('title')}
      actions={<LinkButton href={`/orders/${orderId}`}>{t('action')}</LinkButton>}
    >
      {t('body')}
    </Say>
  );
}
