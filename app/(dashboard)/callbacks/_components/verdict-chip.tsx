import { CircleQuestionMark, Copy, ShieldCheck, X } from 'lucide-react';
import { useTranslations } from 'next-intl';

import { Chip } from '@/components/ui/chip';
import type { CallbackRow } from '@/lib/callbacks/schema';

type Judged = Pick<CallbackRow, 'genuine' | 'ambiguous' | 'isDuplicate'>;

/** Whether PayCools itself sent it. */
export function SignatureChip({ callback: { genuine, ambiguous } }: Readonly<{ callback: Judged }>) {
  const t = useTranslations('callbacks.verdict');
  if (!genuine) {
    return (
      <Chip tone="bad" icon={<X aria-hidden />}>
        {t('notGenuine')}
      </Chip>
    );
  }
  return ambiguous ? (
    <Chip tone="doubt" icon={<CircleQuestionMark aria-hidden />}>
      {t('ambiguous')}
    </Chip>
  ) : (
    <Chip tone="ok" icon={<ShieldCheck aria-hidden />}>
      {t('genuine')}
    </Chip>
  );
}

/** Whether it was said before; nothing at all for what was not. */
export function DuplicateChip({ callback: { isDuplicate } }: Readonly<{ callback: Judged }>) {
  const t = useTranslations('callbacks.verdict');
  if (!isDuplicate) return null;
  return (
    <Chip tone="shut" icon={<Copy aria-hidden />}>
      {t('duplicate')}
    </Chip>
  );
}
