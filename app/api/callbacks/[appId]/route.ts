import { readCappedBody } from '@/lib/callbacks/read-capped-body';
import { type Reception, receiveCallback } from '@/lib/callbacks/receive-callback';

/** Where PayCools tells us what happened. What is not acknowledged it sends again, so nothing is lost by a refusal. */
export async function POST(request: Request, { params }: RouteContext<'/api/callbacks/[appId]'>) {
  const { appId } = await params;
  return answer(await receiveCallback(appId, await readCappedBody(request.body)));
}

const REFUSED = { 'unknown-app': 404, 'not-genuine': 401, 'too-large': 413 } as const;

function answer(reception: Reception): Response {
  if (reception.kind !== 'acknowledged') return new Response(null, { status: REFUSED[reception.kind] });
  return new Response(reception.body, { headers: { 'content-type': 'application/json' } });
}
