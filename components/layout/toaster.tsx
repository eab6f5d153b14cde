'use client';

import { useTheme } from 'next-themes';
import { Toaster as Sonner } from 'sonner';

import { THEMES } from '@/lib/account/themes';

/** Where short messages about finished acts appear; what must be decided belongs on the page instead. */
export function Toaster() {
  const { theme } = useTheme();
  return (
    <Sonner
      theme={THEMES.find((known) => known === theme) ?? 'system'}
      position="bottom-right"
      toastOptions={{
        className: '!rounded-card !border-line !bg-surface !text-ink !shadow-float !font-sans !text-cell',
      }}
    />
  );
}
