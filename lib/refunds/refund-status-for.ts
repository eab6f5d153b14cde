import type { RefundStatus as GatewayStatus } from '../gateway';
import type { RefundStatus } from './status';

const STATUS_FOR = {
  PENDING: 'IN_PROGRESS',
  COMPLETE: 'COMPLETE',
  FAILED: 'FAILED',
  CANCEL: 'CANCELLED',
} as const satisfies Record<GatewayStatus, RefundStatus>;

/** PayCools' word for where a refund stands, turned into ours. */
export function statusFor(status: GatewayStatus): (typeof STATUS_FOR)[GatewayStatus] {
  return STATUS_FOR[status];
}
