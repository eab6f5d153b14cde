import { can } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { findCallback } from '@/lib/callbacks/queries';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(
  _: Request,
  { params }: RouteContext<'/api/callbacks-inbox/[callbackId]'>,
): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  if (!can(actor, 'callbacks:read')) {
    return Response.json({ code: 'forbidden' }, { status: 403, headers: NO_STORE });
  }
  const found = await findCallback(actor, (await params).callbackId);
  if (!found) return Response.json({ code: 'not-found' }, { status: 404, headers: NO_STORE });
  return Response.json(found, { headers: NO_STORE });
}
