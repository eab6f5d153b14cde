import 'server-only';

import type { Author } from '../auth/actor';
import type { Tx } from '../db/client';
import type { AuditEvent } from './audit-event';

/** Takes a transaction on purpose: if the row cannot be written, neither is the change. */
export async function writeAudit(tx: Tx, by: Author, event: AuditEvent): Promise<void> {
  await tx.auditEntry.create({ data: { merchantId: by.merchantId, actorId: by.userId, ...event } });
}
