import { Check, Clock, X } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { Chip } from '@/components/ui/chip';

type DayStateProps = Readonly<{
  row: Readonly<{ running: boolean; failed: boolean; proved: boolean; open: number }>;
}>;

/** Where a day stands: running, broken off, with open exceptions, or with nothing open. */
export function DayState({ row: { running, failed, proved, open } }: DayStateProps) {
  const t = useTranslations('reconciliation');
  if (running) {
    return (
      <Chip tone="run" icon={<Clock aria-hidden />}>
        {t('runningNow')}
      </Chip>
    );
  }
  if (open > 0) {
    return (
      <Chip tone="bad" icon={<X aria-hidden />}>
        {t('exceptionsOpen', { count: open })}
      </Chip>
    );
  }
  if (failed) {
    return (
      <Chip tone="doubt" icon={<X aria-hidden />}>
        {t('brokeOff')}
      </Chip>
    );
  }
  if (!proved) return null;
  return (
    <Chip tone="ok" icon={<Check aria-hidden />}>
      {t('nothingOpen')}
    </Chip>
  );
}
