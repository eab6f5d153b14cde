import 'server-only';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';

import type { Actor } from './actor';
import { PATH_HEADER, returnPath } from './return-path';
import { findSignedIn, type SignedIn } from './session';

/** The actor of a page; a visitor without a session is sent to sign in, and back here afterwards. */
export async function requirePageActor(): Promise<Actor> {
  return (await requireSignedIn()).actor;
}

/** The same for the frame around the pages, which also shows the person and the company. */
export async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await findSignedIn();
  if (!signedIn) {
    const path = returnPath((await headers()).get(PATH_HEADER) ?? undefined);
    redirect(path === '/' ? '/sign-in' : `/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  }
  return signedIn;
}
