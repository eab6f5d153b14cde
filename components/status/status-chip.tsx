import {
  Check,
  CircleDot,
  CircleQuestionMark,
  Clock,
  Hand,
  Hourglass,
  type LucideIcon,
  Minus,
  X,
} from 'lucide-react';
import { useTranslations } from 'next-intl';

import { Chip, type Tone } from '@/components/ui/chip';
import type { Shown, ShownState } from '@/lib/status/shown-state';

const LOOKS = {
  inProgress: { tone: 'run', Icon: Clock },
  complete: { tone: 'ok', Icon: Check },
  failed: { tone: 'bad', Icon: X },
  closed: { tone: 'shut', Icon: Minus },
  unknown: { tone: 'doubt', Icon: CircleQuestionMark },
  waitsForApproval: { tone: 'run', Icon: Hourglass },
  held: { tone: 'doubt', Icon: Hand },
  active: { tone: 'ok', Icon: CircleDot },
  ignored: { tone: 'shut', Icon: Minus },
  open: { tone: 'bad', Icon: X },
} as const satisfies Record<ShownState, { tone: Tone; Icon: LucideIcon }>;

/** A state as icon, word and tint; what is closed says why. Map with `orderShown`, `refundShown` and the like. */
export function StatusChip({ shown }: Readonly<{ shown: Shown }>) {
  const t = useTranslations('status');
  const { tone, Icon } = LOOKS[shown.state];
  return (
    <Chip tone={tone} icon={<Icon aria-hidden />}>
      {shown.because === undefined
        ? t(shown.state)
        : t('closedBecause', { because: t(`because.${shown.because}`) })}
    </Chip>
  );
}
