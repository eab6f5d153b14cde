import type { NextRequest } from 'next/server';
import { z } from 'zod';

import { can } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { listLines } from '@/lib/statements/list-lines';
import { LineFilter } from '@/lib/statements/schema';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/api/statements/[statementId]/lines'>,
): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  if (!can(actor, 'statements:read')) {
    return Response.json({ code: 'forbidden' }, { status: 403, headers: NO_STORE });
  }
  const id = z.uuid().safeParse((await params).statementId);
  if (!id.success) return Response.json({ code: 'not-found' }, { status: 404, headers: NO_STORE });
  const filter = LineFilter.parse(Object.fromEntries(request.nextUrl.searchParams));
  return Response.json(await listLines(actor, id.data, filter), { headers: NO_STORE });
}
