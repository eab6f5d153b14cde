'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

import { Button } from '@/components/ui/button';

type PageFaultProps = Readonly<{ digest: string | undefined; onRetry: () => void }>;

/** A page that could not be made: what that means, one thing to do, the number under which it is logged. */
export function PageFault({ digest, onRetry }: PageFaultProps) {
  const t = useTranslations('common.error');
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => heading.current?.focus(), []);

  return (
    <div>
      <h1 ref={heading} tabIndex={-1} className="text-title font-title tracking-[-0.015em] outline-none">
        {t('title')}
      </h1>
      <p className="mt-2 mb-5 text-ink-2">{t('body')}</p>
      <Button variant="main" onClick={onRetry}>
        {t('action')}
      </Button>
      {digest !== undefined && <p className="mono mt-4 text-ink-3">{t('number', { digest })}</p>}
    </div>
  );
}
