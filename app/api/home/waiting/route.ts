import { findActor } from '@/lib/auth/session';
import { countWaiting } from '@/lib/home/queries';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  return Response.json(await countWaiting(actor), { headers: NO_STORE });
}
