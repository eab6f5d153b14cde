import 'server-only';

import { addDays, manilaDayOf, startOfDay } from '../dates/manila-day';
import { waitingTimes } from '../jobs/waiting-times';
import { requestSnapshots } from './request-snapshots';
import type { SnapshotReason } from './take-snapshot';

/** Milliseconds until the next Manila midnight. */
export function untilMidnight(now: Date): number {
  return startOfDay(addDays(manilaDayOf(now), 1)).getTime() - now.getTime();
}

/** Asks for every balance now, every few minutes, and at each Manila midnight, until stopped. */
export function startSnapshots(): { stop: () => void } {
  const ask = (reason: SnapshotReason) => {
    requestSnapshots(reason).catch((error: unknown) => console.error('balance snapshots', error));
  };
  let midnight: NodeJS.Timeout | undefined;
  const waitForMidnight = () => {
    midnight = setTimeout(() => {
      ask('midnight');
      waitForMidnight();
    }, untilMidnight(new Date()));
  };
  const interval = setInterval(() => ask('interval'), waitingTimes().balanceEvery);
  ask('start');
  waitForMidnight();
  return {
    stop: () => {
      clearInterval(interval);
      clearTimeout(midnight);
    },
  };
}
