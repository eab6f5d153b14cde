import { findActor } from '@/lib/auth/session';
import { findOrder } from '@/lib/orders/find-order';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(_: Request, { params }: RouteContext<'/api/orders/[orderId]'>): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  const found = await findOrder(actor, (await params).orderId);
  if (!found) return Response.json({ code: 'not-found' }, { status: 404, headers: NO_STORE });
  return Response.json(found, { headers: NO_STORE });
}
