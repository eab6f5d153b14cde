import 'server-only';

import { timeScaleEnv } from '../env';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Every waiting time of the product in one object, in milliseconds of real life. */
const REAL_TIMES = {
  /** A call that moves money is given this long before its outcome counts as unknown. */
  gatewayDeadline: 20 * SECOND,
  /** An intent still SENDING after this was left behind by a dead process and reads as UNKNOWN. */
  sendingLeftBehind: 60 * SECOND,
  /** Pauses between the checks of a refund whose result is not known; the last one repeats. */
  unknownChecks: [30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 30 * MINUTE],
  /** Pauses between the checks of a refund that is in progress. */
  progressChecks: [2 * MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, 60 * MINUTE],
  /** Pauses between the checks of a web payment that is still open. */
  openOrderChecks: [2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 62 * MINUTE, 180 * MINUTE],
  /** Proof that a refund or payout was never taken: two not-found answers this far apart, … */
  absenceApart: 5 * MINUTE,
  /** … the first at least this long after the call. */
  absenceAfterCall: 10 * MINUTE,
  /** Back-off after 1013, when nothing happened. */
  frequencyBackoff: [2 * SECOND, 5 * SECOND, 15 * SECOND, 60 * SECOND],
  balanceEvery: 5 * MINUTE,
  /** A callback that has not come this long after completion is missed, as far as reconciliation goes. */
  callbackGrace: 15 * MINUTE,
  /** An UNKNOWN older than this is an alarm. */
  unknownAlarm: 30 * MINUTE,
} as const;

export type WaitingTimes = typeof REAL_TIMES;

/** The waiting times of this process, divided by its time scale (1 in real life, 600 in tests). */
export function waitingTimes(scale: number = timeScaleEnv()): WaitingTimes {
  const scaled = Object.entries(REAL_TIMES).map(([name, time]) => [
    name,
    // Answers take as long in a test as in real life, so the deadline is not shortened as much.
    name === 'gatewayDeadline'
      ? Math.max((time as number) / scale, 4 * SECOND)
      : typeof time === 'number'
        ? time / scale
        : time.map((ms) => ms / scale),
  ]);
  return Object.fromEntries(scaled) as WaitingTimes;
}

/** The pause before check number `count` (from 0): the last of the list repeats. */
export function pauseBefore(pauses: readonly number[], count: number): number {
  return pauses[Math.min(count, pauses.length - 1)] ?? 0;
}
