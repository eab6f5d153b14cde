'use client';

import { ThemeProvider as NextThemes } from 'next-themes';
import type { ReactNode } from 'react';

import type { Theme } from '@/lib/account/themes';

type ThemeProviderProps = Readonly<{ initial?: Theme; children: ReactNode }>;

/** Sets `data-theme` before the first paint, so the wrong theme never flashes. */
export function ThemeProvider({ initial = 'system', children }: ThemeProviderProps) {
  return (
    <NextThemes
      attribute="data-theme"
      defaultTheme={initial}
      storageKey="kaha-theme"
      enableSystem
      enableColorScheme={false}
      disableTransitionOnChange
    >
      {children}
    </NextThemes>
  );
}
