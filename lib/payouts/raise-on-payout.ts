import 'server-only';

import { writeAudit } from '../audit/write-audit';
import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { Message } from '../i18n/message';
import { writeTimelineOnce } from '../timeline/write-timeline-once';
import type { PayoutEvidence } from './payout-evidence';

/** Keeps on the payout's timeline what was said and not applied, once for each source and saying. */
export async function raiseOnPayout(
  tx: Tx,
  by: Author,
  payoutId: string,
  reason: Message,
  evidence: PayoutEvidence,
): Promise<void> {
  const wrote = await writeTimelineOnce(
    tx,
    by.merchantId,
    { payoutId },
    {
      at: evidence.at,
      source: evidence.source,
      kind: reason.key.split('.').at(-1) ?? reason.key,
      detail: { ...evidence.detail, ...reason.values },
    },
  );
  if (!wrote) return;
  await writeAudit(tx, by, {
    action: 'payout.raised',
    subjectType: 'payout',
    subjectId: payoutId,
    detail: { reason: reason.key, source: evidence.source },
  });
}
