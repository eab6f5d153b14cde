'use client';

import { useTheme } from 'next-themes';
import { useEffect } from 'react';

import type { Theme } from '@/lib/account/themes';

/** The person's own choice goes before what this browser remembers of somebody else or of another day. */
export function FollowTheme({ chosen }: Readonly<{ chosen: Theme | null }>) {
  const { setTheme } = useTheme();

  useEffect(() => {
    if (chosen !== null) setTheme(chosen);
    // Only a new choice counts: `setTheme` is a new function after each change.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [chosen]);

  return null;
}
