'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import { createQueryClient } from '@/lib/query/query-client';

/** One query client for the tab, a fresh one for every server render. */
export function QueryProvider({ children }: Readonly<{ children: ReactNode }>) {
  const [client] = useState(createQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
