import { Minus } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { CodeLink } from '@/components/codes/code-link';
import { useSay } from '@/components/message/use-say';
import { Say, type SayTone } from '@/components/ui/say';
import type { OrderStatus } from '@/lib/orders/status';
import type { WebPaymentLink } from '@/lib/web-payments/schema';

const SENTENCES = {
  SENDING: { tone: 'run', name: 'sending' },
  PENDING: { tone: 'run', name: 'pending' },
  UNKNOWN: { tone: 'doubt', name: 'unknown' },
  REFUSED: { tone: 'bad', name: 'refused' },
  COMPLETE: { tone: 'ok', name: 'complete' },
  FAILED: { tone: 'bad', name: 'failed' },
  CLOSED: { tone: 'doubt', name: 'closed' },
} as const satisfies Record<OrderStatus, { tone: SayTone; name: string }>;

/** What is so with this payment and what to do, in one notice that a screen reader hears when it changes. */
export function WebPaymentSay({ payment }: Readonly<{ payment: WebPaymentLink }>) {
  const t = useTranslations('collect.refused');
  const say = useSay();
  const { tone, name } =
    payment.status === 'PENDING' && payment.payUrl === null
      ? ({ tone: 'doubt', name: 'linkLost' } as const)
      : SENTENCES[payment.status];
  const text = (part: string) =>
    say({ key: `webPayments.say.${name}.${part}`, values: { paidCentavos: payment.amount } });
  return (
    <div role="status">
      <Say tone={tone} title={text('title')} {...(payment.status === 'CLOSED' && { icon: Minus })}>
        <p>{text('body')}</p>
        {payment.status === 'REFUSED' && payment.refusedCode !== null && (
          <p>
            {t('code')} <CodeLink place="answer" code={payment.refusedCode} />
          </p>
        )}
        {payment.status === 'FAILED' && payment.failedCode !== null && (
          <p>
            {t('code')} <CodeLink place="failedCode" code={payment.failedCode} />
          </p>
        )}
      </Say>
    </div>
  );
}
