import { z } from 'zod';

import { can } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { findStatement } from '@/lib/statements/queries';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(
  _: Request,
  { params }: RouteContext<'/api/statements/[statementId]'>,
): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  if (!can(actor, 'statements:read')) {
    return Response.json({ code: 'forbidden' }, { status: 403, headers: NO_STORE });
  }
  const id = z.uuid().safeParse((await params).statementId);
  const found = id.success ? await findStatement(actor, id.data) : null;
  if (!found) return Response.json({ code: 'not-found' }, { status: 404, headers: NO_STORE });
  return Response.json(found, { headers: NO_STORE });
}
