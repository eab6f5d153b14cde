import 'server-only';

import type { Tx } from '../db/client';
import type { QrCode } from '../db/generated/client';
import { enqueue } from '../jobs/queue';
import { pauseBefore, waitingTimes } from '../jobs/waiting-times';

/** Gateway times are cut to the second, so a code may live up to one second longer than its text says. */
const SECOND_MS = 1_000;

type Checked = Pick<QrCode, 'merchantId' | 'id' | 'status' | 'expiresAt' | 'checkCount'>;

/**
 * Plans the next question to PayCools about a QR code in the transaction of its row, or none: a static code that
 * works is not asked about, nor is one whose state is final.
 */
export async function planCheck(tx: Tx, qrCode: Checked, now: Date): Promise<void> {
  await plan(tx, qrCode, pauseOf(qrCode, now), now);
}

/** Asks soon whatever the state is, because something was heard that leaves it in doubt. */
export async function planCheckSoon(tx: Tx, qrCode: Checked, now: Date): Promise<void> {
  await plan(tx, qrCode, pauseBefore(waitingTimes().unknownChecks, 0), now);
}

async function plan(tx: Tx, { merchantId, id }: Checked, pause: number | null, now: Date): Promise<void> {
  await tx.qrCode.update({
    where: { merchantId_id: { merchantId, id } },
    data: { nextCheckAt: pause === null ? null : new Date(now.getTime() + pause) },
  });
  if (pause !== null) await enqueue(tx, 'qr-code.check', { merchantId, qrCodeId: id }, { afterMs: pause });
}

function pauseOf({ status, expiresAt, checkCount }: Checked, now: Date): number | null {
  const times = waitingTimes();
  switch (status) {
    case 'SENDING':
      return times.sendingLeftBehind;
    case 'UNKNOWN':
      return pauseBefore(times.unknownChecks, checkCount);
    case 'ACTIVE': {
      if (expiresAt === null) return null;
      const left = expiresAt.getTime() + SECOND_MS - now.getTime();
      return left > 0 ? left : pauseBefore(times.progressChecks, checkCount);
    }
    case 'REFUSED':
    case 'INACTIVE':
    case 'CANCEL':
      return null;
  }
}
