import type { NextRequest } from 'next/server';

import { findActor } from '@/lib/auth/session';
import { listWebPayments } from '@/lib/web-payments/queries';
import { WebPaymentFilter } from '@/lib/web-payments/schema';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(request: NextRequest): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  const filter = WebPaymentFilter.parse(Object.fromEntries(request.nextUrl.searchParams));
  return Response.json(await listWebPayments(actor, filter), { headers: NO_STORE });
}
