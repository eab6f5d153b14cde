import type { NextRequest } from 'next/server';

import { can } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { listCallbacks } from '@/lib/callbacks/queries';
import { readCallbackFilter } from '@/lib/callbacks/schema';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(request: NextRequest): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  if (!can(actor, 'callbacks:read')) {
    return Response.json({ code: 'forbidden' }, { status: 403, headers: NO_STORE });
  }
  const { filter } = readCallbackFilter(request.nextUrl.searchParams);
  return Response.json(await listCallbacks(actor, filter), { headers: NO_STORE });
}
