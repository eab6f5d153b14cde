import { can } from '@/lib/auth/actor';
import { findActor } from '@/lib/auth/session';
import { parseManilaDay } from '@/lib/dates/manila-day';
import { findDay } from '@/lib/reconciliation/queries';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(
  _: Request,
  { params }: RouteContext<'/api/reconciliation/[appId]/[day]'>,
): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  if (!can(actor, 'reconciliation:read')) {
    return Response.json({ code: 'forbidden' }, { status: 403, headers: NO_STORE });
  }
  const { appId, day } = await params;
  const parsed = parseManilaDay(day);
  const found = parsed && (await findDay(actor, appId, parsed));
  if (!found) return Response.json({ code: 'not-found' }, { status: 404, headers: NO_STORE });
  return Response.json(found, { headers: NO_STORE });
}
