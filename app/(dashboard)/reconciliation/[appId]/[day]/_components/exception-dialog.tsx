'use client';

import { useTranslations } from 'next-intl';

import { RelativeTime } from '@/components/dates/relative-time';
import { useSay } from '@/components/message/use-say';
import { MoneyText } from '@/components/money/money-text';
import { AppLink } from '@/components/ui/app-link';
import { CopyableId } from '@/components/ui/copyable-id';
import { Dialog } from '@/components/ui/dialog';
import { Fact, FactList } from '@/components/ui/fact-list';
import { Say } from '@/components/ui/say';
import { addDays, type ManilaDay } from '@/lib/dates/manila-day';
import type { DayReconciliation, ExceptionRow } from '@/lib/reconciliation/schema';

import { BothSides } from './both-sides';
import { DecisionForm } from './decision-form';
import { DecisionMade } from './decision-made';
import { FetchButton } from './fetch-button';
import { foundMessage } from './found-message';

type ExceptionDialogProps = Readonly<{
  exception: ExceptionRow;
  reconciled: DayReconciliation;
  today: ManilaDay;
  mayWork: boolean;
  mayFetch: boolean;
  onClose: () => void;
}>;

/** One exception: both sides of it, what probably happened with the fix attached, and the decision. */
export function ExceptionDialog(props: ExceptionDialogProps) {
  const { exception, reconciled, today, mayWork, mayFetch, onClose } = props;
  const t = useTranslations('reconciliation.detail');
  const say = useSay();
  const next = addDays(reconciled.day as ManilaDay, 1);
  const mayBeLate = exception.type === 'MISSING_THERE' && exception.state === 'OPEN' && next <= today;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={say(foundMessage(exception, 'title'))}
      description={say(foundMessage(exception, 'about'))}
    >
      <BothSides exception={exception} />
      <Facts exception={exception} />
      <Say
        tone="doubt"
        title={t('cause')}
        {...(mayBeLate &&
          mayFetch && {
            actions: (
              <FetchButton gatewayAppId={reconciled.gatewayAppId} day={next}>
                {say({ key: 'reconciliation.detail.fetchNext', values: { day: next } })}
              </FetchButton>
            ),
          })}
      >
        {say(foundMessage(exception, 'cause'))}
      </Say>
      {exception.resolution !== null && (
        <DecisionMade exception={exception} mayWork={mayWork} onDone={onClose} />
      )}
      {exception.state === 'OPEN' &&
        exception.resolution === null &&
        (mayWork ? (
          <DecisionForm exception={exception} onDone={onClose} />
        ) : (
          <p className="text-hint text-ink-3">{t('readOnly')}</p>
        ))}
    </Dialog>
  );
}

function Facts({ exception }: Readonly<{ exception: ExceptionRow }>) {
  const t = useTranslations('reconciliation.detail');
  const { subject, subjectId, values, orderId, refundId, statementId } = exception;
  const idLabel = subject === 'refund' ? t('refund') : t('transaction');
  const links = [
    orderId !== null && { href: `/orders/${orderId}`, label: t('toOrder') },
    refundId !== null && { href: `/refunds/${refundId}`, label: t('toRefund') },
    statementId !== null && { href: `/statements/${statementId}`, label: t('toStatement') },
  ].filter((link) => link !== false);
  return (
    <div>
      <FactList>
        <Fact label={t('effect')}>
          <MoneyText centavos={exception.effect} sign="always" />
        </Fact>
        {exception.claim !== null && (
          <Fact label={t('claim')}>
            <MoneyText centavos={exception.claim} />
          </Fact>
        )}
        {subject !== 'refund' && values['reference'] !== undefined && (
          <Fact label={t('reference')}>
            <CopyableId id={String(values['reference'])} what={t('reference')} />
          </Fact>
        )}
        <Fact label={idLabel}>
          <CopyableId id={subjectId} what={idLabel} />
        </Fact>
        <Fact label={t('opened')}>
          <RelativeTime at={exception.openedAt} />
        </Fact>
      </FactList>
      {links.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-cell">
          {links.map(({ href, label }) => (
            <AppLink key={href} href={href} className="inline-link">
              {label}
            </AppLink>
          ))}
        </p>
      )}
    </div>
  );
}
