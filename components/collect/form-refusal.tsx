'use client';

import { useTranslations } from 'next-intl';

import { CodeLink } from '@/components/codes/code-link';
import { useSay } from '@/components/message/use-say';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Say } from '@/components/ui/say';
import type { ActionResult } from '@/lib/actions/action-result';

type FormRefusalProps = Readonly<{
  refused: Extract<ActionResult<unknown>, { ok: false }> | null;
  isLost: boolean;
  /** Ids of the controls by field name. */
  fieldIds: Readonly<Record<string, string>>;
}>;

/** What is wrong with the form as a whole, above it: what to correct, what was refused, or that nobody answered. */
export function FormRefusal({ refused, isLost, fieldIds }: FormRefusalProps) {
  const t = useTranslations('collect');
  const say = useSay();
  if (isLost) {
    return (
      <Say tone="doubt" role="alert" title={t('lost.title')}>
        {t('lost.body')}
      </Say>
    );
  }
  if (refused === null) return null;

  const faults = Object.entries(refused.fields).flatMap(([field, messages]) =>
    messages.map((message) => ({
      ...(fieldIds[field] !== undefined && { fieldId: fieldIds[field] }),
      text: say(message),
    })),
  );
  const code = refused.message.values?.['code'];
  if (faults.length === 0) return <Say tone="bad" role="alert" title={say(refused.message)} />;
  return (
    <div className="grid gap-2">
      <ErrorSummary faults={faults} />
      {refused.code === 'gateway-rejected' && code !== undefined && (
        <p className="px-4 text-hint text-ink-3">
          {say(refused.message)} <CodeLink place="answer" code={code} />
        </p>
      )}
    </div>
  );
}
