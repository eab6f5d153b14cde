import 'server-only';

import type { Actor } from '../auth/actor';
import { addDays, type ManilaDay } from '../dates/manila-day';
import { db } from '../db/client';
import { requestStatement } from '../statements/request-statement';
import { DEMO_MERCHANT_ID } from './demo-people';
import { loadExport } from './load-export';

const STATEMENT_DAYS = 3;
const FILLER: Actor = { userId: 'system:demo', merchantId: DEMO_MERCHANT_ID, role: 'OWNER' };

type Books = Readonly<{ sandboxUrl: string; appId: string; lastDay: ManilaDay }>;

/**
 * Gives the demo shop the books of a Kaha that ran all through the sandbox's history, once, and asks for the
 * statements of its last days, which come through the real protocol while people already look around.
 */
export async function fillBooks({ sandboxUrl, appId, lastDay }: Books): Promise<'filled' | 'already there'> {
  const filled = await db().order.count({ where: { merchantId: DEMO_MERCHANT_ID }, take: 1 });
  if (filled > 0) return 'already there';
  const response = await fetch(`${sandboxUrl}/_sandbox/apps/${appId}/export`);
  if (!response.ok) throw new Error(`the sandbox did not hand over its history: ${await response.text()}`);
  await loadExport({ merchantId: DEMO_MERCHANT_ID, gatewayAppId: appId }, await response.json());
  for (let back = 0; back < STATEMENT_DAYS; back += 1) {
    await requestStatement(FILLER, { day: addDays(lastDay, -back) });
  }
  return 'filled';
}
