import { Ban, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { CodeLink } from '@/components/codes/code-link';
import { useSay } from '@/components/message/use-say';
import { LinkButton } from '@/components/ui/link-button';
import { Say, type SayTone } from '@/components/ui/say';
import { findChannel } from '@/lib/channels/channels';
import type { RefundAnswerData } from '@/lib/refunds/answer-data';

type RefundAnswerProps = Readonly<{ answer: RefundAnswerData; channelCode: string | null }>;

/** Whether the order can be refunded, how much and until when; or the one rule that stops it and what to do instead. */
export function RefundAnswer({ answer, channelCode }: RefundAnswerProps) {
  return answer.can ? (
    <CanBeRefunded answer={answer} channelCode={channelCode} />
  ) : (
    <CannotBeRefunded answer={answer} />
  );
}

/** The page's primary action, only where a refund is allowed now and the person may ask for one. */
export function RefundButton({
  orderId,
  answer,
  mayRefund,
}: Readonly<{ orderId: string; answer: RefundAnswerData; mayRefund: boolean }>) {
  const t = useTranslations('refunds.answer');
  if (!answer.can || !mayRefund) return null;
  return (
    <LinkButton href={`/orders/${orderId}/refund`} variant="main">
      {t('refund')}
    </LinkButton>
  );
}

const SPEED_KNOWN: ReadonlySet<string> = new Set(['EWALLET', 'ONLINE_BANKING', 'CARD']);

type Offer = Extract<RefundAnswerData, { can: true }>;
type Stop = Extract<RefundAnswerData, { can: false }>;

function CanBeRefunded({ answer, channelCode }: Readonly<{ answer: Offer; channelCode: string | null }>) {
  const say = useSay();
  const { max, until, partial, several, onTheWay } = answer;
  const channel = findChannel(channelCode);
  const how = partial ? (several ? 'several' : 'once') : 'fullOnce';
  const values = {
    leftCentavos: max,
    untilDay: until,
    onTheWayCentavos: onTheWay,
    channel: channel?.name ?? '',
  };
  const text = (part: string) => say({ key: `refunds.answer.${part}`, values });
  return (
    <Say tone="ok" icon={Undo2} title={text(partial ? 'can' : 'canInFull')}>
      {text(how)} {onTheWay !== '0' && text('onTheWay')}{' '}
      {channel && SPEED_KNOWN.has(channel.kind) && text(`speed.${channel.kind}`)}
    </Say>
  );
}

function CannotBeRefunded({ answer }: Readonly<{ answer: Stop }>) {
  const say = useSay();
  const { tone, title } = looksOf(answer.key);
  return (
    <Say
      tone={tone}
      {...(title === 'cannot' && { icon: Ban })}
      title={say({ key: `refunds.answer.${title}` })}
    >
      {say(answer)} <CodeLink place="answer" code={answer.rule} />
    </Say>
  );
}

/** Over, not yet, or never: each looks different, whatever the rule. */
function looksOf(key: string): Readonly<{ tone: SayTone; title: 'all' | 'notYet' | 'cannot' }> {
  const words = key.replace('refunds.rules.', '');
  if (words.startsWith('1506.all')) return { tone: 'ok', title: 'all' };
  if (words === '1502.inProgress' || words === '1516.open') return { tone: 'run', title: 'notYet' };
  if (words.startsWith('1502') || words === '1501.unknown') return { tone: 'doubt', title: 'notYet' };
  return { tone: 'doubt', title: 'cannot' };
}
