import 'server-only';

import { takeSnapshot } from '../balances/take-snapshot';
import { applyCallback } from '../callbacks/apply-callback';
import { giveUpCallback } from '../callbacks/give-up-callback';
import { checkOrder } from '../orders/check-order';
import { checkQrCode } from '../qr-codes/check-qr-code';
import { reconcileDay } from '../reconciliation/reconcile-day';
import { checkRefund } from '../refunds/check-refund';
import { sendRefund } from '../refunds/send-refund';
import { fetchStatement } from '../statements/fetch-statement';
import type { JobHandlers, LastResorts } from './queue';

/** Which verb does which job. */
export const handlers: JobHandlers = {
  'callback.apply': applyCallback,
  'order.check': checkOrder,
  'qr-code.check': checkQrCode,
  'refund.send': sendRefund,
  'refund.check': checkRefund,
  'statement.fetch': fetchStatement,
  'day.reconcile': reconcileDay,
  'balance.snapshot': takeSnapshot,
};

/** Which verb says that a job was given up. */
export const lastResorts: LastResorts = { 'callback.apply': giveUpCallback };
