'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
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
  const client = useQueryClient();
  const { data, isError, dataUpdatedAt } = useQuery({
    // Each version of the page starts with its own: what was kept from an earlier visit would be older.
    queryKey: ['refunds', 'version', id, initial.version],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/refunds/${id}`, { signal });
      if (!response.ok) throw new Error(`the refund was answered ${response.status}`);
      return Version.parse(await response.json());
    },
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.isMoving === false ? false : EVERY_SECOND),
  });

  useEffect(() => {
    if (data.version === initial.version) return;
    router.refresh();
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'version' });
  }, [data.version, initial.version, router, client]);

  return isError ? <StaleNote since={dataUpdatedAt} /> : null;
}
