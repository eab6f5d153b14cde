'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';

import { Say } from './say';

export type FieldFault = Readonly<{
  /** The id of the control that is to be corrected; none when the fault lies in no single field. */
  fieldId?: string;
  text: ReactNode;
}>;

/** What is to be corrected, above the form; each line leads to its field. Takes the focus when it appears. */
export function ErrorSummary({ faults }: Readonly<{ faults: readonly FieldFault[] }>) {
  const t = useTranslations('common');
  const box = useRef<HTMLDivElement>(null);
  const count = faults.length;

  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count, faults]);

  if (count === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className="rounded-card">
      <Say tone="bad" role="alert" title={t('toCorrect', { count })}>
        <ul className="grid gap-1">
          {faults.map(({ fieldId, text }, index) => (
            <li key={index}>
              {fieldId === undefined ? text : <FaultLink fieldId={fieldId}>{text}</FaultLink>}
            </li>
          ))}
        </ul>
      </Say>
    </div>
  );
}

function FaultLink({ fieldId, children }: Readonly<{ fieldId: string; children: ReactNode }>) {
  function goToField(event: MouseEvent) {
    const field = document.getElementById(fieldId);
    if (field === null) return;
    // The browser would scroll to the field but leave the focus behind.
    event.preventDefault();
    field.focus();
    field.scrollIntoView({ block: 'center' });
  }
  return (
    <a href={`#${fieldId}`} onClick={goToField} className="underline underline-offset-2 hover:text-ink">
      {children}
    </a>
  );
}
