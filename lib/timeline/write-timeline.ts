import 'server-only';

import type { Tx } from '../db/client';
import type { TimelineSource } from '../db/generated/enums';
import type { Prisma } from '../db/generated/client';

export type TimelineSubject =
  | Readonly<{ orderId: string }>
  | Readonly<{ refundId: string; orderId?: string | null }>
  | Readonly<{ payoutId: string }>
  | Readonly<{ qrCodeId: string }>;

export type TimelineEntry = Readonly<{
  at: Date;
  source: TimelineSource;
  /** Message key below `timeline.` of the feature, without the feature: `accepted`, `complete`, … */
  kind: string;
  /** Parameters of the sentence: text and whole numbers; centavos as text under names ending in `Centavos`. */
  detail?: Prisma.InputJsonObject;
  actorId?: string;
}>;

/** Tells the story of a record; takes a transaction, so that the story never lacks a change. */
export async function writeTimeline(
  tx: Tx,
  merchantId: string,
  subject: TimelineSubject,
  { detail = {}, ...entry }: TimelineEntry,
): Promise<void> {
  await tx.timelineEvent.create({ data: { merchantId, ...subject, ...entry, detail } });
}
