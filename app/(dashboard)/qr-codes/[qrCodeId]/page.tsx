import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';

import type { Actor } from '@/lib/auth/actor';
import { requirePageActor } from '@/lib/auth/page-actor';
import { findQrCode } from '@/lib/qr-codes/queries';
import type { QrCodeDetail } from '@/lib/qr-codes/schema';

import { QrCodeView } from '../_components/qr-code-view';

type Props = PageProps<'/qr-codes/[qrCodeId]'>;

async function find(actor: Actor, params: Props['params']): Promise<QrCodeDetail | null> {
  const id = z.uuid().safeParse((await params).qrCodeId);
  return id.success ? findQrCode(actor, id.data) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await find(await requirePageActor(), params);
  return found ? { title: found.mchOrderId } : {};
}

export default async function QrCodePage({ params }: Props) {
  const found = await find(await requirePageActor(), params);
  if (!found) notFound();
  return <QrCodeView initial={found} />;
}
