import type { MoneyOutStatus } from '../db/generated/enums';

/** What PayCools calls the state of a payout (3.2, 3.3). */
export type GatewayPayoutStatus = 'PENDING' | 'COMPLETE' | 'FAILED' | 'CLOSED';

/** Payouts share states and transitions with refunds (`lib/refunds/status.ts`); this is PayCools' word in ours. */
export const PAYOUT_STATUS_OF = {
  PENDING: 'IN_PROGRESS',
  COMPLETE: 'COMPLETE',
  FAILED: 'FAILED',
  CLOSED: 'CANCELLED',
} as const satisfies Record<GatewayPayoutStatus, MoneyOutStatus>;
