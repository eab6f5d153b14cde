import { type NextRequest, NextResponse } from 'next/server';

import { PATH_HEADER } from '@/lib/auth/return-path';

/** Tells the page where it stands, so that signing in leads back to it. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, searchParams } = request.nextUrl;
  const search = new URLSearchParams(searchParams);
  // Added by the router of the browser; no part of what a person sees.
  search.delete('_rsc');
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, search.size === 0 ? pathname : `${pathname}?${search.toString()}`);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ['/((?!api/|_next/|sign-in|thank-you|welcome).*)'] };
