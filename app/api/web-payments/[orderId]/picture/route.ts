import type { NextRequest } from 'next/server';
import { z } from 'zod';

import { findActor } from '@/lib/auth/session';
import { drawQr, PICTURE_FORMATS } from '@/lib/collect/qr-picture';
import { findPayUrl } from '@/lib/web-payments/queries';

const NO_STORE = { 'cache-control': 'no-store' };
const Wanted = z.object({
  format: z.enum(PICTURE_FORMATS).catch('svg'),
  download: z.literal('1').optional().catch(undefined),
});

/** The payment link as a QR code, while it can be paid; `download=1` gives it a file name. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/api/web-payments/[orderId]/picture'>,
): Promise<Response> {
  const actor = await findActor();
  if (!actor) return Response.json({ code: 'signed-out' }, { status: 401, headers: NO_STORE });
  const id = z.uuid().safeParse((await params).orderId);
  const found = id.success ? await findPayUrl(actor, id.data) : null;
  if (!found) return Response.json({ code: 'not-found' }, { status: 404, headers: NO_STORE });
  const { format, download } = Wanted.parse(Object.fromEntries(request.nextUrl.searchParams));
  const { body, contentType } = await drawQr(found.payUrl, format);
  return new Response(body, {
    headers: {
      ...NO_STORE,
      'content-type': contentType,
      ...(download && { 'content-disposition': `attachment; filename="${found.mchOrderId}.${format}"` }),
    },
  });
}
