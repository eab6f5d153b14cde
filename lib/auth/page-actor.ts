import 'server-only';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';

import type { Actor } from './actor';
import { findSignedIn, type SignedIn } from './session';

/** The actor of a page; a visitor without a session is sent to sign in. */
export async function requirePageActor(): Promise<Actor> {
  return (await requireSignedIn()).actor;
}

/** The same for the frame around the pages, which also shows the person and the company. */
export async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await findSignedIn();
  if (!signedIn) {
    await headers();
    redirect('/sign-in');
  }
  return signedIn;
}
