import { useTranslations } from 'next-intl';

import { useSay } from '@/components/message/use-say';
import { Say } from '@/components/ui/say';
import type { Message } from '@/lib/i18n/message';

/** What was said about this refund and not applied, or that nobody asked for it here: a person has to look. */
export function RefundRaised({ raised }: Readonly<{ raised: readonly Message[] }>) {
  const t = useTranslations('refunds.say');
  const say = useSay();
  if (raised.length === 0) return null;
  return (
    <Say tone="bad" title={t('raised')}>
      <ul className="grid gap-1">
        {raised.map((message, index) => (
          <li key={index}>{say(message)}.</li>
        ))}
      </ul>
    </Say>
  );
}
