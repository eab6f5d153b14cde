import { z } from 'zod';

import { findActor } from '@/lib/auth/session';
import { findQrCode } from '@/lib/qr-codes/queries';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(
  _: Request,
  { params }: RouteContext<'/api/qr-codes/[qrCodeId]'>,
): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  const id = z.uuid().safeParse((await params).qrCodeId);
  const found = id.success ? await findQrCode(actor, id.data) : null;
  if (!found) return Response.json({ code: 'not-found' }, { status: 404, headers: NO_STORE });
  return Response.json(found, { headers: NO_STORE });
}
