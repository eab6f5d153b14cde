import { Minus } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { CodeLink } from '@/components/codes/code-link';
import { useSay } from '@/components/message/use-say';
import { Say, type SayTone } from '@/components/ui/say';
import type { Message } from '@/lib/i18n/message';
import type { QrCodeDetail } from '@/lib/qr-codes/schema';

type Sentence = Readonly<{ tone: SayTone; name: string; values?: NonNullable<Message['values']> }>;

/** What is so with this code and what to do, in one notice that a screen reader hears when it changes. */
export function QrCodeSay({ code }: Readonly<{ code: QrCodeDetail }>) {
  const t = useTranslations('collect.refused');
  const say = useSay();
  const { tone, name, values = {} } = sentenceOf(code);
  const isOver = code.status === 'CANCEL' || code.status === 'INACTIVE';
  const text = (part: string) => say({ key: `qrCodes.say.${name}.${part}`, values });
  return (
    <div role="status">
      <Say tone={tone} title={text('title')} {...(isOver && code.over !== 'paid' && { icon: Minus })}>
        {name === 'withheld' && code.withheld && <p>{say(code.withheld)}</p>}
        <p>{text('body')}</p>
        {name === 'refused' && code.refusedCode !== null && (
          <p>
            {t('code')} <CodeLink place="answer" code={code.refusedCode} />
          </p>
        )}
      </Say>
    </div>
  );
}

function sentenceOf(code: QrCodeDetail): Sentence {
  const paid = { paidCentavos: code.paidCentavos, count: code.paidCount };
  if (code.over === 'paid') return { tone: 'ok', name: 'paid', values: paid };
  if (code.openPayments > 0) return { tone: 'run', name: 'open' };
  switch (code.status) {
    case 'SENDING':
      return { tone: 'run', name: 'sending' };
    case 'UNKNOWN':
      return { tone: 'doubt', name: 'unknown' };
    case 'REFUSED':
      return { tone: 'bad', name: code.notTaken ? 'notTaken' : 'refused' };
    case 'CANCEL':
      return { tone: 'doubt', name: 'cancelled' };
    case 'INACTIVE':
      return { tone: 'doubt', name: code.over === 'expired' ? 'expired' : 'closed' };
    case 'ACTIVE':
      if (code.withheld !== null) return { tone: 'bad', name: 'withheld' };
      return code.paidCount > 0
        ? { tone: 'ok', name: 'received', values: paid }
        : { tone: 'run', name: 'waiting' };
  }
}
