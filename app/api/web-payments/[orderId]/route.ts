import { z } from 'zod';

import { findActor } from '@/lib/auth/session';
import { findWebPayment } from '@/lib/web-payments/queries';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(
  _: Request,
  { params }: RouteContext<'/api/web-payments/[orderId]'>,
): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  const id = z.uuid().safeParse((await params).orderId);
  const found = id.success ? await findWebPayment(actor, id.data) : null;
  if (!found) return Response.json({ code: 'not-found' }, { status: 404, headers: NO_STORE });
  return Response.json(found, { headers: NO_STORE });
}
