import 'server-only';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';

import type { Actor } from './actor';
import { findActor } from './session';

/** The actor of a page; a visitor without a session is sent to sign in. */
export async function requirePageActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor) {
    await headers();
    redirect('/sign-in');
  }
  return actor;
}
