import { useTranslations } from 'next-intl';

import { CodeLink } from '@/components/codes/code-link';
import { Say } from '@/components/ui/say';
import type { OrderDetail } from '@/lib/orders/detail-schema';

export type Explanation = Readonly<{ title: string; what: string; why: string; next: string }>;

type OrderFailureProps = Readonly<{
  failed: NonNullable<OrderDetail['failed']>;
  status: OrderDetail['status'];
  /** The words for the code; null for the moment in which the code is new and they are on their way. */
  explanation: Explanation | null;
}>;

/** Why no money came in: what happened, what to do, and last the code with the way to its page. */
export function OrderFailure({ failed, status, explanation }: OrderFailureProps) {
  const t = useTranslations('orders.detail');
  const title = status === 'CLOSED' ? t('absent.title') : (explanation?.title ?? t('failed.code'));
  return (
    <Say tone={status === 'CLOSED' ? 'doubt' : 'bad'} title={title}>
      {status === 'CLOSED' ? (
        <p>{t('absent.body')}</p>
      ) : (
        explanation && (
          <>
            <p>
              {explanation.what} {explanation.why}
            </p>
            <p className="mt-1">{explanation.next}</p>
          </>
        )
      )}
      <p className="mt-1.5 flex flex-wrap items-center gap-x-2 text-hint text-ink-3">
        {failed.words !== null && (
          <span className="wrap-anywhere">{t('failed.words', { words: failed.words })}</span>
        )}
        <span>
          {t('failed.code')} <CodeLink place={failed.place} code={failed.code} />
        </span>
      </p>
    </Say>
  );
}
