import type { NextRequest } from 'next/server';

import { findActor } from '@/lib/auth/session';
import { listQrCodes } from '@/lib/qr-codes/queries';
import { QrCodeFilter } from '@/lib/qr-codes/schema';

const NO_STORE = { 'cache-control': 'no-store' };

export async function GET(request: NextRequest): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  const filter = QrCodeFilter.parse(Object.fromEntries(request.nextUrl.searchParams));
  return Response.json(await listQrCodes(actor, filter), { headers: NO_STORE });
}
