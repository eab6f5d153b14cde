import 'server-only';

import { pauseBefore, waitingTimes } from '../jobs/waiting-times';
import type { RefundStatus } from './status';

/** When a refund still SENDING was left behind: never before its own call can have ended. */
export function leftBehindMs(): number {
  const { sendingLeftBehind, gatewayDeadline } = waitingTimes();
  return Math.max(sendingLeftBehind, gatewayDeadline * 1.5);
}

/** What is to be done next with a refund of this status, and after how long; null where nothing is. */
export function nextStep(
  status: RefundStatus,
  count: number,
): Readonly<{ job: 'refund.check' | 'refund.send'; afterMs: number }> | null {
  const times = waitingTimes();
  switch (status) {
    case 'READY':
      return { job: 'refund.send', afterMs: pauseBefore(times.frequencyBackoff, count) };
    case 'SENDING':
      return { job: 'refund.check', afterMs: leftBehindMs() };
    case 'IN_PROGRESS':
      return { job: 'refund.check', afterMs: pauseBefore(times.progressChecks, count) };
    case 'UNKNOWN':
      return { job: 'refund.check', afterMs: pauseBefore(times.unknownChecks, count) };
    default:
      return null;
  }
}
