'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { FollowTheme } from '@/components/layout/follow-theme';
import { Shell } from '@/components/layout/shell';
import type { Theme } from '@/lib/account/themes';
import type { Role } from '@/lib/auth/permissions';
import type { Waiting } from '@/lib/home/schema';

import { savePreferencesAction } from '../actions';
import { navGroups } from './nav-groups';
import { waitingQuery } from './waiting-query';

type FrameProps = Readonly<{
  person: Readonly<{ name: string; role: Role; theme: Theme | null }>;
  merchant: Readonly<{ name: string; mode: 'LIVE' | 'TEST' }>;
  waiting: Waiting;
  children: ReactNode;
}>;

/** The shell around every signed-in page; its counts stay true while a page is open for hours. */
export function Frame({ person, merchant, waiting, children }: FrameProps) {
  const { data } = useQuery({ ...waitingQuery(), initialData: waiting });
  return (
    <Shell
      nav={navGroups(person.role, data)}
      merchant={merchant}
      person={person}
      savePreferences={savePreferencesAction}
    >
      <FollowTheme chosen={person.theme} />
      {children}
    </Shell>
  );
}
