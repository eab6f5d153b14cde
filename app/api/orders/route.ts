import type { NextRequest } from 'next/server';

import { findActor } from '@/lib/auth/session';
import { listOrders } from '@/lib/orders/list-orders';
import { readOrderFilter } from '@/lib/orders/schema';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(request: NextRequest): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  const { filter } = readOrderFilter(request.nextUrl.searchParams);
  return Response.json(await listOrders(actor, filter), { headers: NO_STORE });
}
