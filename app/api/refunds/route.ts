import type { NextRequest } from 'next/server';

import { findActor } from '@/lib/auth/session';
import { listRefunds } from '@/lib/refunds/list-refunds';
import { RefundFilter } from '@/lib/refunds/list-schema';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(request: NextRequest): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  const filter = RefundFilter.parse(Object.fromEntries(request.nextUrl.searchParams));
  return Response.json(await listRefunds(actor, filter), { headers: NO_STORE });
}
