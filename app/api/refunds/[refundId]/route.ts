import { z } from 'zod';

import { findActor } from '@/lib/auth/session';
import { findRefundVersion } from '@/lib/refunds/find-refund';

const NO_STORE = { 'cache-control': 'no-store' };

/** Whether there is news about a refund: an open page asks this, and loads itself anew when there is. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/api/refunds/[refundId]'>,
): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  const id = z.uuid().safeParse((await params).refundId);
  const found = id.success ? await findRefundVersion(actor, id.data) : null;
  if (!found) return Response.json({ code: 'not-found' }, { status: 404, headers: NO_STORE });
  return Response.json(found, { headers: NO_STORE });
}
