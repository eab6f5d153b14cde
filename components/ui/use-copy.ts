'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';

const SHOWN_FOR_MS = 2000;

/** Copies text and says for two seconds that it did; says what to do where the browser forbids it. */
export function useCopy(text: string): Readonly<{ copied: boolean; copy: () => Promise<void> }> {
  const t = useTranslations('common');
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast.error(t('copyBlocked'));
    }
  }

  return { copied, copy };
}
