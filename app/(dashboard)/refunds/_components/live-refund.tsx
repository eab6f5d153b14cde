'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { z } from 'zod';

import { StaleNote } from '@/components/collect/stale-note';

const Version = z.object({ version: z.string(), isMoving: z.boolean() });
type Version = z.output<typeof Version>;

const EVERY_SECOND = 1_000;

/** Asks every second while something can still change by itself, and loads the page anew when it has. */
export function LiveRefund({ id, initial }: Readonly<{ id: string; initial: Version }>) {
  const router = useRouter();
  const { data, isError, dataUpdatedAt } = useQuery({
    queryKey: ['refunds', 'version', id],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/refunds/${id}`, { signal });
      if (!response.ok) throw new Error(`the refund was answered ${response.status}`);
      return Version.parse(await response.json());
    },
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.isMoving === false ? false : EVERY_SECOND),
  });

  useEffect(() => {
    if (data.version !== initial.version) router.refresh();
  }, [data.version, initial.version, router]);

  return isError ? <StaleNote since={dataUpdatedAt} /> : null;
}
